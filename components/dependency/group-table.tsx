"use client";

import { Badge, Button, Group, Tooltip } from "@mantine/core";
import {
  IconArrowMerge,
  IconDownload,
  IconLock,
  IconLockOpen,
  IconTrash,
} from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { localPage } from "@/components/inventory/local-page";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { Known } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import { moveGroupExportHref } from "@/lib/client/dependency-queries";
import { deleteChange, mergeChange } from "@/lib/dependency/move-group-change";
import type {
  MoveGroupChange,
  MoveGroupList,
  MoveGroupRow,
} from "@/lib/dependency/move-group-schema";
import { useCohesionText } from "./use-cohesion-text";
import { useGroupChange } from "./use-group-change";
import { useOpenBlade } from "./use-open-blade";

const FIRST_SORT: Sort = { column: "name", direction: "asc" };

const SORT_VALUES = {
  name: (row: MoveGroupRow) => row.name,
  vmCount: (row: MoveGroupRow) => row.vmCount,
  cohesionRatio: (row: MoveGroupRow) => row.cohesionRatio,
  outsideLinks: (row: MoveGroupRow) => row.outsideLinks,
  blockers: (row: MoveGroupRow) => row.blockers.length,
  tags: (row: MoveGroupRow) => row.tags.join(", "),
};

function useGroupColumns(): DataColumn<MoveGroupRow>[] {
  const t = useTranslations("dependencies");
  const format = useFormatter();
  const cohesion = useCohesionText();
  return useMemo<DataColumn<MoveGroupRow>[]>(
    () => [
      {
        id: "name",
        label: t("groups.name"),
        widthPx: 200,
        rowHeader: true,
        sortable: true,
        cell: (row) => (
          <Group gap={6} wrap="nowrap">
            {row.locked ? <IconLock size={14} role="img" aria-label={t("groups.locked")} /> : null}
            {row.name}
          </Group>
        ),
      },
      {
        id: "vmCount",
        label: t("groups.vms"),
        widthPx: 90,
        align: "end",
        sortable: true,
        cell: (row) => format.number(row.vmCount),
      },
      {
        id: "cohesionRatio",
        label: t("groups.cohesion"),
        widthPx: 110,
        align: "end",
        sortable: true,
        cell: (row) => <Known value={row.cohesionRatio}>{cohesion}</Known>,
      },
      {
        id: "outsideLinks",
        label: t("groups.cutLinks"),
        widthPx: 110,
        align: "end",
        sortable: true,
        cell: (row) => format.number(row.outsideLinks),
      },
      {
        id: "blockers",
        label: t("groups.blockers"),
        widthPx: 150,
        sortable: true,
        cell: (row) =>
          row.blockers.length === 0 ? (
            t("groups.noBlockers")
          ) : (
            <StateBadge tone="danger" withDot>
              {t("groups.cannotMove", { count: row.blockers.length })}
            </StateBadge>
          ),
      },
      {
        id: "tags",
        label: t("groups.tags"),
        widthPx: 160,
        sortable: true,
        cell: (row) =>
          row.tags.map((tag) => (
            <Badge key={tag} color="gray" mr={4} fw={400}>
              {tag}
            </Badge>
          )),
      },
    ],
    [t, format, cohesion],
  );
}

interface GroupTableProps {
  projectId: string;
  list: MoveGroupList;
  empty: ReactNode;
}

/** The project's move groups, with what can be done to several at once. */
export function GroupTable({ projectId, list, empty }: GroupTableProps) {
  const t = useTranslations("dependencies.groups");
  const columns = useGroupColumns();
  const { openGroup } = useOpenBlade();
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const [selected, setSelected] = useState<string[]>([]);
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      queryKey: ["local", "move-groups", projectId, list, request],
      queryFn: () => localPage(list.groups, SORT_VALUES, request),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [projectId, list],
  );
  const chosen = list.groups.filter(({ id }) => selected.includes(id));
  const run = async (change: MoveGroupChange, message: string) => {
    if (await send(list.groups, change, message)) setSelected([]);
  };
  const lockAll = (locked: boolean) =>
    run(
      { put: chosen.map((group) => ({ ...group, locked })), remove: [] },
      t(locked ? "lockedNotice" : "unlockedNotice", { count: chosen.length }),
    );
  const allLocked = chosen.length > 0 && chosen.every(({ locked }) => locked);
  const action = (label: string, icon: ReactNode, isPossible: boolean, act: () => void) => {
    const disabled = !mayWrite || !isPossible;
    const control = (
      <Button
        variant="default"
        leftSection={icon}
        loading={pending}
        aria-disabled={disabled}
        data-disabled={disabled || undefined}
        onClick={disabled ? undefined : act}
      >
        {label}
      </Button>
    );
    return mayWrite ? control : <Tooltip label={reason}>{control}</Tooltip>;
  };
  return (
    <DataTable
      id="move-groups"
      label={t("label")}
      columns={columns}
      rowId={(row) => row.id}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      paramPrefix="groups"
      onOpenRow={(row) => openGroup(row.id)}
      selectedIds={selected}
      onSelectedIdsChange={setSelected}
      maxHeight="max(280px, calc(100dvh - 460px))"
      selectionActions={
        <>
          {action(
            t("merge"),
            <IconArrowMerge size={14} aria-hidden />,
            chosen.length > 1,
            () =>
              void run(
                mergeChange(chosen),
                t("mergedNotice", { count: chosen.length, name: chosen[0]?.name ?? "" }),
              ),
          )}
          {action(
            t(allLocked ? "unlock" : "lock"),
            allLocked ? <IconLockOpen size={14} aria-hidden /> : <IconLock size={14} aria-hidden />,
            true,
            () => void lockAll(!allLocked),
          )}
          {action(
            t("delete"),
            <IconTrash size={14} aria-hidden />,
            true,
            () => void run(deleteChange(chosen), t("deletedNotice", { count: chosen.length })),
          )}
        </>
      }
      actions={
        <Button
          component="a"
          href={moveGroupExportHref(projectId)}
          download
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t("export")}
        </Button>
      }
      empty={empty}
    />
  );
}
