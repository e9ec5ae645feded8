"use client";

import { type HeardClock, readableUnit } from "./simulated-now";
import { useSimTimeText } from "./use-sim-time-text";
import { useSimulatedNow } from "./use-simulated-now";

interface SimClockTextProps {
  clock: HeardClock;
  /** `full` has the date as well. */
  format?: "full" | "short";
}

/** The simulated time that it is, ticking. Not a live region: it changes ten times a second. */
export function SimClockText({ clock, format = "full" }: SimClockTextProps) {
  const seconds = useSimulatedNow(clock);
  const text = useSimTimeText(clock.view);
  const fine = readableUnit(clock.view) === "second";
  return (
    <span className="lf-numeric" suppressHydrationWarning>
      {format === "short" || !fine ? text.short(seconds) : text.full(seconds)}
    </span>
  );
}
