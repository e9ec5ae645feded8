import { describe, expect, it } from "vitest";
import { bandwidthPrior, drawState, observeRate, oneSlotLater } from "./bandwidth-state";
import { slotAutoregression } from "./drift";
import { ranksOf } from "./influence";
import { afterCount, afterObservations } from "./law-state";

describe("bandwidth that comes and goes", () => {
  it("has the moments of means over slots", () => {
    // T = d: 2 (1 - (1 - 1/e)) = 2/e = 0.735759; (1 - 1/e)^2 = 0.399576; their quotient 0.543080.
    const { sigma, correlation } = slotAutoregression(0.2, 3600, 3600);
    expect(sigma).toBeCloseTo(0.2 * Math.sqrt(0.735759), 6);
    expect(correlation).toBeCloseTo(0.54308, 5);
  });

  it("splits a surprise between what stays and what goes, as Kalman does", () => {
    // Variances 0.04 and 0.01, noise 0.0004: gains 0.04 / 0.0504 and 0.01 / 0.0504 of a surprise of 0.1.
    const prior = bandwidthPrior(1, 0.2, { sigma: 0.1, correlation: 0.5 });
    const seen = observeRate(prior, 0.1);
    expect(seen.level).toBeCloseTo(0.0793651, 6);
    expect(seen.deviation).toBeCloseTo(0.0198413, 6);
    expect(seen.levelVariance).toBeCloseTo(0.04 - 0.0016 / 0.0504, 10);
    expect(seen.covariance).toBeCloseTo(-0.0004 / 0.0504, 10);
    // A slot later half of the deviation is left: 0.25 x (0.01 - 0.0001 / 0.0504) + 0.75 x 0.01.
    const later = oneSlotLater(seen, { sigma: 0.1, correlation: 0.5 });
    expect(later.deviation).toBeCloseTo(0.00992063, 7);
    expect(later.deviationVariance).toBeCloseTo(0.25 * (0.01 - 0.0001 / 0.0504) + 0.0075, 10);
    expect(later.level).toBe(seen.level);
  });

  it("draws level and deviation with their covariance", () => {
    const state = {
      level: 1,
      deviation: 2,
      levelVariance: 0.04,
      deviationVariance: 0.01,
      covariance: -0.01,
    };
    // Cholesky: 0.2; -0.01 / 0.2 = -0.05, sqrt(0.01 - 0.0025) = 0.0866025.
    expect(drawState(state, 1, 0)).toEqual({ level: 1.2, deviation: 1.95 });
    expect(drawState(state, 0, 1).deviation).toBeCloseTo(2.0866025, 6);
  });
});

describe("what the past says of a law", () => {
  const prior = { logMedian: 0, sigma: 0.3, observations: 0 };

  it("weighs observations by their precision", () => {
    // 1 / 0.09 = 11.1111; four of 1 / 0.25 = 4 each: mean 4 x 4 x 0.2 / 27.1111, deviation 27.1111^-0.5.
    const after = afterObservations(prior, [0.1, 0.3, 0.2, 0.2], 0.5);
    expect(after.logMedian).toBeCloseTo(3.2 / 27.1111, 5);
    expect(after.sigma).toBeCloseTo(0.192055, 5);
    expect(after.observations).toBe(4);
  });

  it("takes a quiet time as a sign of a low rate", () => {
    // No event where 10 were expected, prior normal(0, 1): -u - 10 e^u = 0, so u = -W(10) = -1.745528.
    const after = afterCount({ logMedian: 0, sigma: 1, observations: 0 }, 0, 10);
    expect(after.logMedian).toBeCloseTo(-1.745528, 6);
    expect(after.sigma).toBeCloseTo(1 / Math.sqrt(2.745528), 6);
  });

  it("leaves certainty and silence as they are", () => {
    const certain = { logMedian: 0, sigma: 0, observations: 0 };
    expect(afterObservations(certain, [1, 2], 0.1)).toBe(certain);
    expect(afterCount(certain, 5, 1)).toBe(certain);
    expect(afterObservations(prior, [], 0.1)).toBe(prior);
    expect(afterCount(prior, 0, 0)).toBe(prior);
  });
});

describe("ranks", () => {
  it("share their mean where values are tied, endless ones included", () => {
    const values = Float64Array.of(3, Infinity, 1, Infinity, 3, 2);
    expect([...ranksOf(values)]).toEqual([3.5, 5.5, 1, 5.5, 3.5, 2]);
  });
});
