"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { PowerSign } from "@/components/inventory/vm-signs";
import type { DataColumn } from "@/components/tables/columns";
import { Known } from "@/components/ui/no-data";
import type { PerformanceRow } from "@/lib/performance/api-schema";
import { ActivityBadge } from "./activity-signs";

/** The columns of the right-sizing list. */
export function usePerformanceColumns(): DataColumn<PerformanceRow>[] {
  const t = useTranslations("performance.columns");
  const format = useFormatter();
  const size = useSizeText();
  return useMemo(() => {
    const number = (value: number | null, digits = 0): ReactNode => (
      <Known value={value}>
        {(known) => format.number(known, { maximumFractionDigits: digits })}
      </Known>
    );
    const percent = (value: number | null): ReactNode => (
      <Known value={value}>
        {(known) => format.number(known / 100, { style: "percent", maximumFractionDigits: 1 })}
      </Known>
    );
    const mib = (value: number | null): ReactNode => <Known value={value}>{size.mib}</Known>;
    const text = (value: string | null): ReactNode => <Known value={value}>{String}</Known>;
    const end = { align: "end", sortable: true } as const;
    return [
      {
        id: "name",
        label: t("name"),
        cell: (row) => row.name,
        widthPx: 180,
        sortable: true,
        rowHeader: true,
      },
      {
        id: "activity",
        label: t("activity"),
        cell: (row) => <ActivityBadge activity={row.activity} />,
        widthPx: 138,
        sortable: true,
      },
      { id: "cpus", label: t("cpus"), cell: (row) => number(row.cpus), widthPx: 80, ...end },
      {
        id: "cpuPercent",
        label: t("cpuPercent"),
        cell: (row) => percent(row.cpuPercent),
        widthPx: 96,
        ...end,
      },
      {
        id: "recommendedCpus",
        label: t("recommendedCpus"),
        cell: (row) => number(row.recommendedCpus),
        widthPx: 124,
        ...end,
      },
      {
        id: "memoryMib",
        label: t("memory"),
        cell: (row) => mib(row.memoryMib),
        widthPx: 92,
        ...end,
      },
      {
        id: "memoryPercent",
        label: t("memoryPercent"),
        cell: (row) => percent(row.memoryPercent),
        widthPx: 118,
        ...end,
      },
      {
        id: "recommendedMemoryMib",
        label: t("recommendedMemory"),
        cell: (row) => mib(row.recommendedMemoryMib),
        widthPx: 132,
        ...end,
      },
      {
        id: "diskMibPerSecond",
        label: t("disk"),
        cell: (row) => number(row.diskMibPerSecond, 2),
        widthPx: 116,
        ...end,
      },
      {
        id: "diskIops",
        label: t("iops"),
        cell: (row) => number(row.diskIops, 1),
        widthPx: 80,
        ...end,
      },
      {
        id: "networkMibPerSecond",
        label: t("network"),
        cell: (row) => number(row.networkMibPerSecond, 2),
        widthPx: 142,
        ...end,
      },
      {
        id: "coverageRatio",
        label: t("coverage"),
        cell: (row) => percent(row.coverageRatio === null ? null : row.coverageRatio * 100),
        widthPx: 100,
        hiddenAtFirst: true,
        ...end,
      },
      {
        id: "cluster",
        label: t("cluster"),
        cell: (row) => text(row.cluster),
        widthPx: 120,
        sortable: true,
      },
      {
        id: "powerState",
        label: t("powerState"),
        cell: (row) => <PowerSign state={row.powerState} />,
        widthPx: 116,
        hiddenAtFirst: true,
      },
      { id: "os", label: t("os"), cell: (row) => text(row.os), widthPx: 180, hiddenAtFirst: true },
    ];
  }, [t, format, size]);
}
