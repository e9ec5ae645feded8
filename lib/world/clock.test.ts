import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  instantOf,
  jumpTo,
  pause,
  resume,
  secondsOf,
  setSpeed,
  simulatedNow,
  startClock,
} from "./clock";
import type { Clock } from "./schema";

const WALL = 1_790_000_000_000;

describe("the clock of a world", () => {
  it("starts paused at second 0", () => {
    expect(simulatedNow(startClock(WALL, 600), WALL + 10_000)).toBe(0);
  });

  it("runs at its speed: 10 s at 600x are 6,000 s", () => {
    expect(simulatedNow(resume(startClock(WALL, 600), WALL), WALL + 10_000)).toBe(6000);
  });

  it("stands still when the wall clock is set back", () => {
    expect(simulatedNow(resume(startClock(WALL, 600), WALL), WALL - 5000)).toBe(0);
  });

  it("jumps forward only", () => {
    const running = resume(startClock(WALL, 1), WALL);
    const ahead = jumpTo(running, WALL + 1000, 3600);
    expect(ahead.ok && simulatedNow(ahead.clock, WALL + 2000)).toBe(3601);
    expect(jumpTo(running, WALL + 10_000, 5)).toEqual({ ok: false, reason: "jumpBackwards" });
  });

  it("refuses a speed that is negative, too high or not a number", () => {
    for (const speed of [-1, 86_401, Number.NaN]) {
      expect(() => setSpeed(startClock(WALL, 1), WALL, speed)).toThrow(RangeError);
    }
  });

  it("never runs backwards and never leaps, whatever is pressed", () => {
    const press = fc.record({
      afterMs: fc.integer({ min: 0, max: 100_000 }),
      what: fc.constantFrom("pause", "resume", "speed"),
      speed: fc.integer({ min: 0, max: 86_400 }),
    });
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let clock: Clock = startClock(WALL, 60);
        let wallMs = WALL;
        for (const { afterMs, what, speed } of presses) {
          wallMs += afterMs;
          const before = simulatedNow(clock, wallMs);
          if (what === "pause") clock = pause(clock, wallMs);
          else if (what === "resume") clock = resume(clock, wallMs);
          else clock = setSpeed(clock, wallMs, speed);
          expect(simulatedNow(clock, wallMs)).toBe(before);
          expect(simulatedNow(clock, wallMs + 1000)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it("names instants in UTC, and finds their second again", () => {
    const epoch = "2026-03-02T09:00:00+09:00";
    expect(instantOf(epoch, 3600)).toBe("2026-03-02T01:00:00.000Z");
    expect(secondsOf(epoch, "2026-03-02T01:00:00Z")).toBe(3600);
  });
});
