"use client";

import { Group } from "@mantine/core";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { sectionHref } from "@/components/shell/sections";
import type { DataColumn } from "@/components/tables/columns";
import { NoData } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/tone";
import type { ChangeKind, ChangeRow, ChangeSide } from "@/lib/inventory/change-schema";

const tones: Record<ChangeKind, Tone> = {
  new: "success",
  gone: "danger",
  renamed: "info",
  resized: "warning",
  moved: "neutral",
};

/** The columns of the list of changes: a value, or what it was and what it is. */
export function useChangeColumns(): DataColumn<ChangeRow>[] {
  const t = useTranslations("changes.list");
  const tKinds = useTranslations("changes.kinds");
  const format = useFormatter();
  const size = useSizeText();
  const { projectId } = useParams<{ projectId: string }>();
  return useMemo(() => {
    const both = (row: ChangeRow, write: (side: ChangeSide) => string): ReactNode => {
      const before = row.before && write(row.before);
      const after = row.after && write(row.after);
      if (before === null || after === null || before === after) {
        return after ?? before ?? <NoData />;
      }
      return t("was", { before, after });
    };
    const known = (value: number | null, write: (value: number) => string) =>
      value === null ? "?" : write(value);
    return [
      {
        id: "name",
        label: t("name"),
        cell: (row) => both(row, ({ name }) => name),
        widthPx: 240,
        rowHeader: true,
      },
      {
        id: "change",
        label: t("change"),
        cell: (row) => (
          <Group gap={4} wrap="nowrap">
            {row.kinds.map((kind) => (
              <StateBadge key={kind} tone={tones[kind]}>
                {tKinds(kind)}
              </StateBadge>
            ))}
          </Group>
        ),
        widthPx: 240,
      },
      {
        id: "size",
        label: t("size"),
        cell: (row) =>
          both(row, ({ cpus, memoryMib, diskCapacityMib }) =>
            t("sizes", {
              cpus: known(cpus, format.number),
              memory: known(memoryMib, size.mib),
              disks: known(diskCapacityMib, size.mib),
            }),
          ),
        widthPx: 380,
      },
      {
        id: "place",
        label: t("place"),
        cell: (row) =>
          both(row, ({ cluster, host }) => [cluster, host].filter(Boolean).join(", ") || "?"),
        widthPx: 320,
      },
      {
        id: "group",
        label: t("group"),
        cell: (row) =>
          row.groupId ? (
            <Link href={`${sectionHref(projectId, "groups")}/${row.groupId}`}>{row.groupName}</Link>
          ) : null,
        widthPx: 160,
      },
    ];
  }, [t, tKinds, format, size, projectId]);
}
