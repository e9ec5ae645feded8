"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKnownCells } from "@/components/inventory/use-known-cells";
import { useVmFactColumns } from "@/components/inventory/use-vm-fact-columns";
import type { DataColumn } from "@/components/tables/columns";
import type { PerformanceRow } from "@/lib/performance/api-schema";
import { ActivityBadge } from "./activity-signs";

/** The columns of the right-sizing list. */
export function usePerformanceColumns(): DataColumn<PerformanceRow>[] {
  const t = useTranslations("performance.columns");
  const facts = useVmFactColumns();
  const known = useKnownCells();
  return useMemo<DataColumn<PerformanceRow>[]>(() => {
    const end = { align: "end", sortable: true } as const;
    return [
      facts.name,
      {
        id: "activity",
        label: t("activity"),
        cell: (row) => <ActivityBadge activity={row.activity} />,
        widthPx: 138,
        sortable: true,
      },
      facts.cpus,
      {
        id: "cpuPercent",
        label: t("cpuPercent"),
        cell: (row) => known.percent(row.cpuPercent),
        widthPx: 96,
        ...end,
      },
      {
        id: "recommendedCpus",
        label: t("recommendedCpus"),
        cell: (row) => known.number(row.recommendedCpus),
        widthPx: 124,
        ...end,
      },
      facts.memory,
      {
        id: "memoryPercent",
        label: t("memoryPercent"),
        cell: (row) => known.percent(row.memoryPercent),
        widthPx: 118,
        ...end,
      },
      {
        id: "recommendedMemoryMib",
        label: t("recommendedMemory"),
        cell: (row) => known.mib(row.recommendedMemoryMib),
        widthPx: 132,
        ...end,
      },
      {
        id: "diskMibPerSecond",
        label: t("disk"),
        cell: (row) => known.number(row.diskMibPerSecond, 2),
        widthPx: 116,
        ...end,
      },
      {
        id: "diskIops",
        label: t("iops"),
        cell: (row) => known.number(row.diskIops, 1),
        widthPx: 80,
        ...end,
      },
      {
        id: "networkMibPerSecond",
        label: t("network"),
        cell: (row) => known.number(row.networkMibPerSecond, 2),
        widthPx: 142,
        ...end,
      },
      {
        id: "coverageRatio",
        label: t("coverage"),
        cell: (row) => known.percent(row.coverageRatio === null ? null : row.coverageRatio * 100),
        widthPx: 100,
        hiddenAtFirst: true,
        ...end,
      },
      facts.cluster,
      { ...facts.powerState, sortable: false, hiddenAtFirst: true },
      { ...facts.os, sortable: false, hiddenAtFirst: true },
    ];
  }, [t, facts, known]);
}
