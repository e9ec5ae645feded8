"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import type { PowerState } from "@/lib/inventory/schema";
import { useKnownCells } from "./use-known-cells";
import { PowerSign } from "./vm-signs";

interface VmFactColumns {
  name: DataColumn<{ name: string }>;
  powerState: DataColumn<{ powerState: PowerState }>;
  cpus: DataColumn<{ cpus: number | null }>;
  memory: DataColumn<{ memoryMib: number | null }>;
  os: DataColumn<{ os: string | null }>;
  cluster: DataColumn<{ cluster: string | null }>;
}

/** The columns that lists of VMs have in common; each list takes those that it shows. */
export function useVmFactColumns(): VmFactColumns {
  const t = useTranslations("inventory.columns");
  const known = useKnownCells();
  return useMemo(
    () => ({
      name: {
        id: "name",
        label: t("name"),
        cell: (row) => row.name,
        widthPx: 170,
        sortable: true,
        rowHeader: true,
      },
      powerState: {
        id: "powerState",
        label: t("powerState"),
        cell: (row) => <PowerSign state={row.powerState} />,
        widthPx: 112,
        sortable: true,
      },
      cpus: {
        id: "cpus",
        label: t("cpus"),
        cell: (row) => known.number(row.cpus),
        widthPx: 88,
        align: "end",
        sortable: true,
      },
      memory: {
        id: "memoryMib",
        label: t("memory"),
        cell: (row) => known.mib(row.memoryMib),
        widthPx: 90,
        align: "end",
        sortable: true,
      },
      os: {
        id: "os",
        label: t("os"),
        cell: (row) => known.text(row.os),
        widthPx: 160,
        sortable: true,
      },
      cluster: {
        id: "cluster",
        label: t("cluster"),
        cell: (row) => known.text(row.cluster),
        widthPx: 112,
        sortable: true,
      },
    }),
    [t, known],
  );
}
