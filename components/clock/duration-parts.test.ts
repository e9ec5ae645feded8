import { describe, expect, it } from "vitest";
import { durationParts } from "./duration-parts";

const nothing = { days: 0, hours: 0, minutes: 0, seconds: 0 };

describe("a length of time in units", () => {
  it("keeps seconds below an hour, minutes below a day, hours beyond", () => {
    expect(durationParts(42)).toEqual({ ...nothing, seconds: 42 });
    // 2 x 60 + 5.
    expect(durationParts(125)).toEqual({ ...nothing, minutes: 2, seconds: 5 });
    // 2 x 3,600 + 14 x 60.
    expect(durationParts(8_040)).toEqual({ ...nothing, hours: 2, minutes: 14 });
    // 86,400 + 2 x 3,600 + 184 s, which is less than half an hour.
    expect(durationParts(93_784)).toEqual({ ...nothing, days: 1, hours: 2 });
  });

  it("carries what it rounds up", () => {
    expect(durationParts(59.6)).toEqual({ ...nothing, minutes: 1 });
    expect(durationParts(3_599.7)).toEqual({ ...nothing, hours: 1 });
    // 23 h 59 min 45 s rounds to 24 h.
    expect(durationParts(86_385)).toEqual({ ...nothing, days: 1 });
  });

  it("has no negative lengths", () => {
    expect(durationParts(-5)).toEqual(nothing);
  });
});
