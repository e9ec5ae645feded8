"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { ClockView } from "@/lib/world/api-schema";

export interface SimTimeText {
  /** `Sat, 28 Nov 2026, 22:14:08` in the project's zone. */
  full: (seconds: number) => string;
  /** `Sat 28 Nov, 22:14`: for tables and ranges. */
  short: (seconds: number) => string;
  /** `22:14:08`, for the ticking clock. */
  time: (seconds: number) => string;
  /** `Sat, 28 Nov`. */
  day: (seconds: number) => string;
  /** `22:14 - 23:40`, with the days where they differ. */
  range: (startSeconds: number, endSeconds: number) => string;
  /** `GMT+9`: which clock this is. */
  zone: (seconds: number) => string;
}

/** Server and browser have different editions of the locale data, which differ in their spaces. */
const THIN_SPACES = /[\u2009\u202f\u00a0]/g;

/** Writes instants of simulated time in the project's own time zone and the reader's language. */
export function useSimTimeText(clock: Pick<ClockView, "epochIso" | "timeZone">): SimTimeText {
  const locale = useLocale();
  const { epochIso, timeZone } = clock;
  return useMemo(() => {
    const epochMs = Date.parse(epochIso);
    const instant = (seconds: number) => epochMs + seconds * 1_000;
    const formatter = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { hourCycle: "h23", timeZone, ...options });
    const day = { weekday: "short", day: "numeric", month: "short" } as const;
    const minute = { hour: "2-digit", minute: "2-digit" } as const;
    const formats = {
      full: formatter({ ...day, year: "numeric", ...minute, second: "2-digit" }),
      short: formatter({ ...day, ...minute }),
      time: formatter({ ...minute, second: "2-digit" }),
      day: formatter(day),
      zone: formatter({ timeZoneName: "short", hour: "2-digit" }),
    };
    return {
      full: (seconds) => formats.full.format(instant(seconds)),
      short: (seconds) => formats.short.format(instant(seconds)),
      time: (seconds) => formats.time.format(instant(seconds)),
      day: (seconds) => formats.day.format(instant(seconds)),
      range: (start, end) =>
        formats.short.formatRange(instant(start), instant(end)).replace(THIN_SPACES, " "),
      zone: (seconds) =>
        formats.zone.formatToParts(instant(seconds)).find((part) => part.type === "timeZoneName")
          ?.value ?? timeZone,
    };
  }, [locale, epochIso, timeZone]);
}
