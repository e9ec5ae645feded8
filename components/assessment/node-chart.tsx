"use client";

import { useFormatter, useTranslations } from "next-intl";
import { BarChartCard } from "@/components/charts/chart-card";
import type { NodeOption } from "@/lib/assessment/assessment-schema";

/** What each resource asks for on every node type of the region, side by side. */
export function NodeChart({ options }: { options: readonly NodeOption[] }) {
  const t = useTranslations("assessment-pages.nodes");
  const format = useFormatter();
  return (
    <BarChartCard
      title={t("chart.title")}
      description={t("chart.help")}
      data={options.map(({ sizing }) => ({
        nodeType: sizing.nodeType,
        ...sizing.nodesFor,
        total: sizing.nodeNumber + sizing.baseNodes,
      }))}
      xKey="nodeType"
      xLabel={t("nodeType")}
      series={[
        { key: "cpu", label: t("chart.cpu") },
        { key: "memory", label: t("chart.memory") },
        { key: "storage", label: t("chart.storage") },
        { key: "total", label: t("chart.total"), tone: "neutral" },
      ]}
      formatY={(value) => format.number(value)}
    />
  );
}
