"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ProfileView } from "@/lib/performance/week-profile";

/** A Monday: weeks of profiles begin on one. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;
const HOURS_OF_DAY = 24;

/** Writes the place of a profile: `09:00`, `Tue` or `Tue 09:00`. */
export function useWeekText(): Readonly<Record<ProfileView, (at: number) => string>> {
  const t = useTranslations("performance.profile");
  const format = useFormatter();
  return useMemo(() => {
    const hour = (at: number) => `${String(at % HOURS_OF_DAY).padStart(2, "0")}:00`;
    const weekday = (at: number) =>
      format.dateTime(new Date(MONDAY_MS + at * HOURS_OF_DAY * HOUR_MS), {
        weekday: "short",
        timeZone: "UTC",
      });
    const week = (at: number) =>
      t("at", { weekday: weekday(Math.floor(at / HOURS_OF_DAY)), time: hour(at) });
    return { hour, weekday, week };
  }, [t, format]);
}
