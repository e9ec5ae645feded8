"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from "@/lib/units/duration";

/** Writes how long something still takes, no finer than anybody could know: 8 s, 2 min 10 s, 1 h 5 min. */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations("imports.duration");
  return useCallback(
    (exact) => {
      const seconds = Math.ceil(exact);
      if (seconds < SECONDS_PER_MINUTE) return t("seconds", { seconds });
      if (seconds < SECONDS_PER_HOUR) {
        const minutes = Math.floor(seconds / SECONDS_PER_MINUTE);
        return t("minutes", { minutes, seconds: seconds % SECONDS_PER_MINUTE });
      }
      const hours = Math.floor(seconds / SECONDS_PER_HOUR);
      const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
      return t("hours", { hours, minutes });
    },
    [t],
  );
}
