import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "./check-scenario";
import { reportOf } from "./report";
import type { Scenario } from "./schema";
import { simulateMigrations } from "./simulate";

/** The scenarios that docs/simulate.md shows whole, in their order there. */
const text = readFileSync(new URL("../../docs/simulate.md", import.meta.url), "utf8");
const shown = [...text.matchAll(/```json\n(\{[\s\S]*?\n\})\n```/g)].map(([, json]) =>
  JSON.parse(json ?? ""),
);

function reportOfInput(input: unknown) {
  const result = parseScenario(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return reportOf(simulateMigrations(result.scenario satisfies Scenario, { invariants: "all" }));
}

describe("docs/simulate.md", () => {
  it("computes the smallest scenario by hand as the engine does", () => {
    // 5 + 60 + 100e9 / (1.25e8 x 0.74) + 60 + 30 + 45 + 60 + 30.
    const report = reportOfInput(shown[0]);
    expect(report.makespanSeconds).toBeCloseTo(290 + 100e9 / (1.25e8 * 0.74), 6);
    expect(report.migrations[0]?.downtimeSeconds).toBeCloseTo(195, 6);
  });

  it("shows a case of fluid sharing with its finish times", () => {
    const { migrations } = reportOfInput(shown[1]);
    expect(migrations.map(({ vm, endSeconds }) => [vm, Math.round(endSeconds ?? 0)])).toEqual([
      ["F1", 25],
      ["F2", 35],
      ["F3", 20],
    ]);
  });

  it("says when a window is kept and when it is missed", () => {
    const links = [
      {
        id: "wan",
        capacityBytesPerSecond: 100,
        degradations: [{ startSeconds: 4, durationSeconds: 4, capacityRatio: 0.5 }],
        outages: [{ startSeconds: 8, durationSeconds: 10 }],
      },
    ];
    const outcome = (end: number, start: number) => {
      const migration = reportOfInput({
        parameters: { base: "ideal" },
        links,
        vms: [{ id: "vm", disks: [{ sizeBytes: 1000 }] }],
        groups: [{ id: "group", migrations: [{ vmId: "vm" }], switchoverWindow: { start, end } }],
      }).migrations[0];
      return [migration?.outcome, Math.round((migration?.endSeconds ?? 0) * 1e6) / 1e6];
    };
    expect(outcome(40, 30)).toEqual(["completed", 30]);
    expect(outcome(20, 10)).toEqual(["windowMissed", 22]);
  });
});
