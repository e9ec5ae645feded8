"use client";

import { Badge, Group } from "@mantine/core";
import { IconArrowMerge, IconLock, IconLockOpen, IconTrash } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { localPage } from "@/components/inventory/local-page";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import { ExportMenu } from "@/components/tables/export-menu";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { Known } from "@/components/ui/no-data";
import { ReasonButton } from "@/components/ui/reason-button";
import { StateBadge } from "@/components/ui/state-badge";
import { exportHref } from "@/lib/client/export-href";
import { deleteChange, largestGroup, mergeChange } from "@/lib/dependency/move-group-change";
import type {
  MoveGroupChange,
  MoveGroupList,
  MoveGroupRow,
} from "@/lib/dependency/move-group-schema";
import { MOVE_GROUP_VALUES } from "@/lib/dependency/move-group-values";
import { NameDialog } from "./name-dialog";
import { useCohesionText } from "./use-cohesion-text";
import { useGroupChange } from "./use-group-change";
import type { HiddenPorts } from "./use-hidden-ports";
import { useOpenBlade } from "./use-open-blade";

const FIRST_SORT: Sort = { column: "name", direction: "asc" };

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
  hidden: HiddenPorts;
  empty: ReactNode;
}

/** The project's move groups, with what can be done to several at once. */
export function GroupTable({ projectId, list, hidden, empty }: GroupTableProps) {
  const t = useTranslations("dependencies.groups");
  const columns = useGroupColumns();
  const { openGroup } = useOpenBlade();
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const { value: current } = useBlade("group");
  const [selected, setSelected] = useState<string[]>([]);
  const [merging, setMerging] = useState(false);
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      queryKey: ["local", "move-groups", projectId, list, request],
      queryFn: () => localPage(list.groups, MOVE_GROUP_VALUES, request),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [projectId, list],
  );
  const chosen = list.groups.filter(({ id }) => selected.includes(id));
  const run = async (change: MoveGroupChange, message: string) => {
    const done = await send(list.groups, change, message);
    if (done) setSelected([]);
    return done;
  };
  const lockAll = (locked: boolean) =>
    run(
      { put: chosen.map((group) => ({ ...group, locked })), remove: [] },
      t(locked ? "lockedNotice" : "unlockedNotice", { count: chosen.length }),
    );
  const allLocked = chosen.length > 0 && chosen.every(({ locked }) => locked);
  const writeReason = mayWrite ? null : reason;
  const lockedReason = chosen.some(({ locked }) => locked) ? t("unlockFirst") : null;
  const merge = async (name: string) => {
    const notice = t("mergedNotice", { count: chosen.length, name });
    if (await run(mergeChange(chosen, name), notice)) setMerging(false);
  };
  return (
    <>
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
        isCurrent={(row) => row.id === current}
        selectedIds={selected}
        onSelectedIdsChange={setSelected}
        maxHeight="max(280px, calc(100dvh - 460px))"
        selectionActions={
          <>
            <ReasonButton
              variant="default"
              leftSection={<IconArrowMerge size={14} aria-hidden />}
              loading={pending}
              reason={writeReason ?? lockedReason ?? (chosen.length > 1 ? null : t("chooseTwo"))}
              onClick={() => setMerging(true)}
            >
              {t("merge")}
            </ReasonButton>
            <ReasonButton
              variant="default"
              leftSection={
                allLocked ? (
                  <IconLockOpen size={14} aria-hidden />
                ) : (
                  <IconLock size={14} aria-hidden />
                )
              }
              loading={pending}
              reason={writeReason}
              onClick={() => void lockAll(!allLocked)}
            >
              {t(allLocked ? "unlock" : "lock")}
            </ReasonButton>
            <ReasonButton
              variant="default"
              leftSection={<IconTrash size={14} aria-hidden />}
              loading={pending}
              reason={writeReason ?? lockedReason}
              onClick={() =>
                void run(deleteChange(chosen), t("deletedNotice", { count: chosen.length }))
              }
            >
              {t("delete")}
            </ReasonButton>
          </>
        }
        actions={
          list.groups.length === 0 ? null : (
            <ExportMenu
              text={t("allMembers")}
              href={(format) =>
                exportHref(projectId, "move-group-vms", format, {}, { hidden: hidden.text })
              }
            />
          )
        }
        exportHref={(format, state) =>
          exportHref(projectId, "move-groups", format, state, { hidden: hidden.text })
        }
        empty={empty}
      />
      <NameDialog
        opened={merging}
        title={t("mergeTitle", { count: chosen.length })}
        sentence={t("mergeSentence", { vms: chosen.reduce((sum, row) => sum + row.vmCount, 0) })}
        initialName={largestGroup(chosen)?.name ?? ""}
        confirmLabel={t("merge")}
        pending={pending}
        onClose={() => setMerging(false)}
        onConfirm={(name) => void merge(name)}
      />
    </>
  );
}
