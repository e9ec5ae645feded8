"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { durationParts } from "./duration-parts";

const UNITS = ["days", "hours", "minutes", "seconds"] as const;

/** Writes a length of simulated time: 42 s, 5 min, 2 h 14 min, 3 days 4 h. */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations("board.duration");
  return useCallback(
    (seconds) => {
      const parts = durationParts(seconds);
      const shown = UNITS.filter((unit) => parts[unit] > 0);
      if (shown.length === 0) return t("seconds", { count: 0 });
      return shown.map((unit) => t(unit, { count: parts[unit] })).join(" ");
    },
    [t],
  );
}
