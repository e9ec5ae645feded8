import { describe, expect, it } from "vitest";
import { localTextOfSeconds, secondsOfLocalText } from "./zoned-time";

const seoul = { epochIso: "2026-11-27T15:00:00Z", timeZone: "Asia/Seoul" };
const berlin = { epochIso: "2026-10-24T22:00:00Z", timeZone: "Europe/Berlin" };

describe("times that people enter in the project's zone", () => {
  it("counts from the epoch in the zone, not in the browser's", () => {
    // The epoch is midnight in Seoul (UTC+9); 22:00 of that day is 22 h later.
    expect(secondsOfLocalText(seoul, "2026-11-28 22:00:00")).toBe(22 * 3_600);
    expect(localTextOfSeconds(seoul, 22 * 3_600)).toBe("2026-11-28 22:00:00");
  });

  it("takes the first of the two in the hour that daylight saving repeats", () => {
    // Midnight in Berlin is the epoch (UTC+2); 02:30 comes at 2.5 h and again at 3.5 h.
    expect(secondsOfLocalText(berlin, "2026-10-25 02:30:00")).toBe(2.5 * 3_600);
    expect(localTextOfSeconds(berlin, 3.5 * 3_600)).toBe("2026-10-25 02:30:00");
  });

  it("refuses the hour that daylight saving skips, and what is no time", () => {
    expect(secondsOfLocalText(berlin, "2027-03-28 02:30:00")).toBeNull();
    expect(secondsOfLocalText(berlin, "soon")).toBeNull();
  });
});
