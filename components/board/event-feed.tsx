"use client";

import { IconActivity } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusDot } from "@/components/ui/status-dot";
import { type BoardMoment, boardEventsQuery } from "@/lib/client/board-queries";
import { exportHref } from "@/lib/client/export-href";
import type { ClockView } from "@/lib/world/api-schema";
import {
  type BoardEvent,
  boardEventsQuerySchema,
  type GroupSummary,
} from "@/lib/world/board-schema";
import { severityTone } from "./board-state";
import { MIGRATION_PARAM } from "./migration-table";
import { useBoardSentence } from "./use-board-sentence";

const SEVERITIES = ["info", "warning", "error"] as const;

function useEventColumns(view: ClockView): DataColumn<BoardEvent>[] {
  const t = useTranslations("board");
  const text = useSimTimeText(view);
  const sentence = useBoardSentence();
  return useMemo<DataColumn<BoardEvent>[]>(
    () => [
      {
        id: "atSeconds",
        label: t("columns.time"),
        widthPx: 175,
        rowHeader: true,
        cell: (event) => (
          <span className="lf-numeric">{`${text.day(event.atSeconds)} ${text.time(event.atSeconds)}`}</span>
        ),
      },
      {
        id: "message",
        label: t("columns.event"),
        widthPx: 460,
        cell: (event) => {
          const words = sentence(event.message);
          return (
            <span title={words}>
              <StatusDot
                tone={severityTone[event.severity]}
                label={t(`severities.${event.severity}`)}
              />{" "}
              {words}
            </span>
          );
        },
      },
      { id: "vmName", label: t("columns.vm"), widthPx: 170, cell: (event) => event.vmName ?? "" },
      {
        id: "groupName",
        label: t("columns.group"),
        widthPx: 150,
        cell: (event) => event.groupName ?? "",
      },
      {
        id: "source",
        label: t("columns.source"),
        widthPx: 120,
        cell: (event) => t(`sources.${event.source}`),
      },
    ],
    [t, text, sentence],
  );
}

interface EventFeedProps {
  projectId: string;
  moment: BoardMoment;
  view: ClockView;
  groups: readonly GroupSummary[];
}

/** What happened so far, newest first. */
export function EventFeed({ projectId, moment, view, groups }: EventFeedProps) {
  const t = useTranslations("board");
  const columns = useEventColumns(view);
  const blade = useBlade(MIGRATION_PARAM);
  const { at, running } = moment;
  const pageQuery = useCallback(
    ({ offset, limit, search, filters }: PageRequest) => {
      const page = { offset, limit, search };
      // A filter that somebody wrote into the address by hand and that we do not know is no filter.
      const parsed = boardEventsQuerySchema.safeParse({ ...page, ...filters });
      return boardEventsQuery(projectId, { at, running }, parsed.success ? parsed.data : page);
    },
    [projectId, at, running],
  );
  const filters = useMemo(
    () => [
      {
        id: "severity",
        label: t("columns.severity"),
        options: SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) })),
      },
      {
        id: "group",
        label: t("columns.group"),
        options: groups.map((group) => ({ value: group.groupId, label: group.name })),
      },
    ],
    [t, groups],
  );
  return (
    <DataTable<BoardEvent>
      id="board-events"
      label={t("events")}
      columns={columns}
      rowId={(event) => event.id}
      pageQuery={pageQuery}
      searchable
      filters={filters}
      paramPrefix="events"
      live
      exportHref={(format, { search, filters }) =>
        exportHref(projectId, "events", format, { search, filters }, { at })
      }
      onOpenRow={(event) => {
        if (event.migrationId) blade.open(event.migrationId);
      }}
      empty={
        <EmptyState icon={<IconActivity size={28} />} title={t("noEventsTitle")} order={3}>
          {t("noEventsSentence")}
        </EmptyState>
      }
    />
  );
}
