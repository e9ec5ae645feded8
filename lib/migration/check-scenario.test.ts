import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario } from "./check-scenario";
import { scenarioJsonSchema } from "./scenario-json-schema";

const DOCS = join(import.meta.dirname, "../../docs");
const vm = { id: "a", disks: [{ sizeBytes: 1 }] };
const group = { id: "g", migrations: [{ vmId: "a" }] };

function problemsOf(input: object): Record<string, string> {
  const result = parseScenario(input);
  if (result.ok) return {};
  return Object.fromEntries(result.problems.map(({ path, message }) => [path, message]));
}

describe("a scenario", () => {
  it("needs its VMs and groups, and nothing else", () => {
    expect(parseScenario({ vms: [vm], groups: [group] }).ok).toBe(true);
    expect(Object.keys(problemsOf({}))).toEqual(["vms", "groups"]);
  });

  it("names every field that is wrong, not the first", () => {
    const problems = problemsOf({
      seed: 1.5,
      vms: [{ id: "a", disks: [{ sizeBytes: "1 GB" }] }, { id: "b" }],
      groups: [{ id: "g", goAt: "soon", migrations: [{ vmId: "a", type: "Warm" }] }],
      commands: [{ kind: "pause", atSeconds: 0 }],
    });
    expect(Object.keys(problems).sort()).toEqual([
      "commands.0.kind",
      "groups.0.goAt",
      "groups.0.migrations.0.type",
      "seed",
      "vms.0.disks.0.sizeBytes",
      "vms.1.disks",
    ]);
  });

  it("has no field that nobody reads", () => {
    const problems = problemsOf({
      vms: [{ ...vm, sizeGB: 5 }],
      groups: [{ ...group, window: {} }],
      links: [{ id: "l", latencyMs: 5 }],
    });
    expect(problems["vms.0"]).toContain("sizeGB");
    expect(problems["groups.0"]).toContain("window");
    expect(problems["links.0"]).toContain("latencyMs");
  });

  it("says what a part refers to that is not there", () => {
    const problems = problemsOf({
      vms: [{ ...vm, sourceHostId: "esx", sourceDatastoreId: "ds", targetDatastoreId: "vsan" }],
      groups: [{ ...group, meshId: "m", migrations: [{ vmId: "a" }, { vmId: "b" }] }],
      meshes: [{ id: "mesh", linkId: "l", managerId: "x" }],
      commands: [
        { kind: "cancel", atSeconds: 1, groupId: "h", vmIds: ["c"] },
        { kind: "injectFault", atSeconds: 1, fault: { fault: "snapshotTaken", vmIds: ["d"] } },
        { kind: "editLink", atSeconds: 1, linkId: "l2", capacityBytesPerSecond: 1 },
      ],
    });
    expect(Object.keys(problems).sort()).toEqual([
      "commands.0.groupId",
      "commands.0.vmIds.0",
      "commands.1.fault.vmIds.0",
      "commands.2.linkId",
      "groups.0.meshId",
      "groups.0.migrations.1.vmId",
      "meshes.0.linkId",
      "meshes.0.managerId",
      "vms.0.sourceDatastoreId",
      "vms.0.sourceHostId",
      "vms.0.targetDatastoreId",
    ]);
  });

  it("refuses what cannot be: twice the same, dates that do not exist, windows that end first", () => {
    const problems = problemsOf({
      timeZone: "Mars/Olympus",
      vms: [vm, { id: "b", disks: [{ sizeBytes: 1, usedBytes: 2 }] }, vm],
      groups: [
        { ...group, goAt: "2026-02-30T10:00", switchoverWindow: { start: 10, end: 10 } },
        { ...group, id: "h", transferStart: "2026-13-01T10:00" },
      ],
    });
    expect(problems).toEqual({
      timeZone: '"Mars/Olympus" is not a time zone that this system knows',
      "vms.1.disks.0.usedBytes": "more used than the disk is large",
      "vms.2.id": '"a" is used twice',
      "groups.0.goAt": '"2026-02-30T10:00" is no date and time',
      "groups.0.switchoverWindow.end": "not after the start",
      "groups.1.transferStart": '"2026-13-01T10:00" is no date and time',
      "groups.1.migrations.0.vmId": '"a" is in group "g" already',
    });
  });
});

describe("the documentation of scenarios", () => {
  it("has the schema that the engine has (node --import tsx scripts/scenario-schema.ts)", () => {
    const written = JSON.parse(readFileSync(join(DOCS, "scenario.schema.json"), "utf8"));
    expect(written).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });

  const scenarios = ["examples", "validation"].flatMap((folder) =>
    readdirSync(join(DOCS, folder)).map((file) => `${folder}/${file}`),
  );
  const files = scenarios.filter((file) => JSON.parse(readFileSync(join(DOCS, file), "utf8")).vms);

  it.each(files)("has no example with problems: %s", (file) => {
    const text = readFileSync(join(DOCS, file), "utf8");
    expect(parseScenario(JSON.parse(text))).toMatchObject({ ok: true });
  });
});
