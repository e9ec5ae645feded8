/** 95 % point of the normal distribution: nine in ten draws lie within so many deviations to both sides. */
const NINE_IN_TEN = 1.644854;

/** Between which factors nine in ten draws of a lognormal law lie. */
export function nineInTen(median: number, sigma: number): { low: number; high: number } {
  return {
    low: median * Math.exp(-NINE_IN_TEN * sigma),
    high: median * Math.exp(NINE_IN_TEN * sigma),
  };
}
