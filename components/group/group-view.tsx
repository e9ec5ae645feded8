"use client";

import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { groupTone } from "@/components/board/board-state";
import { MigrationBlade } from "@/components/board/migration-blade";
import { MigrationTable } from "@/components/board/migration-table";
import { StateBar } from "@/components/board/state-bar";
import { ClockBar } from "@/components/clock/clock-bar";
import { type ClockControl, useClock } from "@/components/clock/use-clock";
import { ForecastPanel } from "@/components/forecast/forecast-panel";
import { DecidePage } from "@/components/imports/decide-page";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { useNotifyError } from "@/components/shell/use-notify-error";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { LoadingState } from "@/components/ui/loading-state";
import { StateBadge } from "@/components/ui/state-badge";
import { groupQuery, type MobilityGroupDetail } from "@/lib/client/group-queries";
import { useCheckCommand } from "@/lib/client/world-queries";
import { GroupEssentials } from "./group-essentials";
import { GroupQuestions } from "./group-questions";
import { ProblemList } from "./problem-list";
import { type GroupQuestion, useGroupCommands } from "./use-group-commands";

/** The problems that the server finds name their VMs themselves. */
const NAMED_BY_SERVER: readonly { name: string }[] = [];

interface GroupPageProps {
  projectId: string;
  detail: MobilityGroupDetail;
  control: ClockControl;
}

function GroupDetails({ projectId, detail, control }: GroupPageProps) {
  const { view } = control.clock;
  const running = !view.paused;
  const moment = useMemo(() => ({ at: null, running }), [running]);
  return (
    <Stack gap="lg" mt="md">
      <ClockBar control={control} targets={[]} />
      <StateBar counters={detail.summary.counters} tall />
      <GroupEssentials detail={detail} view={view} />
      <ForecastPanel
        projectId={projectId}
        view={view}
        group={{ id: detail.summary.groupId, isDraft: detail.summary.startedAtSeconds === null }}
      />
      <MigrationTable
        projectId={projectId}
        moment={moment}
        view={view}
        groups={[detail.summary]}
        groupId={detail.summary.groupId}
      />
      <MigrationBlade projectId={projectId} moment={moment} view={view} />
    </Stack>
  );
}

function GroupPage(props: GroupPageProps) {
  const { projectId, detail, control } = props;
  const board = useTranslations("board");
  const notifyError = useNotifyError();
  const [asked, setAsked] = useState<GroupQuestion | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[] | null>(null);
  const check = useCheckCommand(projectId);
  const { draft } = detail.group;
  // What was found concerns the draft as it was then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new draft is what it waits for
  useEffect(() => setProblems(null), [draft]);
  const commands = useGroupCommands({
    projectId,
    detail,
    validating: check.isPending,
    onValidate: () =>
      check.mutate(
        { kind: "mobilityGroup.start", payload: { groupId: draft.groupId } },
        { onSuccess: setProblems, onError: notifyError },
      ),
    onAsk: setAsked,
  });
  return (
    <DecidePage
      projectId={projectId}
      section="groups"
      title={draft.name}
      status={
        <StateBadge tone={groupTone[detail.summary.state]} withDot>
          {board(`groupStates.${detail.summary.state}`)}
        </StateBadge>
      }
      commands={commands}
    >
      {problems === null ? null : <ProblemList problems={problems} vms={NAMED_BY_SERVER} />}
      <GroupDetails {...props} />
      <GroupQuestions
        projectId={projectId}
        detail={detail}
        view={control.clock.view}
        asked={asked}
        onClose={() => setAsked(null)}
      />
    </DecidePage>
  );
}

/** One mobility group: its state, its VMs, and what can be done with it. */
export function GroupView({ projectId, groupId }: { projectId: string; groupId: string }) {
  const control = useClock(projectId);
  const query = useQuery({
    ...groupQuery(projectId, groupId),
    refetchInterval: control && !control.clock.view.paused ? 2_000 : false,
  });
  if (query.data && control) {
    return <GroupPage projectId={projectId} detail={query.data} control={control} />;
  }
  return (
    <ProjectPage section="groups">
      <LoadingOrError query={query} skeleton={<LoadingState rows={10} />} />
    </ProjectPage>
  );
}
