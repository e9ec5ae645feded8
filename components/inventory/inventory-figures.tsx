"use client";

import { SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/ui/key-figure";
import { importQuery } from "@/lib/client/imports-queries";
import type { InventorySummary } from "@/lib/inventory/list-schema";
import { sumOrigin } from "./figure-origin";
import { useSizeText } from "./use-size-text";

interface InventoryFiguresProps {
  projectId: string;
  summary: InventorySummary;
}

/** The estate in eight figures, over the VMs in scope, each with its origin. */
export function InventoryFigures({ projectId, summary }: InventoryFiguresProps) {
  const t = useTranslations("inventory.figures");
  const format = useFormatter();
  const size = useSizeText();
  const { data: detail } = useQuery(importQuery(projectId, summary.importId));
  const confidence = detail?.confidence ?? null;
  const setAside = Object.values(summary.setAside).reduce((sum, vms) => sum + vms, 0);

  const originOf = (figure: string) => {
    const known = sumOrigin(confidence, figure);
    if (!known) return {};
    const { reported, derivedTotal, missing } = known.row;
    return {
      origin: known.origin,
      originDetail: t("originDetail", { reported, derived: derivedTotal, missing }),
    };
  };
  const sized = (label: string, sizeMib: number | null, figure: string) =>
    sizeMib === null ? (
      <StatCard label={label} value={null} />
    ) : (
      <StatCard label={label} {...size.parts(sizeMib)} {...originOf(figure)} />
    );
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      <StatCard
        label={t("inScope")}
        value={format.number(summary.inScope)}
        origin="reported"
        note={t("inScopeNote", { total: summary.vms, setAside, excluded: summary.excluded })}
      />
      <StatCard
        label={t("poweredOn")}
        value={format.number(summary.poweredOn)}
        {...originOf("powerState")}
        note={t("poweredOnNote", { off: summary.poweredOff, suspended: summary.suspended })}
      />
      <StatCard
        label={t("vcpus")}
        value={summary.vcpus === null ? null : format.number(summary.vcpus)}
        {...(summary.vcpus === null ? {} : originOf("cpus"))}
      />
      {sized(t("memory"), summary.memoryMib, "memoryMib")}
      {sized(t("provisioned"), summary.provisionedMib, "provisionedMib")}
      {sized(t("inUse"), summary.inUseMib, "inUseMib")}
      <StatCard
        label={t("hosts")}
        value={summary.hosts.length > 0 ? format.number(summary.hosts.length) : null}
        {...(summary.hosts.length > 0 ? { origin: "reported" as const } : {})}
      />
      <StatCard
        label={t("clusters")}
        value={summary.clusters.length > 0 ? format.number(summary.clusters.length) : null}
        {...(summary.clusters.length > 0 ? { origin: "reported" as const } : {})}
      />
    </SimpleGrid>
  );
}
