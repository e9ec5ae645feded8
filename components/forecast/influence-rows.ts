import type { Influence } from "@/lib/forecast/schema";
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from "@/lib/units/duration";

export interface InfluenceRow extends Pick<Influence, "input" | "varianceShare"> {
  /** How much later the median end is, in the unit of the chart; null when it is not within the horizon. */
  low: number | null;
  high: number | null;
}

/** Bars against the median end; in minutes where none is an hour long, as ends of small groups vary little. */
export function influenceRows(
  influences: readonly Influence[],
  p50: number | null,
): { unit: "hours" | "minutes"; rows: InfluenceRow[] } {
  const later = (seconds: number | null) =>
    seconds === null || p50 === null ? null : seconds - p50;
  const bars = influences
    .filter(({ isSignificant }) => isSignificant)
    .map(({ input, varianceShare, lowFactorP50, highFactorP50 }) => ({
      input,
      varianceShare,
      low: later(lowFactorP50),
      high: later(highFactorP50),
    }));
  const isShort = bars.every(({ low, high }) =>
    [low, high].every((seconds) => Math.abs(seconds ?? 0) < SECONDS_PER_HOUR),
  );
  const unitSeconds = isShort ? SECONDS_PER_MINUTE : SECONDS_PER_HOUR;
  const inUnits = (seconds: number | null) => (seconds === null ? null : seconds / unitSeconds);
  return {
    unit: isShort ? "minutes" : "hours",
    rows: bars.map((bar) => ({ ...bar, low: inUnits(bar.low), high: inUnits(bar.high) })),
  };
}
