import { describe, expect, it } from "vitest";
import { instantsOfLocalTime, localTimeAt } from "./time-zone";

const local = (hour: number, minute: number, month: number, day: number) => ({
  year: 2026,
  month,
  day,
  hour,
  minute,
  second: 0,
});
const iso = (instants: number[]) => instants.map((ms) => new Date(ms).toISOString());

describe("local time", () => {
  it("reads a zone without daylight saving: Seoul is UTC+9", () => {
    const instant = Date.parse("2026-03-08T15:30:00Z");
    expect(localTimeAt("Asia/Seoul", instant)).toEqual(local(0, 30, 3, 9));
    expect(iso(instantsOfLocalTime("Asia/Seoul", local(0, 30, 3, 9)))).toEqual([
      "2026-03-08T15:30:00.000Z",
    ]);
  });

  it("finds no instant in the hour that is skipped", () => {
    // Berlin goes from 02:00 to 03:00 on 2026-03-29.
    expect(instantsOfLocalTime("Europe/Berlin", local(2, 30, 3, 29))).toEqual([]);
  });

  it("finds both instants in the hour that is repeated", () => {
    // Berlin goes from 03:00 back to 02:00 on 2026-10-25: UTC+2, then UTC+1.
    expect(iso(instantsOfLocalTime("Europe/Berlin", local(2, 30, 10, 25)))).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });
});
