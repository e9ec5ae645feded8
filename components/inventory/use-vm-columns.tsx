"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import type { VmRow } from "@/lib/inventory/list-schema";
import { useKnownCells } from "./use-known-cells";
import { useVmFactColumns } from "./use-vm-fact-columns";
import { ScopeBadge } from "./vm-signs";

/** Parts that the export lists at all: where it does not, a count of none is not known to be none. */
export interface ListedParts {
  disks: boolean;
  nics: boolean;
}

/** The columns of the VM list. */
export function useVmColumns({ disks, nics }: ListedParts): DataColumn<VmRow>[] {
  const t = useTranslations("inventory.columns");
  const facts = useVmFactColumns();
  const known = useKnownCells();
  return useMemo<DataColumn<VmRow>[]>(() => {
    const end = { align: "end", sortable: true } as const;
    return [
      facts.name,
      facts.powerState,
      facts.cpus,
      facts.memory,
      {
        id: "provisionedMib",
        label: t("provisioned"),
        cell: (row) => known.mib(row.provisionedMib),
        widthPx: 114,
        ...end,
      },
      {
        id: "inUseMib",
        label: t("inUse"),
        cell: (row) => known.mib(row.inUseMib),
        widthPx: 84,
        ...end,
      },
      {
        id: "diskCount",
        label: t("disks"),
        cell: (row) => known.number(disks ? row.diskCount : null),
        widthPx: 76,
        ...end,
      },
      {
        id: "nicCount",
        label: t("nics"),
        cell: (row) => known.number(nics ? row.nicCount : null),
        widthPx: 80,
        align: "end",
        hiddenAtFirst: true,
      },
      facts.os,
      facts.cluster,
      {
        id: "host",
        label: t("host"),
        cell: (row) => known.text(row.host),
        widthPx: 170,
        sortable: true,
        hiddenAtFirst: true,
      },
      {
        id: "datacenter",
        label: t("datacenter"),
        cell: (row) => known.text(row.datacenter),
        widthPx: 130,
        hiddenAtFirst: true,
      },
      {
        id: "primaryIp",
        label: t("primaryIp"),
        cell: (row) => known.text(row.primaryIp),
        widthPx: 130,
        hiddenAtFirst: true,
      },
      { id: "scope", label: t("scope"), cell: (row) => <ScopeBadge row={row} />, widthPx: 118 },
    ];
  }, [t, facts, known, disks, nics]);
}
