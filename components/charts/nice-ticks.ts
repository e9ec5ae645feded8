import type { ChartRow } from "./chart-data";

/** Steps that people count in, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** The least and the greatest that a chart has to show, zero among them: bars and areas stand on it. */
export function valueRange(
  data: readonly ChartRow[],
  keys: readonly string[],
  stacked: boolean,
): { min: number; max: number } {
  let min = 0;
  let max = 0;
  for (const row of data) {
    let above = 0;
    let below = 0;
    for (const key of keys) {
      const value = row[key];
      if (typeof value !== "number" || !Number.isFinite(value)) continue;
      above = stacked ? above + Math.max(0, value) : Math.max(above, value);
      below = stacked ? below + Math.min(0, value) : Math.min(below, value);
    }
    max = Math.max(max, above);
    min = Math.min(min, below);
  }
  return { min, max };
}

/**
 * Round values from below the least to above the greatest, about as many as wanted. `whole` keeps fractions out:
 * half a VM is no tick.
 */
export function niceTicks(
  { min, max }: { min: number; max: number },
  wanted: number,
  whole = false,
): number[] {
  if (max <= min) return [min, min + 1];
  const rough = (max - min) / Math.max(1, wanted - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = (STEPS.find((step) => step * power >= rough * 0.999) ?? 10) * power;
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice;
  const first = Math.floor(min / step);
  const last = Math.ceil(max / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
