import { quantile, sortAscending } from "@/lib/engine/statistics";
import { UNCERTAINTY_NAMES } from "@/lib/migration/uncertainty-schema";
import type { Influence } from "./schema";

/**
 * Which inputs the end depends on, by Spearman's rank correlation of each drawn factor with the end. The
 * factors are drawn independently, so the squares add up to at most 1 where the dependence is monotone, and
 * what is missing to 1 is chance in single VMs and random events. Ranks also take replications that never
 * end: they come last, tied. Beside it stands what it means in hours: the median end where the factor is
 * among its smallest fifth and among its largest.
 */

/** Two-sided 1 % point of the normal distribution; Spearman's coefficient has variance 1/(n - 1) by chance. */
const SIGNIFICANCE_DEVIATIONS = 2.576;
const TAIL_RATIO = 0.2;

export function influencesOn(
  ends: Float64Array,
  factors: Float64Array,
  count: number,
): Influence[] {
  const columns = UNCERTAINTY_NAMES.length;
  const endRanks = ranksOf(ends);
  return UNCERTAINTY_NAMES.flatMap((input, column): Influence[] => {
    const drawn = Float64Array.from({ length: count }, (_, row) =>
      Number(factors[row * columns + column]),
    );
    const rankCorrelation = pearson(ranksOf(drawn), endRanks);
    if (rankCorrelation === null) return [];
    return [
      {
        input,
        rankCorrelation,
        varianceShare: Math.min(1, rankCorrelation * rankCorrelation),
        ...tails(drawn, ends),
        isSignificant:
          Math.abs(rankCorrelation) * Math.sqrt(Math.max(0, count - 1)) > SIGNIFICANCE_DEVIATIONS,
      },
    ];
  }).sort((a, b) => b.varianceShare - a.varianceShare);
}

/** Ranks from 1, ties sharing their mean rank. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => compare(values[a], values[b]) || a - b);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    const value = values[order[start] as number];
    while (end < order.length && values[order[end] as number] === value) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Infinities compare as equal, which their difference would not. */
function compare(a = 0, b = 0): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Null where one of the two does not vary. */
function pearson(a: Float64Array, b: Float64Array): number | null {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const da = Number(a[i]) - meanA;
    const db = Number(b[i]) - meanB;
    both += da * db;
    squaresA += da * da;
    squaresB += db * db;
  }
  if (!(squaresA > 0 && squaresB > 0)) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB)));
}

function tails(
  drawn: Float64Array,
  ends: Float64Array,
): Pick<Influence, "lowFactorP50" | "highFactorP50" | "lowFactor" | "highFactor"> {
  const order = Array.from(drawn.keys()).sort((a, b) => compare(drawn[a], drawn[b]) || a - b);
  const size = Math.max(1, Math.floor(order.length * TAIL_RATIO));
  const medianOf = (values: Float64Array, rows: readonly number[]) =>
    quantile(sortAscending(rows.map((row) => Number(values[row]))), 0.5) ?? Number.NaN;
  const low = order.slice(0, size);
  const high = order.slice(-size);
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    lowFactorP50: finite(medianOf(ends, low)),
    highFactorP50: finite(medianOf(ends, high)),
    lowFactor: medianOf(drawn, low),
    highFactor: medianOf(drawn, high),
  };
}
