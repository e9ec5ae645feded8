import { describe, expect, it } from "vitest";
import { chanceOf } from "./chance";
import { nineInTen } from "./factor-range";
import { influenceRows } from "./influence-rows";
import { rangeRows } from "./range-rows";

describe("words for a chance", () => {
  it("never call certain what failed in one replication", () => {
    expect(chanceOf(1)).toBe("certain");
    expect(chanceOf(0.9999)).toBe("veryLikely");
    expect(chanceOf(0.5)).toBe("open");
    expect(chanceOf(0)).toBe("veryUnlikely");
  });
});

describe("nine in ten draws", () => {
  it("lie within 1.645 deviations of the logarithm", () => {
    // exp(1.644854 x 0.15) = 1.27982
    const { low, high } = nineInTen(1, 0.15);
    expect(high).toBeCloseTo(1.27982, 4);
    expect(low * high).toBeCloseTo(1, 10);
  });
});

describe("ranges on one axis", () => {
  const spread = { endedRatio: 1, completedRatio: 1, p80: 80 };

  it("start at the present and end at the last P90", () => {
    const [row] = rangeRows(
      [{ key: "a", label: "A", spread: { ...spread, p10: 20, p50: 50, p90: 100 } }],
      0,
    );
    expect(row).toMatchObject({ p10Percent: 20, p50Percent: 50, p80Percent: 80, p90Percent: 100 });
  });

  it("have no place for what is not within the horizon", () => {
    const rows = rangeRows(
      [
        { key: "a", label: "A", spread: { ...spread, p10: 20, p50: 50, p90: null } },
        { key: "b", label: "B", spread: { ...spread, p10: null, p50: null, p80: null, p90: null } },
      ],
      0,
    );
    // The axis ends at the last that is known, which is P80 of A.
    expect(rows[0]).toMatchObject({ p50Percent: 62.5, p80Percent: 100, p90Percent: null });
    expect(rows[1]).toMatchObject({ p10Percent: null, p90Percent: null });
  });
});

describe("bars of what matters", () => {
  const influence = {
    input: "bandwidth" as const,
    rankCorrelation: -0.8,
    varianceShare: 0.64,
    lowFactor: 0.8,
    highFactor: 1.2,
    isSignificant: true,
  };

  it("are hours around the median end, of what stands out from chance", () => {
    const long = { ...influence, lowFactorP50: 17_200, highFactorP50: 8_200 };
    const chance = { ...long, input: "churn" as const, isSignificant: false };
    // 17,200 - 10,000 is two hours later, 8,200 half an hour earlier.
    expect(influenceRows([long, chance], 10_000)).toEqual({
      unit: "hours",
      rows: [{ input: "bandwidth", varianceShare: 0.64, low: 2, high: -0.5 }],
    });
  });

  it("are minutes where none is an hour long, and nothing where an end is not within the horizon", () => {
    const short = { ...influence, lowFactorP50: 10_090, highFactorP50: null };
    expect(influenceRows([short], 10_000)).toEqual({
      unit: "minutes",
      rows: [{ input: "bandwidth", varianceShare: 0.64, low: 1.5, high: null }],
    });
  });
});
