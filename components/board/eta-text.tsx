"use client";

import { useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { ClockView } from "@/lib/world/api-schema";
import type { Eta } from "@/lib/world/board-schema";

/** Below this the earliest and the latest are the same minute to a reader. */
const SAME_SECONDS = 60;

/** When something ends, as a range with clock times: nobody knows it to the minute. */
export function EtaText({ eta, view }: { eta: Eta; view: ClockView }) {
  const t = useTranslations("board");
  const text = useSimTimeText(view);
  const certain = eta.latestSeconds - eta.earliestSeconds < SAME_SECONDS;
  return (
    <span className="lf-numeric">
      {certain
        ? t("etaCertain", { time: text.short(eta.likelySeconds) })
        : text.range(eta.earliestSeconds, eta.latestSeconds)}
    </span>
  );
}
