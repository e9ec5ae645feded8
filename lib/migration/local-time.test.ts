import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOfWall, wallMilliseconds } from "./local-time";
import { run, scenarioOf, vmOf } from "./testing/small-scenario";

const ZONES = ["Asia/Seoul", "Europe/Berlin", "America/New_York"] as const;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Making a formatter takes a thousand times as long as using it. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
  ]),
);

/** What the clock on the wall shows: weekday (0 is Sunday) and minutes after midnight. */
function clockOf(instantMs: number, timeZone: string): { weekday: number; minutes: number } {
  const text = CLOCKS.get(timeZone)?.format(instantMs) ?? "";
  const [, day = "", hour, minute] = /^(\w{3}),? (\d\d):(\d\d)$/.exec(text) ?? [];
  const weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(day);
  return { weekday, minutes: Number(hour) * 60 + Number(minute) };
}

/** A minute of the years 2024 to 2030, as if it were UTC. */
const wallMinute = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 11, 31) / 60_000 })
  .map((minutes) => minutes * 60_000);
const zone = fc.constantFrom(...ZONES);

describe("a local time", () => {
  it("is an instant at which the wall shows it, or an hour later where the clocks skip it", () => {
    fc.assert(
      fc.property(wallMinute, zone, (wallMs, timeZone) => {
        const shown = wallMilliseconds(instantOfWall(wallMs, timeZone), timeZone);
        expect([wallMs, wallMs + HOUR * 1000]).toContain(shown);
        // Seoul has had no daylight saving since 1988.
        if (timeZone === "Asia/Seoul") expect(shown).toBe(wallMs);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it("is an hour later by UTC in winter than in summer, where clocks change", () => {
    const utcHour = (wall: string, timeZone: string) =>
      new Date(instantOfWall(Date.parse(`${wall}Z`), timeZone)).getUTCHours();
    // 22:00 is UTC+9 in Seoul, UTC+1 and +2 in Berlin, UTC-5 and -4 in New York.
    expect(ZONES.map((name) => utcHour("2026-01-15T22:00", name))).toEqual([13, 21, 3]);
    expect(ZONES.map((name) => utcHour("2026-07-15T22:00", name))).toEqual([13, 20, 2]);
  });
});

describe("business hours", () => {
  /** Weeks around the changes of 2026: 8 March and 1 November in New York, 29 March and 25 October in Berlin. */
  const starts = ["2026-03-05T00:00:00Z", "2026-03-26T00:00:00Z", "2026-10-22T00:00:00Z"].map(
    Date.parse,
  );

  it("are those that the wall shows, before, in and after a change of the clocks", () => {
    fc.assert(
      fc.property(
        zone,
        fc.constantFrom(...starts),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 23 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        (timeZone, originMs, from, hours, days) => {
          const to = (from + hours) % 24;
          const at = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
          const reservations = [
            { days, startLocalTime: at(from), endLocalTime: at(to), reservedRatio: 0.5 },
          ];
          const timeline = run(
            scenarioOf(
              // Under way all the time: two disks of 60 TB at 100 MB/s take two weeks.
              [vmOf("vm", { disks: [{ sizeBytes: 6e13 }, { sizeBytes: 6e13 }] })],
              {},
              {
                startTime: new Date(originMs).toISOString(),
                timeZone,
                horizonSeconds: 12 * DAY,
                links: [{ id: "link", capacityBytesPerSecond: 1e8, reservations }],
              },
            ),
          );
          const { times, capacities } = timeline.links[0] ?? { times: [], capacities: [] };
          // Half past: never at the moment of a change.
          for (let seconds = HOUR / 2; seconds < 12 * DAY; seconds += HOUR) {
            const { weekday, minutes } = clockOf(originMs + seconds * 1000, timeZone);
            const yesterday = (weekday + 6) % 7;
            const isLate = to <= from;
            const isReserved = isLate
              ? (days.includes(weekday) && minutes >= from * 60) ||
                (days.includes(yesterday) && minutes < to * 60)
              : days.includes(weekday) && minutes >= from * 60 && minutes < to * 60;
            let row = 0;
            while (row + 1 < times.length && (times[row + 1] ?? 0) <= seconds) row++;
            expect(capacities[row], `${timeZone} at ${seconds} s`).toBe(isReserved ? 5e7 : 1e8);
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  }, 60_000);
});
