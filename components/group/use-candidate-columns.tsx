"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKnownCells } from "@/components/inventory/use-known-cells";
import { useVmFactColumns } from "@/components/inventory/use-vm-fact-columns";
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
  const facts = useVmFactColumns();
  const known = useKnownCells();
  return useMemo<DataColumn<CandidateVm>[]>(() => {
    return [
      { ...facts.name, label: t("columns.vm") },
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
      facts.cpus,
      facts.memory,
      {
        id: "storageMib",
        label: t("columns.storage"),
        widthPx: 90,
        align: "end",
        sortable: true,
        cell: (row) => known.mib(row.storageMib),
      },
      facts.os,
      facts.cluster,
    ];
  }, [t, facts, known]);
}
