import { describe, expect, it } from "vitest";
import { parseScenario } from "./check-scenario";
import { reportOf } from "./report";
import type { ScenarioInput } from "./schema";
import { utilisationSeries } from "./series";
import { simulateMigrations } from "./simulate";

type ExtensionInput = NonNullable<ScenarioInput["networkExtensions"]>[number];

/** 1,000 bytes of one VM over a link of 100 bytes/s, beside what guests send; durations are bytes over rates. */
function beside(extension: ExtensionInput, more: Partial<ScenarioInput> = {}) {
  const result = parseScenario({
    parameters: { base: "ideal" },
    links: [{ id: "wan", capacityBytesPerSecond: 100 }],
    vms: [{ id: "vm", disks: [{ sizeBytes: 1000 }] }],
    groups: [{ id: "group", migrations: [{ vmId: "vm" }] }],
    networkExtensions: [extension],
    ...more,
  } as ScenarioInput);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const timeline = simulateMigrations(result.scenario, { invariants: "all" });
  return { timeline, report: reportOf(timeline) };
}

const guest = (id: string, more: object = {}) => ({ id, durationSeconds: 10, ...more });

describe("guests on a stretched network", () => {
  it("take their fair share of the link from a migration", () => {
    // Ten seconds at 50 each, then the VM's other 500 bytes at 100: 15 s, in which the link is full.
    const { report } = beside({ id: "ne", guestFlows: [guest("app")] });
    expect(report.makespanSeconds).toBeCloseTo(15, 6);
    expect(report.links[0]?.bytes).toBeCloseTo(1500, 3);
    expect(report.links[0]?.utilisation).toBeCloseTo(1, 6);
    expect(report.networkExtensions[0]?.guestFlows[0]?.bytes).toBeCloseTo(500, 3);
  });

  it("leave the migration what they do not send", () => {
    // 80 for ten seconds, then 200 bytes at 100: 12 s.
    const { report, timeline } = beside({
      id: "ne",
      guestFlows: [guest("app", { bytesPerSecond: 20 })],
    });
    expect(report.makespanSeconds).toBeCloseTo(12, 6);
    const [first, second] = utilisationSeries(timeline, "link", "wan", 0, 20, 2);
    expect(first?.rateBytesPerSecond).toBeCloseTo(100, 6);
    expect(second?.rateBytesPerSecond).toBeCloseTo(20, 6);
  });

  it("are held by the flow's limit, and together by the appliance", () => {
    // 10 of the link's 100 for one flow; three want 30 and get the appliance's 24.
    const limits = { id: "ne", applianceBytesPerSecond: 24, flowBytesPerSecond: 10 };
    const one = beside({ ...limits, guestFlows: [guest("a")] }).report.networkExtensions[0];
    expect(one?.guestFlows[0]?.bytesPerSecond).toBeCloseTo(10, 6);
    const three = beside({ ...limits, guestFlows: ["a", "b", "c"].map((id) => guest(id)) });
    const [appliance] = three.report.networkExtensions;
    expect(appliance?.guestFlows.map(({ bytesPerSecond }) => bytesPerSecond)).toEqual([
      expect.closeTo(8, 6),
      expect.closeTo(8, 6),
      expect.closeTo(8, 6),
    ]);
    expect(appliance?.utilisation).toBeCloseTo(1, 6);
  });

  it("send to their end when no migration is left, and begin when they are planned to", () => {
    const { report, timeline } = beside({
      id: "ne",
      guestFlows: [guest("late", { startSeconds: 100 })],
    });
    expect(report.makespanSeconds).toBeCloseTo(10, 6);
    expect(timeline.endSeconds).toBeCloseTo(110, 6);
    expect(report.networkExtensions[0]?.bytes).toBeCloseTo(1000, 3);
  });

  it("stand still while the link is down", () => {
    // Of ten seconds at 100 bytes/s four are lost.
    const { report } = beside(
      { id: "ne", guestFlows: [guest("app")] },
      {
        vms: [],
        groups: [],
        links: [
          {
            id: "wan",
            capacityBytesPerSecond: 100,
            outages: [{ startSeconds: 3, durationSeconds: 4 }],
          },
        ],
      },
    );
    expect(report.networkExtensions[0]?.bytes).toBeCloseTo(600, 3);
  });
});

describe("a stretched network that is wrong", () => {
  it("gets each problem with its path", () => {
    const result = parseScenario({
      hcxVersion: "4.8.0",
      meshes: [{ id: "mesh", wanOptimization: {} }],
      vms: [],
      groups: [],
      networkExtensions: [
        { id: "ne", meshId: "other", guestFlows: [] },
        { id: "ne", guestFlows: [guest("a"), guest("a")] },
      ],
    });
    expect(result.ok ? [] : result.problems.map(({ path }) => path).sort()).toEqual([
      "networkExtensions.0.meshId",
      "networkExtensions.1.guestFlows",
      "networkExtensions.1.guestFlows.1.id",
      "networkExtensions.1.id",
    ]);
  });
});
