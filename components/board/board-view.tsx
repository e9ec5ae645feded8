"use client";

import { Tabs } from "@mantine/core";
import { IconBolt, IconLayoutKanban } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ClockBar } from "@/components/clock/clock-bar";
import { type ClockControl, useClock } from "@/components/clock/use-clock";
import { useMoment } from "@/components/clock/use-moment";
import { useScrubRange } from "@/components/clock/use-scrub-range";
import { ForecastPanel } from "@/components/forecast/forecast-panel";
import { useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { sectionCommand } from "@/components/shell/section-command";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import { type BoardMoment, boardQuery } from "@/lib/client/board-queries";
import { worldQuery } from "@/lib/client/world-queries";
import type { BoardSummary } from "@/lib/world/board-schema";
import { FaultDialog } from "./board-dialogs";
import { boardJumps } from "./board-jumps";
import classes from "./board-view.module.css";
import { CounterAnnouncer } from "./counter-announcer";
import { EventFeed } from "./event-feed";
import { GroupProgress } from "./group-progress";
import { MigrationBlade } from "./migration-blade";
import { MigrationTable } from "./migration-table";
import { OverallProgress } from "./overall-progress";
import { ReasonList } from "./reason-list";
import { RunningFaults } from "./running-faults";
import { StateCounters } from "./state-counters";
import { ThroughputChart } from "./throughput-chart";
import { UtilisationPanel } from "./utilisation-panel";

interface BoardBodyProps {
  projectId: string;
  control: ClockControl;
  board: BoardSummary;
  moment: BoardMoment;
  setAt: (at: number | null) => void;
}

function BoardBody({ projectId, control, board, moment, setAt }: BoardBodyProps) {
  const t = useTranslations("board");
  const utilisation = useTranslations("utilisation");
  const [tab, setTab] = useSearchParam("tab");
  const { view } = control.clock;
  const { groups, reasons } = board;
  const list = { projectId, moment, view, groups, reasons };
  const targets = useMemo(
    () =>
      boardJumps(board, {
        nextEvent: t("clock.nextEvent"),
        windowOf: (name) => t("clock.windowOf", { name }),
        end: t("clock.endOfForecast"),
      }),
    [board, t],
  );
  const marks = board.groups.flatMap(({ switchoverWindow, name }) =>
    switchoverWindow ? [{ atSeconds: switchoverWindow.startSeconds, label: name }] : [],
  );
  const range = useScrubRange(
    {
      nowSeconds: view.nowSeconds,
      startedAtSeconds: board.startedAtSeconds,
      latestSeconds: board.eta?.latestSeconds ?? null,
    },
    moment.at,
  );
  return (
    <div className={classes.page}>
      <ClockBar
        control={control}
        targets={targets}
        scrub={{ range, at: moment.at, onChange: setAt, marks }}
      />
      <RunningFaults board={board} view={view} />
      <OverallProgress board={board} view={view} moving={moment.running && moment.at === null} />
      <StateCounters counters={board.counters} />
      <div className={classes.split}>
        <GroupProgress groups={board.groups} view={view} />
        <ReasonList reasons={board.reasons} />
        <ThroughputChart points={board.throughput} view={view} />
      </div>
      <ForecastPanel projectId={projectId} view={view} group={null} />
      <Tabs
        value={tab === "events" || tab === "utilisation" ? tab : "vms"}
        onChange={(next) => setTab(next === "vms" ? null : next)}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="vms">{t("migrations")}</Tabs.Tab>
          <Tabs.Tab value="events">{t("events")}</Tabs.Tab>
          <Tabs.Tab value="utilisation">{utilisation("tab")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="vms">
          <MigrationTable {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="events">
          <EventFeed {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="utilisation">
          <UtilisationPanel projectId={projectId} moment={moment} view={view} />
        </Tabs.Panel>
      </Tabs>
      <MigrationBlade projectId={projectId} moment={moment} view={view} />
      <CounterAnnouncer board={board} />
    </div>
  );
}

function NothingToMigrate({ projectId }: { projectId: string }) {
  const t = useTranslations("board");
  return (
    <EmptyState
      icon={<IconLayoutKanban size={28} />}
      title={t("emptyTitle")}
      next={{ label: t("toGroups"), href: sectionHref(projectId, "groups") }}
    >
      {t("emptySentence")}
    </EmptyState>
  );
}

function BoardContent({ projectId, control }: { projectId: string; control: ClockControl }) {
  const [at, setAt] = useMoment();
  const running = !control.clock.view.paused;
  const moment = useMemo(() => ({ at, running }), [at, running]);
  const query = useQuery(boardQuery(projectId, moment));
  const board = query.data;
  if (!board) {
    return <LoadingOrError query={query} skeleton={<LoadingState shape="cards" rows={6} />} />;
  }
  if (board.totalVms === 0 && at === null) return <NothingToMigrate projectId={projectId} />;
  return <BoardBody {...{ projectId, control, board, moment, setAt }} />;
}

/** The migration board: what runs, how fast, until when, and what went wrong. */
export function BoardView({ projectId }: { projectId: string }) {
  const t = useTranslations("board");
  const control = useClock(projectId);
  const world = useQuery(worldQuery(projectId));
  const [faultOpened, setFaultOpened] = useState(false);
  const mayOperate = useCan("Contributor");
  const meshes = (world.data?.state.resources ?? []).filter(
    (resource) => resource.kind === "serviceMesh" && resource.usable,
  );
  const started = (world.data?.state.groups ?? []).filter(({ state }) => state !== "draft");
  const datastoreNames = [...new Set(started.map((group) => group.destinationDatastore))];
  return (
    <ProjectPage
      section="board"
      description={t("description")}
      commands={[
        sectionCommand(projectId, "groups", t("commands.groups")),
        {
          id: "fault",
          label: t("commands.fault"),
          icon: <IconBolt size={16} aria-hidden />,
          onClick: () => setFaultOpened(true),
          disabled: !mayOperate || meshes.length === 0,
          disabledReason: mayOperate ? t("commands.noMesh") : t("actions.needsContributor"),
        },
      ]}
    >
      {control ? (
        <BoardContent projectId={projectId} control={control} />
      ) : (
        <LoadingOrError query={world} skeleton={<LoadingState shape="cards" rows={6} />} />
      )}
      <FaultDialog
        projectId={projectId}
        opened={faultOpened}
        onClose={() => setFaultOpened(false)}
        vmKeys={[]}
        meshNames={meshes.map((mesh) => mesh.name)}
        datastoreNames={datastoreNames}
      />
    </ProjectPage>
  );
}
