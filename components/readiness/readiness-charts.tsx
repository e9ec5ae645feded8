"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { BarChartCard } from "@/components/charts/chart-card";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { bestTypeRows, blockerRows } from "./readiness-chart-rows";

/** The height of a bar with its gap, and of the axis under them. */
const BAR_PX = 26;
const AXIS_PX = 40;

/** Which types serve the VMs best, and which checks stand in the way of most of them. */
export function ReadinessCharts({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("acknowledgement.charts");
  const tTypes = useTranslations("readiness.types");
  const tRules = useTranslations("readiness.rules");
  const format = useFormatter();
  const types = bestTypeRows(assessment.bestTypes).map(({ type, vms }) => ({
    type: type === "none" ? t("noType") : tTypes(type),
    vms,
  }));
  const blockers = blockerRows(assessment.rules).map(({ ruleId, vms }) => ({
    check: tRules(`${ruleId}.title`),
    vms,
  }));
  const rows = Math.max(types.length, blockers.length);
  const shared = {
    // Side by side, the shorter one is as tall as the other: a card half empty looks unfinished.
    heightPx: Math.max(180, rows * BAR_PX + AXIS_PX),
    series: [{ key: "vms", label: t("vms") }],
    formatY: (value: number) => format.number(value),
    horizontal: true,
  } as const;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <BarChartCard
        {...shared}
        title={t("types")}
        description={t("typesHelp")}
        data={types}
        xKey="type"
        xLabel={t("type")}
      />
      <BarChartCard
        {...shared}
        series={[{ key: "vms", label: t("vms"), color: 4 }]}
        title={t("blockers")}
        description={t("blockersHelp")}
        data={blockers}
        xKey="check"
        xLabel={t("check")}
      />
    </SimpleGrid>
  );
}
