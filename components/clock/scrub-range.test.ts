import { describe, expect, it } from "vitest";
import { scrubRange, scrubStep } from "./scrub-range";

describe("the reach of the scrubber", () => {
  it("holds the start of the migration, now and the end of the forecast", () => {
    expect(
      scrubRange({ nowSeconds: 20_000, startedAtSeconds: 8_000, latestSeconds: 90_000 }),
      // 8,000 s is in the third hour; 90,000 + 1,800 s is in the 26th.
    ).toEqual({ startSeconds: 7_200, endSeconds: 93_600 });
  });

  it("looks a day ahead where nothing is forecast, and an hour where everything is over", () => {
    const none = { startedAtSeconds: null, latestSeconds: null };
    expect(scrubRange({ nowSeconds: 3_600, ...none })).toEqual({
      startSeconds: 3_600,
      endSeconds: 90_000,
    });
    expect(
      scrubRange({ nowSeconds: 36_000, startedAtSeconds: 0, latestSeconds: 9_000 }).endSeconds,
    ).toBe(39_600);
  });

  it("steps by whole minutes, at least one", () => {
    expect(scrubStep({ startSeconds: 0, endSeconds: 3_600 })).toBe(60);
    // 10 days in 1,000 steps are 864 s each: 14 minutes.
    expect(scrubStep({ startSeconds: 0, endSeconds: 864_000 })).toBe(840);
  });
});
