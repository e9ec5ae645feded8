"use client";

import { Anchor } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { sectionHref } from "@/components/shell/sections";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { EmptyState } from "@/components/ui/empty-state";
import { type BoardMoment, boardRowsQuery, knownMigrations } from "@/lib/client/board-queries";
import { exportHref } from "@/lib/client/export-href";
import type { ClockView } from "@/lib/world/api-schema";
import {
  BOARD_STATES,
  type BoardReason,
  type BoardRow,
  boardRowsQuerySchema,
  type GroupSummary,
  MIGRATION_ACTIONS,
} from "@/lib/world/board-schema";
import { MigrationActions } from "./migration-actions";
import { useMigrationColumns } from "./migration-columns";
import { useBoardSentence } from "./use-board-sentence";

/** The address parameter of the migration whose details are open. */
export const MIGRATION_PARAM = "migration";

interface MigrationTableProps {
  projectId: string;
  moment: BoardMoment;
  view: ClockView;
  groups: readonly GroupSummary[];
  /** What the list can be filtered by beside state and group. */
  reasons?: readonly BoardReason[];
  /** Only the VMs of this group, without a choice of groups. */
  groupId?: string;
}

const NO_REASONS: readonly BoardReason[] = [];

/** The request of a list as the board's own query; what it does not know is left out. */
function rowsQueryOf({ offset, limit, search, sort, filters }: PageRequest) {
  const page = { offset, limit, search };
  const parsed = boardRowsQuerySchema.safeParse({
    ...page,
    ...(sort ? { sort: sort.column, direction: sort.direction } : {}),
    ...filters,
  });
  return parsed.success ? parsed.data : page;
}

/** Every migration with its phase, progress, rate and end. */
export function MigrationTable(props: MigrationTableProps) {
  const { projectId, moment, view, groups, reasons = NO_REASONS, groupId } = props;
  const t = useTranslations("board");
  const sentence = useBoardSentence();
  const columns = useMigrationColumns(view);
  const blade = useBlade(MIGRATION_PARAM);
  const client = useQueryClient();
  const [selected, setSelected] = useState<string[]>([]);
  const chosen = useMemo(() => {
    const known = knownMigrations(client, projectId);
    return selected.flatMap((id) => known.get(id) ?? []);
  }, [client, projectId, selected]);
  const { at, running } = moment;
  const pageQuery = useCallback(
    (request: PageRequest) => {
      const query = rowsQueryOf(request);
      const asked = groupId === undefined ? query : { ...query, group: groupId };
      return boardRowsQuery(projectId, { at, running }, asked);
    },
    [projectId, at, running, groupId],
  );
  const filters = useMemo(
    () => [
      {
        id: "state",
        label: t("columns.state"),
        options: BOARD_STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
      },
      ...(groupId === undefined
        ? [
            {
              id: "group",
              label: t("columns.group"),
              options: groups.map((group) => ({ value: group.groupId, label: group.name })),
            },
          ]
        : []),
      ...(reasons.length > 0
        ? [
            {
              id: "reason",
              label: t("reasons.filter"),
              options: reasons.map(({ key, message }) => ({
                value: key,
                label: sentence(message),
              })),
            },
          ]
        : []),
    ],
    [t, groups, groupId, reasons, sentence],
  );
  return (
    <DataTable<BoardRow>
      id="board-migrations"
      label={t("migrations")}
      columns={columns}
      rowId={(row) => row.migrationId}
      pageQuery={pageQuery}
      searchable
      filters={filters}
      exportHref={(format, request) =>
        exportHref(projectId, "migrations", format, request, {
          at,
          ...(groupId === undefined ? {} : { group: groupId }),
        })
      }
      onOpenRow={(row) => blade.open(row.migrationId)}
      isCurrent={(row) => row.migrationId === blade.value}
      selectedIds={selected}
      onSelectedIdsChange={setSelected}
      selectionActions={
        <MigrationActions
          projectId={projectId}
          view={view}
          migrations={chosen}
          actions={MIGRATION_ACTIONS}
          lookingElsewhere={at !== null}
          onDone={() => setSelected([])}
        />
      }
      live
      maxHeight="max(360px, calc(100dvh - 330px))"
      empty={
        <EmptyState
          icon={<IconStack2 size={28} />}
          title={t("emptyTitle")}
          order={3}
          action={
            <Anchor component={Link} href={sectionHref(projectId, "groups")}>
              {t("toGroups")}
            </Anchor>
          }
        >
          {t("emptySentence")}
        </EmptyState>
      }
    />
  );
}
