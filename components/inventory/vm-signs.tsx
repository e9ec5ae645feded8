"use client";

import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { VmRow } from "@/lib/inventory/list-schema";
import type { PowerState } from "@/lib/inventory/schema";

const powerTones: Record<Exclude<PowerState, "unknown">, Tone> = {
  poweredOn: "success",
  poweredOff: "neutral",
  suspended: "warning",
};

export function PowerSign({ state }: { state: PowerState }) {
  const t = useTranslations("inventory.powerStates");
  if (state === "unknown") return <NoData />;
  return (
    <Group gap={6} wrap="nowrap">
      <StatusDot tone={powerTones[state]} />
      {t(state)}
    </Group>
  );
}

/** Whether a VM counts downstream, and what decided it. */
export function ScopeBadge({ row }: { row: Pick<VmRow, "inScope" | "excluded" | "setAside"> }) {
  const t = useTranslations("inventory.scope");
  const tReasons = useTranslations("discovery.setAside");
  if (row.excluded === true) return <StateBadge tone="warning">{t("excluded")}</StateBadge>;
  if (row.inScope) {
    return (
      <StateBadge tone={row.excluded === false ? "info" : "success"}>
        {t(row.excluded === false ? "included" : "inScope")}
      </StateBadge>
    );
  }
  return (
    <StateBadge tone="neutral">{row.setAside ? tReasons(row.setAside) : t("setAside")}</StateBadge>
  );
}
