import { describe, expect, it } from "vitest";
import type { InventoryVm } from "@/lib/inventory/schema";
import { assessReadiness } from "./readiness";
import { DISK, FULL_COVERAGE, inventoryOf, vmOf } from "./testing/sound-vm";

function readinessOf(part: Partial<InventoryVm>, coverage?: Record<string, string[]>) {
  const [vm] = assessReadiness(inventoryOf([vmOf("a", part)], coverage)).vms;
  if (!vm) throw new Error("the VM is not in scope");
  return vm;
}

describe("a VM", () => {
  it("is suitable when every deciding check was evaluated and none objects", () => {
    const vm = readinessOf({});
    expect(vm.suitability).toBe("Suitable");
    expect(vm.bestType).toBe("RAV");
  });

  it("is never suitable by what the export does not say", () => {
    const { vDisk: _, ...withoutDisks } = FULL_COVERAGE;
    const vm = readinessOf({}, withoutDisks);
    expect(vm.suitability).toBe("ConditionallySuitable");
    expect(vm.knownSuitability).toBe("Suitable");
    expect(vm.types.RAV.verdict).toBe("notEvaluated");
    expect(vm.types.RAV.reasons).toContain("physical-rdm");
  });

  it("cannot be told without what Azure Migrate demands of every server", () => {
    for (const lack of [
      { cpus: null },
      { memoryMib: null },
      { osRunning: null, osConfigured: null },
    ]) {
      expect(readinessOf(lack).suitability).toBe("ReadinessUnknown");
    }
  });

  it("is not suitable by what is known, whatever the export leaves open besides", () => {
    const { vUSB: _, ...withoutUsb } = FULL_COVERAGE;
    const disks = [{ ...DISK, raw: true, rawCompatibilityMode: "physicalMode" }];
    const vm = readinessOf({ disks }, withoutUsb);
    expect([vm.suitability, vm.knownSuitability]).toEqual(["NotSuitable", null]);
  });

  it("is not suitable with a physical RDM, whatever the case of the value", () => {
    const disks = [{ ...DISK, raw: true, rawCompatibilityMode: "PhysicalMode" }];
    expect(readinessOf({ disks }).suitability).toBe("NotSuitable");
  });

  it("moves by Bulk alone with a virtual RDM", () => {
    const vm = readinessOf({
      disks: [{ ...DISK, raw: true, rawCompatibilityMode: "virtualMode" }],
    });
    expect(vm.bestType).toBe("Bulk");
    expect(vm.types.RAV).toEqual({ verdict: "blocked", reasons: ["virtual-rdm"] });
  });

  it.each([
    ["hardware version 8 leaves Bulk", { hardwareVersion: 8 }, "Bulk"],
    ["Fault Tolerance leaves Bulk", { faultToleranceState: "running" }, "Bulk"],
    [
      "a snapshot prefers Bulk, which removes it",
      {
        snapshots: [{ name: "s", description: null, createdAt: null, sizeMib: 10 }],
      },
      "Bulk",
    ],
    ["powered off prefers Cold", { powerState: "poweredOff" as const }, "Cold"],
    [
      "an independent disk leaves vMotion",
      {
        disks: [{ ...DISK, mode: "Independent_Persistent" }],
      },
      "vMotion",
    ],
  ] as const)("%s", (_, part, type) => {
    expect(readinessOf(part as Partial<InventoryVm>).bestType).toBe(type);
  });

  it("is not counted when it is a template", () => {
    const { vms, rules } = assessReadiness(inventoryOf([vmOf("t", { setAside: "template" })]));
    expect(vms).toEqual([]);
    expect(rules.find((rule) => rule.ruleId === "set-aside")?.subjects).toHaveLength(1);
  });

  it("shares a disk only when two VMs use its path", () => {
    const shared = { disks: [{ ...DISK, path: "[ds] x/x.vmdk" }] };
    const { vms } = assessReadiness(inventoryOf([vmOf("a", shared), vmOf("b", shared)]));
    expect(vms.map((vm) => vm.suitability)).toEqual(["NotSuitable", "NotSuitable"]);
  });
});
