import { describe, expect, it } from "vitest";
import { parseScenario } from "./check-scenario";
import { throughputSeries } from "./series";
import { simulateMigrations } from "./simulate";
import { endOf, migrationStateAt, stateAt } from "./state-at";

const GIB = 2 ** 30;

function run(vmCount: number) {
  const parsed = parseScenario({
    vms: Array.from({ length: vmCount }, (_, i) => ({
      id: `vm${i}`,
      disks: [{ sizeBytes: 20 * GIB }],
    })),
    groups: [
      { id: "g", migrations: Array.from({ length: vmCount }, (_, i) => ({ vmId: `vm${i}` })) },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return simulateMigrations(parsed.scenario, { invariants: "all" });
}

describe("reading a timeline", () => {
  const timeline = run(5);
  const moments = Array.from({ length: 400 }, (_, i) => (timeline.endSeconds * i) / 399);

  it("never shows percent or bytes run backwards within an attempt", () => {
    const last = new Map<number, { percent: number; bytes: number }>();
    for (const seconds of moments) {
      const fleet = stateAt(timeline, seconds);
      fleet.percent.forEach((percent, index) => {
        const before = last.get(index) ?? { percent: 0, bytes: 0 };
        expect(percent).toBeGreaterThanOrEqual(before.percent);
        const bytes = fleet.bytesTransferred[index] ?? 0;
        expect(bytes).toBeGreaterThanOrEqual(before.bytes - 1);
        last.set(index, { percent, bytes });
      });
    }
  });

  it("never shows 100 % before the migration is complete", () => {
    for (const seconds of moments) {
      const state = migrationStateAt(timeline, 0, seconds);
      if (state?.percent === 100) expect(state.phase).toBe("completed");
    }
  });

  it("says of one migration what it says of the fleet", () => {
    for (const seconds of moments) {
      const fleet = stateAt(timeline, seconds);
      const state = migrationStateAt(timeline, 3, seconds);
      expect(state?.percent ?? 0).toBe(fleet.percent[3]);
      expect(state?.bytesTransferred ?? 0).toBe(fleet.bytesTransferred[3]);
    }
  });

  it("sends every used byte once, and no more than its changes beyond", () => {
    // No churn: 20 GiB each; the switchover adds nothing.
    const end = stateAt(timeline, timeline.endSeconds);
    for (const bytes of end.bytesTransferred) expect(bytes).toBeCloseTo(20 * GIB, -3);
    const series = throughputSeries(timeline, 0, timeline.endSeconds, 50);
    const sent = series.reduce(
      (sum, point) => sum + point.rateBytesPerSecond * (point.endSeconds - point.startSeconds),
      0,
    );
    expect(sent / (5 * 20 * GIB)).toBeCloseTo(1, 6);
  });

  it("knows when each migration ends", () => {
    for (let index = 0; index < 5; index += 1) {
      const end = endOf(timeline, index) ?? Number.NaN;
      expect(migrationStateAt(timeline, index, end)?.phase).toBe("completed");
      expect(migrationStateAt(timeline, index, end - 0.001)?.phase).not.toBe("completed");
    }
  });
});
