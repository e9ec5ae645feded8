"use client";

import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/state-badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Severity, Suitability, Verdict } from "@/lib/assessment/readiness-schema";

export const suitabilityTones: Record<Suitability, Tone> = {
  Suitable: "success",
  ConditionallySuitable: "warning",
  NotSuitable: "danger",
  ReadinessUnknown: "neutral",
};

export const severityTones: Record<Severity, Tone> = {
  blocking: "danger",
  warning: "warning",
  info: "info",
};

const verdictTones: Record<Verdict, Tone> = {
  ok: "success",
  warning: "warning",
  blocked: "danger",
  notEvaluated: "neutral",
};

export function SuitabilityBadge({ suitability }: { suitability: Suitability }) {
  const t = useTranslations("readiness.suitability");
  return (
    <StateBadge tone={suitabilityTones[suitability]} withDot>
      {t(suitability)}
    </StateBadge>
  );
}

export function VerdictSign({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("readiness.verdicts");
  return (
    <Group gap={6} wrap="nowrap">
      <StatusDot tone={verdictTones[verdict]} />
      {t(verdict)}
    </Group>
  );
}
