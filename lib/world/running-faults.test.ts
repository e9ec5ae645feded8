import { describe, expect, it } from "vitest";
import { parseScenario } from "@/lib/migration/check-scenario";
import { simulateMigrations } from "@/lib/migration/simulate";
import { runningFaultsAt } from "./running-faults";
import type { Command, CommandPayload } from "./schema";
import type { WorldTimeline } from "./simulate";

function injected(atSeconds: number, payload: CommandPayload<"fault.inject">): Command {
  return {
    sequence: 1,
    atSeconds,
    actorId: "somebody",
    commandId: "00000000-0000-4000-8000-000000000000",
    kind: "fault.inject",
    payload,
  };
}

const NOTHING: WorldTimeline = {
  settings: { epoch: "2025-06-23T00:00:00Z", timeZone: "UTC", seed: 1 },
  commands: [],
  resources: [],
  scenario: null,
  migrations: null,
};

describe("faults that are at work", () => {
  const timeline: WorldTimeline = {
    ...NOTHING,
    commands: [
      injected(100, {
        fault: "linkDegraded",
        serviceMeshName: "mesh",
        durationSeconds: 60,
        capacityRatio: 0.3,
      }),
      injected(110, { fault: "backupJob", vmKeys: ["a", "b"], durationSeconds: 20 }),
      injected(120, { fault: "snapshotTaken", vmKeys: ["a"] }),
    ],
  };
  const namesAt = (seconds: number) => runningFaultsAt(timeline, seconds).map(({ fault }) => fault);

  it("begin with their command and are over when their time is", () => {
    expect(namesAt(99)).toEqual([]);
    expect(namesAt(100)).toEqual(["linkDegraded"]);
    expect(namesAt(159)).toEqual(["linkDegraded"]);
    expect(namesAt(160)).toEqual([]);
  });

  it("come with the next to end first; a snapshot is over at once", () => {
    expect(namesAt(125)).toEqual(["backupJob", "linkDegraded"]);
    expect(runningFaultsAt(timeline, 125)).toMatchObject([
      { endSeconds: 130, vmCount: 2, place: null, capacityRatio: null },
      { endSeconds: 160, vmCount: null, place: "mesh", capacityRatio: 0.3 },
    ]);
  });

  it("are those that chance brings, too", () => {
    const parsed = parseScenario({
      faultRates: { tunnelDownPerHour: 2, tunnelDownSeconds: 90 },
      vms: [{ id: "vm", disks: [{ sizeBytes: 2e12 }] }],
      groups: [{ id: "group", migrations: [{ vmId: "vm" }] }],
    });
    if (!parsed.ok) throw new Error("the scenario is wrong");
    const migrations = simulateMigrations(parsed.scenario);
    const struck = migrations.events.find(({ kind }) => kind === "fault");
    if (struck === undefined) throw new Error("two an hour should strike within hours");
    const world = { ...NOTHING, scenario: parsed.scenario, migrations };
    const { seconds } = struck;
    expect(runningFaultsAt(world, seconds - 1)).toEqual([]);
    expect(runningFaultsAt(world, seconds + 89)).toMatchObject([
      { fault: "tunnelDown", place: "mesh", startSeconds: seconds, endSeconds: seconds + 90 },
    ]);
    expect(runningFaultsAt(world, seconds + 91)).toEqual([]);
  });
});
