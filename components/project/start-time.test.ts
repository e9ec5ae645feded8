import { describe, expect, it } from "vitest";
import { instantOfLocal, proposedStart } from "./start-time";

describe("instantOfLocal", () => {
  it("counts from the project's zone, not from the reader's", () => {
    // Seoul is 9 hours ahead of UTC all year: 09:00 there is 00:00 UTC.
    expect(instantOfLocal("2027-01-15 09:00:00", "Asia/Seoul")).toBe("2027-01-15T00:00:00.000Z");
    // Berlin is at UTC+2 in summer.
    expect(instantOfLocal("2027-07-01 09:00:00", "Europe/Berlin")).toBe("2027-07-01T07:00:00.000Z");
  });

  it("refuses an hour that daylight saving skips, and what is no time", () => {
    // Berlin's clocks go from 02:00 to 03:00 on 28 March 2027, the last Sunday of March.
    expect(instantOfLocal("2027-03-28 02:30:00", "Europe/Berlin")).toBeNull();
    expect(instantOfLocal("soon", "UTC")).toBeNull();
    expect(instantOfLocal(null, "UTC")).toBeNull();
  });
});

describe("proposedStart", () => {
  it("is the next morning of the zone, also across a month", () => {
    // 31 January 2027, 20:00 UTC is 1 February, 05:00 in Seoul: the next morning is the 2nd.
    const nowMs = Date.UTC(2027, 0, 31, 20);
    expect(proposedStart(nowMs, "Asia/Seoul")).toBe("2027-02-02 09:00:00");
    expect(proposedStart(nowMs, "UTC")).toBe("2027-02-01 09:00:00");
  });
});
