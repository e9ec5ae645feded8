import { describe, expect, it } from "vitest";
import { floorPercent } from "./use-percent-text";

describe("progress in percent", () => {
  it("never shows 100 % while anything is left", () => {
    expect(floorPercent(0.9999)).toBe(99);
    expect(floorPercent(1)).toBe(100);
  });

  it("shows a whole percent that was reached, whatever floating point makes of it", () => {
    // 0.29 * 100 is 28.999999999999996 in binary floating point.
    expect(floorPercent(0.29)).toBe(29);
    expect(floorPercent(0)).toBe(0);
  });
});
