import type { Spread } from "@/lib/forecast/schema";

/** One line of the ranges: where its quantiles lie on the axis that all lines share, 0 to 100. */
export interface RangeRow {
  key: string;
  label: string;
  spread: Spread;
  p10Percent: number | null;
  p50Percent: number | null;
  p80Percent: number | null;
  p90Percent: number | null;
}

/** Places spreads between `fromSeconds` and the last quantile that is within the horizon. */
export function rangeRows(
  lines: readonly Pick<RangeRow, "key" | "label" | "spread">[],
  fromSeconds: number,
): RangeRow[] {
  const known = lines.flatMap(({ spread: { p10, p50, p80, p90 } }) =>
    [p10, p50, p80, p90].flatMap((value) => value ?? []),
  );
  const width = Math.max(...known, fromSeconds) - fromSeconds;
  const percent = (seconds: number | null) =>
    seconds === null
      ? null
      : width > 0
        ? Math.min(100, Math.max(0, (100 * (seconds - fromSeconds)) / width))
        : 0;
  return lines.map((line) => ({
    ...line,
    p10Percent: percent(line.spread.p10),
    p50Percent: percent(line.spread.p50),
    p80Percent: percent(line.spread.p80),
    p90Percent: percent(line.spread.p90),
  }));
}
