import { describe, expect, it } from "vitest";
import { namedStream } from "./random";
import {
  crps,
  kolmogorovDistance,
  kolmogorovDistanceToUniform,
  mean,
  probabilityIntegralTransform,
  quantile,
  shareAtMost,
  sortAscending,
  variance,
} from "./statistics";

describe("statistics", () => {
  it("says nothing about an empty sample instead of zero", () => {
    expect(mean([])).toBeNull();
    expect(variance([1])).toBeNull();
    expect(quantile([], 0.5)).toBeNull();
    expect(shareAtMost([], 1)).toBeNull();
    expect(crps([], 1)).toBeNull();
  });

  it("computes mean and unbiased variance", () => {
    // Deviations of 2, 4, 4, 4, 5, 5, 7, 9 from 5 squared sum to 32; 32 / 7.
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(variance(values)).toBeCloseTo(32 / 7, 12);
  });

  it("interpolates quantiles as type 7 of Hyndman and Fan", () => {
    // R: quantile(c(1, 2, 4, 8), c(0, 0.1, 0.5, 0.9, 1)) is 1, 1.3, 3, 6.8, 8.
    const sorted = sortAscending([8, 1, 4, 2]);
    const expected = [1, 1.3, 3, 6.8, 8];
    for (const [i, probability] of [0, 0.1, 0.5, 0.9, 1].entries()) {
      expect(quantile(sorted, probability)).toBeCloseTo(expected[i] ?? 0, 12);
    }
    expect(() => quantile(sorted, 1.5)).toThrow(RangeError);
  });

  it("keeps runs that never end at Infinity instead of NaN", () => {
    const sorted = [1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    expect(quantile(sorted, 0.9)).toBe(Number.POSITIVE_INFINITY);
    expect(quantile(sorted, 1 / 3)).toBe(2);
  });

  it("measures the Kolmogorov distance on both sides of each step", () => {
    // One value at 0.5: the empirical function jumps from 0 to 1 where the uniform one is 0.5.
    expect(kolmogorovDistanceToUniform([0.5])).toBe(0.5);
    // 0.1, 0.2, 0.3: largest gap is 1 - 0.3.
    expect(kolmogorovDistanceToUniform([0.3, 0.1, 0.2])).toBeCloseTo(0.7, 12);
    const stream = namedStream(1, "ks");
    const draws = Array.from({ length: 2_000 }, () => stream.exponential(2));
    // Below 1.63 / sqrt(n) with 99 %.
    expect(kolmogorovDistance(draws, (x) => 1 - Math.exp(-x / 2))).toBeLessThan(
      1.63 / Math.sqrt(2_000),
    );
  });

  it("scores a point forecast by its absolute error and rewards a sharper sample", () => {
    expect(crps([7], 10)).toBe(3);
    // E|X - y| = (1 + 1) / 2, E|X - X'| = (0 + 2 + 2 + 0) / 4: 1 - 0.5.
    expect(crps([9, 11], 10)).toBeCloseTo(0.5, 12);
    expect(crps([9.5, 10.5], 10)).toBeCloseTo(0.25, 12);
  });

  it("scores a normal forecast as its closed form does", () => {
    // CRPS of N(0, 1) at 0 is (sqrt(2) - 1) / sqrt(pi) = 0.233695 (Gneiting and Raftery, 2007, eq. 5).
    const stream = namedStream(1, "crps");
    const sample = Array.from({ length: 20_000 }, () => stream.normal(0, 1));
    expect(crps(sample, 0)).toBeCloseTo(0.233695, 2);
  });

  it("gives uniform transforms for a calibrated forecast, ties included", () => {
    const stream = namedStream(2, "pit");
    const transforms = Array.from({ length: 2_000 }, () => {
      const sample = Array.from({ length: 20 }, () => stream.int(0, 4));
      return probabilityIntegralTransform(sample, stream.int(0, 4), stream.uniform());
    });
    expect(kolmogorovDistanceToUniform(transforms)).toBeLessThan(1.63 / Math.sqrt(2_000));
  });
});
