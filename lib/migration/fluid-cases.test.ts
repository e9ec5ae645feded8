import { describe, expect, it } from "vitest";
import { parseScenario } from "./check-scenario";
import { reportOf } from "./report";
import type { ScenarioInput } from "./schema";
import { simulateMigrations } from "./simulate";

/**
 * The cases of fluid sharing as anyone can write them in a scenario file: computed by SimGrid 3.32 and by
 * hand. A scenario's hosts, datastores, IX appliances and links are capacities in a row.
 */

/** Seconds at which each VM ends, and the whole report. */
function endsOf(input: Omit<ScenarioInput, "groups"> & { groups?: ScenarioInput["groups"] }) {
  const migrations = input.vms.map(({ id }) => ({ vmId: id }));
  const result = parseScenario({ groups: [{ id: "all", migrations }], ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const report = reportOf(simulateMigrations(result.scenario, { invariants: "all" }));
  const ends = Object.fromEntries(report.migrations.map(({ vm, endSeconds }) => [vm, endSeconds]));
  return { ends, report };
}

function expectEnds(ends: Record<string, number | null>, expected: Record<string, number>): void {
  expect(Object.keys(ends).sort()).toEqual(Object.keys(expected).sort());
  for (const [vm, seconds] of Object.entries(expected)) {
    expect(Math.abs((ends[vm] ?? 0) / seconds - 1), `${vm} ends at ${ends[vm]} s`).toBeLessThan(
      1e-6,
    );
  }
}

const ideal = { parameters: { base: "ideal" } } as const;
const vmOf = (id: string, sizeBytes: number, more: object = {}) => ({
  id,
  disks: [{ sizeBytes }],
  ...more,
});
const link = (capacityBytesPerSecond: number, more: object = {}) => ({
  id: "wan",
  capacityBytesPerSecond,
  ...more,
});

describe("fluid sharing through a scenario", () => {
  it("case A: one link of 100, the third flow five seconds late", () => {
    const { ends, report } = endsOf({
      ...ideal,
      links: [link(100)],
      vms: [vmOf("F1", 1000), vmOf("F2", 2000), vmOf("F3", 500)],
      groups: [
        { id: "now", migrations: [{ vmId: "F1" }, { vmId: "F2" }] },
        { id: "late", goAt: 5, migrations: [{ vmId: "F3" }] },
      ],
    });
    expectEnds(ends, { F3: 20, F1: 25, F2: 35 });
    expect(report.makespanSeconds).toBeCloseTo(35, 6);
    expect(report.links[0]?.utilisation).toBeCloseTo(1, 6);
  });

  it("case B: a long path over two capacities, short ones over each", () => {
    const { ends } = endsOf({
      ...ideal,
      sourceHosts: [{ id: "L1", nicBytesPerSecond: 100 }],
      links: [
        { id: "L2", capacityBytesPerSecond: 50 },
        { id: "ample", capacityBytesPerSecond: 1e12 },
      ],
      meshes: [
        { id: "over L2", linkId: "L2" },
        { id: "past L2", linkId: "ample" },
      ],
      vms: [
        vmOf("LONG", 1000, { sourceHostId: "L1" }),
        vmOf("S1", 1500, { sourceHostId: "L1" }),
        vmOf("S2", 1000),
      ],
      groups: [
        { id: "a", meshId: "over L2", migrations: [{ vmId: "LONG" }, { vmId: "S2" }] },
        { id: "b", meshId: "past L2", migrations: [{ vmId: "S1" }] },
      ],
    });
    expectEnds(ends, { S1: 20, LONG: 40, S2: 40 });
  });

  it("case C: one flow capped at 20 by its own network adapter", () => {
    const { ends } = endsOf({
      ...ideal,
      links: [link(100)],
      sourceHosts: [{ id: "slow", nicBytesPerSecond: 20 }],
      vms: [vmOf("capped", 1000, { sourceHostId: "slow" }), vmOf("F1", 1000), vmOf("F2", 2000)],
    });
    expectEnds(ends, { F1: 25, F2: 37.5, capped: 50 });
  });

  it("case G: sorted jobs end at the partial sums of (n-i+1)(s_i - s_(i-1))/C", () => {
    const sizes = Array.from({ length: 100 }, (_, i) => 10 + i * i);
    const { ends } = endsOf({
      ...ideal,
      links: [link(125)],
      vms: sizes.map((size, i) => vmOf(`${i}`, size)),
    });
    let seconds = 0;
    const expected = sizes.map((size, i) => {
      seconds += ((sizes.length - i) * (size - (sizes[i - 1] ?? 0))) / 125;
      return [`${i}`, seconds];
    });
    expectEnds(ends, Object.fromEntries(expected));
    expect(ends["99"]).toBeCloseTo(sizes.reduce((sum, size) => sum + size, 0) / 125, 6);
  });

  it.each([
    [0, 1],
    [1e-5, 1.00001],
    [1e-3, 4.769372],
    [0.1, 476.937158],
  ])("case H: a window of 4 MiB over a latency of %d s", (latencySeconds, expected) => {
    const { ends } = endsOf({
      parameters: { base: "ideal", tcpWindowBytes: 4_194_304 },
      links: [link(1e10, { latencySeconds })],
      vms: [vmOf("F", 1e10)],
    });
    expectEnds(ends, { F: expected });
  });

  /** V = 500 GiB, B = 1 Gbit/s, and the guest dirties `gigabits` of them. */
  const churning = (gigabits: number, switchoverWindow: { start: number } | null) =>
    endsOf({
      parameters: { base: "ideal", rpoSeconds: 0 },
      links: [link(1.25e8)],
      vms: [vmOf("V", 500 * 2 ** 30, { changeRateBytesPerSecond: gigabits * 1.25e8 })],
      groups: [{ id: "bulk", migrations: [{ vmId: "V" }], switchoverWindow }],
    });

  it("case I: every round sends what the last one dirtied", () => {
    const { report } = churning(0.2, { start: 5368 });
    const [migration] = report.migrations;
    const rounds = migration?.phases.filter(({ phase }) => /baseSync|deltaSync/.test(phase)) ?? [];
    const ends = rounds.slice(0, 4).map(({ endSeconds }) => endSeconds);
    for (const [i, expected] of [4_294.967, 5_153.961, 5_325.759, 5_360.119].entries()) {
      expect(Math.abs((ends[i] ?? 0) / expected - 1)).toBeLessThan(1e-6);
    }
    // The limit is V / (B - D) = 5,368.709120 s; rounds shorter than a second wait for a full one.
    expect(migration?.endSeconds).toBeGreaterThan(5_366);
    expect(migration?.endSeconds).toBeLessThan(5_369);
    expect(migration?.warnings).not.toContain("neverConverges");
  });

  it("case I: D >= B never converges, and is reported so", () => {
    for (const gigabits of [1, 1.5]) {
      for (const window of [null, { start: 50_000 }]) {
        expect(churning(gigabits, window).report.migrations[0]?.warnings).toContain(
          "neverConverges",
        );
      }
    }
    for (const gigabits of [0, 0.5, 0.99]) {
      expect(churning(gigabits, null).report.migrations[0]?.warnings).toEqual([]);
    }
  });

  it("case I: rounds of vMotion sum up to V / (B - D)", () => {
    const { ends } = endsOf({
      ...ideal,
      links: [link(1.25e8)],
      vms: [vmOf("V", 500 * 2 ** 30, { changeRateBytesPerSecond: 0.2 * 1.25e8, memoryBytes: 0 })],
      groups: [{ id: "hot", migrations: [{ vmId: "V", type: "vMotion" }] }],
    });
    expectEnds(ends, { V: 5_368.70912 });
  });

  it("stands still in an outage and goes at its share in a degradation", () => {
    // 1,000 bytes: 4 s at 100, 4 s at 50, 10 s of outage, 4 s at 100.
    const { ends } = endsOf({
      ...ideal,
      links: [
        link(100, {
          degradations: [{ startSeconds: 4, durationSeconds: 4, capacityRatio: 0.5 }],
          outages: [{ startSeconds: 8, durationSeconds: 10 }],
        }),
      ],
      vms: [vmOf("F", 1000)],
    });
    expectEnds(ends, { F: 22 });
  });
});
