"use client";

import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/tone";
import type { FindingState } from "@/lib/assessment/acknowledgement-schema";

const tones: Record<FindingState, Tone> = {
  open: "warning",
  acknowledged: "info",
  overdue: "danger",
};

export function FindingStateBadge({ state }: { state: FindingState }) {
  const t = useTranslations("acknowledgement.states");
  return (
    <StateBadge tone={tones[state]} withDot>
      {t(state)}
    </StateBadge>
  );
}
