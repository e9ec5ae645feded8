import { describe, expect, it } from "vitest";
import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { MIGRATION_TYPES, type MigrationType } from "@/lib/hcx/migration-types";
import { unmetPrerequisites } from "./prerequisites";
import type { ScenarioInput } from "./schema";
import { scenarioOf, vmOf } from "./testing/small-scenario";

type VmInput = ScenarioInput["vms"][number];
type Options = NonNullable<ScenarioInput["groups"][number]["migrations"][number]["options"]>;

function unmet(vm: Partial<VmInput>, type: MigrationType, options: Options = {}) {
  const { vms, groups, meshes, hcxVersion } = scenarioOf([vmOf("vm", vm)], { type, options });
  const [parsed] = vms;
  const [mesh] = meshes;
  const migration = groups[0]?.migrations[0];
  if (!parsed || !mesh || !migration) throw new Error("an incomplete scenario");
  return unmetPrerequisites(parsed, type, migration.options, mesh, hcxVersion);
}

/** Types that HCX's documents block for a property, in the order of `MIGRATION_TYPES`. */
const BLOCKED: [string, MessageCode, Partial<VmInput>, MigrationType[]][] = [
  [
    "a shared bus",
    "sharedBus",
    { sharedBus: true },
    ["vMotion", "Cold", "Bulk", "RAV", "AssistedvMotion"],
  ],
  [
    "a physical RDM",
    "rdmUnsupported",
    { rdm: "physical" },
    ["vMotion", "Cold", "Bulk", "RAV", "AssistedvMotion"],
  ],
  ["a virtual RDM", "rdmUnsupported", { rdm: "virtual" }, ["RAV"]],
  [
    "hardware version 8",
    "hardwareVersionTooOld",
    { hardwareVersion: 8 },
    ["vMotion", "Cold", "RAV", "AssistedvMotion"],
  ],
  [
    "hardware version 6",
    "hardwareVersionTooOld",
    { hardwareVersion: 6 },
    ["vMotion", "Cold", "Bulk", "RAV", "AssistedvMotion"],
  ],
  ["Tools that do not run", "toolsNotRunning", { toolsRunning: false }, ["Bulk"]],
  ["a 31 TB disk", "diskTooLarge", { disks: [{ sizeBytes: 31e12 }] }, ["vMotion"]],
  ["a 63 TB disk", "diskTooLarge", { disks: [{ sizeBytes: 63e12 }] }, ["vMotion", "Bulk"]],
  ["an NVMe controller", "nvmeController", { nvmeController: true }, ["Bulk"]],
  [
    "an independent disk",
    "independentDisk",
    { disks: [{ sizeBytes: 1, independent: true }] },
    ["Bulk", "RAV"],
  ],
  ["no network mapping", "networkMappingMissing", { networkMapped: false }, [...MIGRATION_TYPES]],
];

describe("validation", () => {
  it.each(BLOCKED)("of a VM with %s says %s", (_, code, vm, types) => {
    const blocked = MIGRATION_TYPES.filter((type) => unmet(vm, type).includes(code));
    expect(blocked).toEqual(types);
  });

  it("finds nothing wrong with an ordinary VM", () => {
    for (const type of MIGRATION_TYPES) expect(unmet({}, type)).toEqual([]);
  });

  it("lists everything, not the first", () => {
    expect(unmet({ sharedBus: true, rdm: "physical", toolsRunning: false }, "Bulk")).toEqual([
      "toolsNotRunning",
      "sharedBus",
      "rdmUnsupported",
    ]);
  });

  it("lets options deal with snapshots, images and Tools", () => {
    const keep = { removeSnapshots: false, removeISOs: false };
    expect(unmet({ snapshots: 2 }, "vMotion", keep)).toEqual(["snapshotsPresent"]);
    expect(unmet({ snapshots: 2 }, "vMotion")).toEqual([]);
    // Bulk always removes them.
    expect(unmet({ snapshots: 2 }, "Bulk", keep)).toEqual([]);
    expect(unmet({ isoMounted: true }, "Bulk", keep)).toEqual(["isoMounted"]);
    expect(unmet({ isoMounted: true }, "Bulk")).toEqual([]);
    expect(unmet({ toolsRunning: false }, "Bulk", { forcePowerOffVm: true })).toEqual([]);
    // Nothing has to be shut down.
    expect(unmet({ toolsRunning: false, powerState: "poweredOff" }, "Bulk")).toEqual([]);
  });

  it("wants the service in the mesh", () => {
    const scenario = scenarioOf(
      [vmOf("vm")],
      {},
      {
        meshes: [{ id: "mesh", services: ["BULK_MIGRATION"] }],
      },
    );
    const [vm] = scenario.vms;
    const [mesh] = scenario.meshes;
    const options = scenario.groups[0]?.migrations[0]?.options;
    if (!vm || !mesh || !options) throw new Error("an incomplete scenario");
    const blocked = MIGRATION_TYPES.filter((type) =>
      unmetPrerequisites(vm, type, options, mesh, "4.11").includes("serviceNotInMesh"),
    );
    expect(blocked).toEqual(["vMotion", "Cold", "RAV", "OsAssistedMigration"]);
  });
});
