"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import type { DataColumn } from "@/components/tables/columns";
import { Known, NoData } from "@/components/ui/no-data";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Suitability } from "@/lib/assessment/readiness-schema";
import type { CandidateVm } from "@/lib/client/group-queries";
import { VerdictMarks } from "./verdict-marks";

const suitabilityTone: Record<Suitability, Tone> = {
  Suitable: "success",
  ConditionallySuitable: "warning",
  NotSuitable: "danger",
  ReadinessUnknown: "neutral",
};

/** The columns of VMs that can be put into a group. */
export function useCandidateColumns(): DataColumn<CandidateVm>[] {
  const t = useTranslations("groups");
  const format = useFormatter();
  const size = useSizeText();
  return useMemo<DataColumn<CandidateVm>[]>(() => {
    const number = { widthPx: 90, align: "end", sortable: true } as const;
    return [
      {
        id: "name",
        label: t("columns.vm"),
        widthPx: 180,
        sortable: true,
        rowHeader: true,
        cell: (row) => row.name,
      },
      {
        id: "suitability",
        label: t("columns.suitability"),
        widthPx: 170,
        sortable: true,
        cell: ({ suitability }) =>
          suitability === null ? (
            <NoData reason="notEvaluated" />
          ) : (
            <span>
              <StatusDot tone={suitabilityTone[suitability]} /> {t(`suitability.${suitability}`)}
            </span>
          ),
      },
      {
        id: "types",
        label: t("columns.verdicts"),
        widthPx: 270,
        cell: (row) => <VerdictMarks types={row.types} />,
      },
      {
        id: "bestType",
        label: t("columns.bestType"),
        widthPx: 110,
        sortable: true,
        cell: (row) => (
          <Known value={row.bestType} reason={row.types === null ? "notEvaluated" : "noData"}>
            {(type) => t(`types.${type}`)}
          </Known>
        ),
      },
      {
        id: "cpus",
        label: t("columns.cpus"),
        ...number,
        widthPx: 80,
        cell: (row) => <Known value={row.cpus}>{(value) => format.number(value)}</Known>,
      },
      {
        id: "memoryMib",
        label: t("columns.memory"),
        ...number,
        cell: (row) => <Known value={row.memoryMib}>{size.mib}</Known>,
      },
      {
        id: "storageMib",
        label: t("columns.storage"),
        ...number,
        cell: (row) => <Known value={row.storageMib}>{size.mib}</Known>,
      },
      {
        id: "os",
        label: t("columns.os"),
        widthPx: 200,
        sortable: true,
        cell: (row) => <Known value={row.os}>{(os) => os}</Known>,
      },
      {
        id: "cluster",
        label: t("columns.cluster"),
        widthPx: 120,
        sortable: true,
        cell: (row) => <Known value={row.cluster}>{(cluster) => cluster}</Known>,
      },
    ];
  }, [t, format, size]);
}
