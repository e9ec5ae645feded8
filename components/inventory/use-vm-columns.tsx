"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { Known } from "@/components/ui/no-data";
import type { VmRow } from "@/lib/inventory/list-schema";
import { useSizeText } from "./use-size-text";
import { PowerSign, ScopeBadge } from "./vm-signs";

/** Parts that the export lists at all: where it does not, a count of none is not known to be none. */
export interface ListedParts {
  disks: boolean;
  nics: boolean;
}

/** The columns of the VM list. */
export function useVmColumns({ disks, nics }: ListedParts): DataColumn<VmRow>[] {
  const t = useTranslations("inventory.columns");
  const format = useFormatter();
  const size = useSizeText();
  return useMemo(() => {
    const text = (value: string | null): ReactNode => (
      <Known value={value}>{(known) => known}</Known>
    );
    const number = (value: number | null): ReactNode => (
      <Known value={value}>{(known) => format.number(known)}</Known>
    );
    const mib = (value: number | null): ReactNode => <Known value={value}>{size.mib}</Known>;
    const end = { align: "end", sortable: true } as const;
    return [
      {
        id: "name",
        label: t("name"),
        cell: (row) => row.name,
        widthPx: 170,
        sortable: true,
        rowHeader: true,
      },
      {
        id: "powerState",
        label: t("powerState"),
        cell: (row) => <PowerSign state={row.powerState} />,
        widthPx: 112,
        sortable: true,
      },
      { id: "cpus", label: t("cpus"), cell: (row) => number(row.cpus), widthPx: 88, ...end },
      {
        id: "memoryMib",
        label: t("memory"),
        cell: (row) => mib(row.memoryMib),
        widthPx: 90,
        ...end,
      },
      {
        id: "provisionedMib",
        label: t("provisioned"),
        cell: (row) => mib(row.provisionedMib),
        widthPx: 114,
        ...end,
      },
      { id: "inUseMib", label: t("inUse"), cell: (row) => mib(row.inUseMib), widthPx: 84, ...end },
      {
        id: "diskCount",
        label: t("disks"),
        cell: (row) => number(disks ? row.diskCount : null),
        widthPx: 76,
        ...end,
      },
      {
        id: "nicCount",
        label: t("nics"),
        cell: (row) => number(nics ? row.nicCount : null),
        widthPx: 80,
        align: "end",
        hiddenAtFirst: true,
      },
      { id: "os", label: t("os"), cell: (row) => text(row.os), widthPx: 160, sortable: true },
      {
        id: "cluster",
        label: t("cluster"),
        cell: (row) => text(row.cluster),
        widthPx: 112,
        sortable: true,
      },
      {
        id: "host",
        label: t("host"),
        cell: (row) => text(row.host),
        widthPx: 170,
        sortable: true,
        hiddenAtFirst: true,
      },
      {
        id: "datacenter",
        label: t("datacenter"),
        cell: (row) => text(row.datacenter),
        widthPx: 130,
        hiddenAtFirst: true,
      },
      {
        id: "primaryIp",
        label: t("primaryIp"),
        cell: (row) => text(row.primaryIp),
        widthPx: 130,
        hiddenAtFirst: true,
      },
      { id: "scope", label: t("scope"), cell: (row) => <ScopeBadge row={row} />, widthPx: 118 },
    ];
  }, [t, format, size, disks, nics]);
}
