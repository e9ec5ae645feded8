"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { groupTone } from "@/components/board/board-state";
import { ProgressCell } from "@/components/board/progress-cell";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { localPage } from "@/components/inventory/local-page";
import { useCan } from "@/components/shell/caller-context";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { StateBadge } from "@/components/ui/state-badge";
import { exportHref } from "@/lib/client/export-href";
import type { ClockView } from "@/lib/world/api-schema";
import type { GroupSummary } from "@/lib/world/board-schema";
import { GroupRowLink } from "./group-row-link";

function useGroupColumns(projectId: string, view: ClockView): DataColumn<GroupSummary>[] {
  const t = useTranslations("groups.columns");
  const groups = useTranslations("groups");
  const board = useTranslations("board");
  const format = useFormatter();
  const text = useSimTimeText(view);
  const mayOperate = useCan("Contributor");
  return useMemo<DataColumn<GroupSummary>[]>(
    () => [
      {
        id: "name",
        label: t("name"),
        widthPx: 190,
        rowHeader: true,
        sortable: true,
        cell: (group) => group.name,
      },
      {
        id: "state",
        label: t("state"),
        widthPx: 180,
        sortable: true,
        cell: (group) => (
          <StateBadge tone={groupTone[group.state]} withDot>
            {board(`groupStates.${group.state}`)}
          </StateBadge>
        ),
      },
      {
        id: "totalVms",
        label: t("vms"),
        widthPx: 64,
        align: "end",
        sortable: true,
        cell: (group) => format.number(group.totalVms),
      },
      {
        id: "types",
        label: t("type"),
        widthPx: 130,
        cell: (group) =>
          group.types
            .map(({ type, count }) => groups("typeCount", { type: groups(`types.${type}`), count }))
            .join(", "),
      },
      {
        id: "progress",
        label: t("progress"),
        widthPx: 140,
        cell: (group) => (
          <ProgressCell
            ratio={group.progressRatio}
            state={group.finishedAtSeconds === null ? "inTransfer" : "completed"}
          />
        ),
      },
      {
        id: "window",
        label: t("window"),
        widthPx: 210,
        cell: ({ switchoverWindow }) =>
          switchoverWindow
            ? text.range(switchoverWindow.startSeconds, switchoverWindow.endSeconds)
            : board("noWindow"),
      },
      {
        id: "mesh",
        label: t("mesh"),
        widthPx: 160,
        // Most projects have one.
        hiddenAtFirst: true,
        sortable: true,
        cell: (group) => group.serviceMeshName,
      },
      {
        id: "ends",
        label: t("ends"),
        widthPx: 136,
        cell: ({ finishedAtSeconds, eta }) => {
          const seconds = finishedAtSeconds ?? eta?.likelySeconds ?? null;
          return seconds === null ? t("notStarted") : text.short(seconds);
        },
      },
      {
        id: "actions",
        label: t("actions"),
        widthPx: 96,
        cell: (group) => (
          <GroupRowLink projectId={projectId} group={group} mayOperate={mayOperate} />
        ),
      },
    ],
    [t, groups, board, format, text, projectId, mayOperate],
  );
}

interface GroupListProps {
  projectId: string;
  groups: readonly GroupSummary[];
  view: ClockView;
  onOpen: (group: GroupSummary) => void;
}

/** Every mobility group of the project. */
export function GroupList({ projectId, groups, view, onOpen }: GroupListProps) {
  const t = useTranslations("groups");
  const columns = useGroupColumns(projectId, view);
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      queryKey: ["local", "groups", groups, request],
      queryFn: () =>
        localPage(
          groups,
          {
            name: (group) => group.name,
            state: (group) => group.state,
            totalVms: (group) => group.totalVms,
            mesh: (group) => group.serviceMeshName,
          },
          request,
        ),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [groups],
  );
  return (
    <DataTable<GroupSummary>
      id="groups"
      label={t("label")}
      columns={columns}
      rowId={(group) => group.groupId}
      exportHref={(format, request) => exportHref(projectId, "groups", format, request)}
      pageQuery={pageQuery}
      searchable
      onOpenRow={onOpen}
      live
    />
  );
}
