"use client";

import { Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { Blade } from "@/components/ui/blade";
import { LoadingState } from "@/components/ui/loading-state";
import { type BoardMoment, migrationQuery } from "@/lib/client/board-queries";
import type { ClockView } from "@/lib/world/api-schema";
import { DiskList } from "./disk-list";
import { MigrationActions } from "./migration-actions";
import { MigrationEssentials } from "./migration-essentials";
import { MigrationEvents } from "./migration-events";
import { MIGRATION_PARAM } from "./migration-table";
import { PhaseTimeline } from "./phase-timeline";

interface MigrationBladeProps {
  projectId: string;
  moment: BoardMoment;
  view: ClockView;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={8}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function BladeTitle({
  projectId,
  moment,
  migrationId,
}: MigrationBladeProps & { migrationId: string }) {
  const { data } = useQuery(migrationQuery(projectId, moment, migrationId));
  const t = useTranslations("board.blade");
  return data?.vmName ?? t("title");
}

function BladeBody(props: MigrationBladeProps & { migrationId: string }) {
  const { projectId, moment, view, migrationId } = props;
  const t = useTranslations("board.blade");
  const query = useQuery(migrationQuery(projectId, moment, migrationId));
  const detail = query.data;
  if (!detail) {
    return <LoadingOrError query={query} skeleton={<LoadingState rows={10} />} />;
  }
  return (
    <Stack gap="xl">
      <MigrationEssentials detail={detail} view={view} />
      <Part title={t("phases")}>
        <PhaseTimeline phases={detail.phases} atSeconds={detail.atSeconds} view={view} />
      </Part>
      <Part title={t("disks")}>
        <DiskList disks={detail.disks} state={detail.state} />
      </Part>
      <Part title={t("events")}>
        <MigrationEvents events={detail.events} view={view} />
      </Part>
    </Stack>
  );
}

function BladeFooter(props: MigrationBladeProps & { migrationId: string }) {
  const { projectId, moment, view, migrationId } = props;
  const { data } = useQuery(migrationQuery(projectId, moment, migrationId));
  if (!data) return null;
  return (
    <MigrationActions
      projectId={projectId}
      view={view}
      migrations={[data]}
      actions={data.actions}
      lookingElsewhere={moment.at !== null}
    />
  );
}

/** One migration beside the board: phases, disks, downtime, events and what can be done. */
export function MigrationBlade(props: MigrationBladeProps) {
  return (
    <Blade
      param={MIGRATION_PARAM}
      size="xl"
      title={(migrationId) => <BladeTitle {...props} migrationId={migrationId} />}
      footer={(migrationId) => <BladeFooter {...props} migrationId={migrationId} />}
    >
      {(migrationId) => <BladeBody {...props} migrationId={migrationId} />}
    </Blade>
  );
}
