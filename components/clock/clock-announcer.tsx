"use client";

import { VisuallyHidden } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { ClockView } from "@/lib/world/api-schema";
import { useSimTimeText } from "./use-sim-time-text";

/** Says politely when time is paused, resumed, sped up or moved; not at every tick. */
export function ClockAnnouncer({ view }: { view: ClockView }) {
  const t = useTranslations("board.clock");
  const format = useFormatter();
  const text = useSimTimeText(view);
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {view.paused
        ? t("announcePaused", { time: text.short(view.nowSeconds) })
        : t("announceRunning", { speed: format.number(view.speed) })}
    </VisuallyHidden>
  );
}
