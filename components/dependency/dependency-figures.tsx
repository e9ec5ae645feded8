"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/ui/key-figure";
import type { DependencySummary } from "@/lib/dependency/api-schema";

/** What the export covers, and how well it met the inventory. */
export function DependencyFigures({ summary }: { summary: DependencySummary }) {
  const t = useTranslations("dependencies.figures");
  const format = useFormatter();
  const { endpoints, joined, period } = summary;
  const outside = endpoints.server + endpoints.privateAddress + endpoints.publicAddress;
  const day = (at: string | null) => at?.slice(0, 10) ?? "";
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      <StatCard
        label={t("period")}
        value={format.number(period.slotCount)}
        unit={t("slots", { count: period.slotCount })}
        origin="reported"
        note={
          period.startAt === null
            ? null
            : t("periodNote", {
                start: day(period.startAt),
                end: day(period.endAt),
                hours: period.slotHours ?? 0,
              })
        }
      />
      <StatCard
        label={t("seenVms")}
        value={format.number(summary.seenVms)}
        origin="derived"
        originDetail={t("joinDetail", {
          name: joined.name,
          dnsName: joined.dnsName,
          shortName: joined.shortName,
          address: joined.address,
        })}
        note={t("seenVmsNote", { count: summary.inScopeVms })}
      />
      <StatCard label={t("links")} value={format.number(summary.links)} note={t("linksNote")} />
      <StatCard
        label={t("connections")}
        value={format.number(summary.connections)}
        note={t("connectionsNote")}
      />
      <StatCard
        label={t("unknown")}
        value={format.number(endpoints.server + endpoints.privateAddress)}
        note={t("unknownNote", {
          servers: endpoints.server,
          addresses: endpoints.privateAddress,
          ambiguous: joined.ambiguous,
        })}
        {...(joined.ambiguous > 0 ? { tone: "warning" as const } : {})}
      />
      <StatCard
        label={t("external")}
        value={format.number(endpoints.publicAddress)}
        note={t("externalNote", { count: outside })}
      />
    </SimpleGrid>
  );
}
