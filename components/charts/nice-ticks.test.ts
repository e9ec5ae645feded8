import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceTicks, valueRange } from "./nice-ticks";

describe("the ticks of a value axis", () => {
  it("are values that people count in", () => {
    // 242 in 5 steps: 48.4 each, and the next round step is 50.
    expect(niceTicks({ min: 0, max: 242 }, 6)).toEqual([0, 50, 100, 150, 200, 250]);
    expect(niceTicks({ min: 0, max: 2_540 }, 6)).toEqual([0, 1_000, 2_000, 3_000]);
    expect(niceTicks({ min: -3.2e6, max: 1.1e6 }, 5)).toEqual([-4e6, -2e6, 0, 2e6]);
  });

  it("leave fractions out of what is counted", () => {
    expect(niceTicks({ min: 0, max: 2 }, 6, true)).toEqual([0, 1, 2]);
    expect(niceTicks({ min: 0, max: 9 }, 6, true)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it("hold every value, zero among them, with few ticks", () => {
    const values = fc.array(
      fc.integer().map((cents) => cents / 100),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(values, fc.boolean(), (numbers, stacked) => {
        const data = numbers.map((value) => ({ a: value, b: null }));
        const ticks = niceTicks(valueRange(data, ["a", "b"], stacked), 5);
        const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
        for (const value of [...numbers, 0]) {
          expect(value).toBeGreaterThanOrEqual(first);
          expect(value).toBeLessThanOrEqual(last);
        }
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("count stacked series together, each side of zero by itself", () => {
    const data = [{ a: 3, b: 4, c: -5 }];
    expect(valueRange(data, ["a", "b", "c"], true)).toEqual({ min: -5, max: 7 });
    expect(valueRange(data, ["a", "b", "c"], false)).toEqual({ min: -5, max: 4 });
  });
});
