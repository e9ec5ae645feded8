import { describe, expect, it } from "vitest";
import type { ClockView } from "@/lib/world/api-schema";
import { neighbourSpeed, simulatedSecondsAt } from "./simulated-now";

const view: ClockView = {
  epochIso: "2026-11-28T00:00:00Z",
  timeZone: "Asia/Seoul",
  speed: 600,
  paused: false,
  nowSeconds: 1_000,
  // A server whose clock is an hour ahead of the browser's.
  wallMs: 3_600_000,
};

describe("the clock on the page", () => {
  it("goes on from what the server said, at its speed, by the browser's own clock", () => {
    // 2.5 s later at 600x: 1,500 simulated seconds more.
    expect(simulatedSecondsAt({ view, heardAtMs: 5_000 }, 7_500)).toBe(2_500);
  });

  it("stands still while paused and never runs backwards", () => {
    expect(simulatedSecondsAt({ view: { ...view, paused: true }, heardAtMs: 0 }, 9e9)).toBe(1_000);
    expect(simulatedSecondsAt({ view, heardAtMs: 5_000 }, 4_000)).toBe(1_000);
  });

  it("steps through the listed speeds and stays at their ends", () => {
    expect(neighbourSpeed(60, 1)).toBe(600);
    expect(neighbourSpeed(60, -1)).toBe(10);
    expect(neighbourSpeed(86_400, 1)).toBe(86_400);
    expect(neighbourSpeed(1, -1)).toBe(1);
    // A speed between two listed ones, set over the API.
    expect(neighbourSpeed(30, 1)).toBe(60);
  });
});
