"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { BarChartCard } from "@/components/charts/chart-card";
import type { InventorySummary } from "@/lib/inventory/list-schema";
import { countFamilies, largest, withUnnamed } from "./os-family";

/** More bars than this cannot be told apart; the rest is one bar. */
const MOST_CLUSTERS = 10;

/** What runs in the guests, and where the VMs are. */
export function InventoryCharts({ summary }: { summary: InventorySummary }) {
  const t = useTranslations("inventory.charts");
  const tFamilies = useTranslations("inventory.osFamilies");
  const format = useFormatter();
  const formatY = (value: number) => format.number(value);
  const families = countFamilies(withUnnamed(summary.operatingSystems, summary.inScope)).map(
    ({ name, vms }) => ({
      name: tFamilies(name),
      vms,
    }),
  );
  const { shown, othersVms } = largest(summary.clusterVms, MOST_CLUSTERS);
  const clusters = shown.map(({ name, vms }) => ({ name, vms }));
  if (othersVms > 0) clusters.push({ name: t("otherClusters"), vms: othersVms });
  const series = [{ key: "vms", label: t("vms") }];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <BarChartCard
        title={t("osTitle")}
        description={t("osDescription")}
        data={families}
        xKey="name"
        xLabel={t("osFamily")}
        series={series}
        formatY={formatY}
        heightPx={240}
        horizontal
      />
      <BarChartCard
        title={t("clusterTitle")}
        description={t("clusterDescription")}
        data={clusters}
        xKey="name"
        xLabel={t("cluster")}
        series={[{ key: "vms", label: t("vms"), color: 3 }]}
        formatY={formatY}
        heightPx={240}
        horizontal
      />
    </SimpleGrid>
  );
}
