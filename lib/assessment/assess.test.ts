import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import { assess } from "./assess";
import { starsForCoverage } from "./confidence-stars";
import { assessReadiness } from "./readiness";
import { READINESS_RULES } from "./readiness-rules";
import { assessmentSettings } from "./schema";
import { compareVersions, isOlderThan } from "./versions";

const SETTINGS = assessmentSettings();

/** Every sheet and column that some rule reads: an export that lacks nothing. */
const FULL_COVERAGE: Record<string, string[]> = {};
for (const read of READINESS_RULES.flatMap((rule) => rule.reads.flat())) {
  FULL_COVERAGE[read.sheet] = [...(FULL_COVERAGE[read.sheet] ?? []), ...read.columns];
}

const HOST = {
  name: "esx-1",
  vcenterUuid: "vc",
  datacenter: null,
  cluster: "c",
  vendor: null,
  model: null,
  cpuModel: "Intel(R) Xeon(R) Gold 6140",
  cpuSockets: 2,
  coresPerSocket: 18,
  cores: 36,
  speedMhz: 2300,
  hyperThreadingActive: true,
  memoryMib: 589_824,
  cpuUsagePercent: null,
  memoryUsagePercent: null,
  esxVersion: "VMware ESXi 7.0.3 build-21424296",
  currentEvcMode: null,
  maximumEvcMode: null,
  inMaintenanceMode: false,
  ntpRunning: true,
  certificateExpiresAt: null,
  biosDate: null,
  vmCount: 1,
};

const DISK = {
  label: "Hard disk 1",
  key: "2000",
  uuid: null,
  path: "[ds] a/a.vmdk",
  capacityMib: 40_960,
  raw: false,
  rawCompatibilityMode: null,
  mode: "persistent",
  sharingMode: "sharingNone",
  sharedBus: "noSharing",
  thin: true,
  controller: "VMware paravirtual SCSI",
  unit: "0",
};

/** A VM with nothing to object to. */
function vmOf(name: string, part: Partial<InventoryVm> = {}): InventoryVm {
  return {
    key: name,
    name,
    vcenterUuid: "vc",
    moRef: null,
    instanceUuid: null,
    smbiosUuid: null,
    powerState: "poweredOn",
    setAside: null,
    connectionState: "connected",
    configStatus: "green",
    guestState: "running",
    heartbeat: "green",
    consolidationNeeded: false,
    createdAt: null,
    cpus: 4,
    coresPerSocket: 1,
    memoryMib: 8_192,
    provisionedMib: 40_960,
    inUseMib: 20_480,
    diskCapacityMib: 40_960,
    cpuReadyPercent: 0,
    activeMemoryMib: 1_024,
    cpuReservationMhz: 0,
    cpuLimitMhz: -1,
    cpuHotAdd: false,
    memoryReservationMib: 0,
    memoryLimitMib: -1,
    memoryHotAdd: false,
    memoryBalloonedMib: 0,
    memorySwappedMib: 0,
    memoryConsumedMib: 4_096,
    osConfigured: "Microsoft Windows Server 2022 (64-bit)",
    osRunning: "Microsoft Windows Server 2022 (64-bit)",
    dnsName: name,
    primaryIpAddress: null,
    firmware: "efi",
    secureBoot: false,
    hardwareVersion: 19,
    toolsStatus: "toolsOk",
    toolsVersion: "12352",
    toolsUpgradeable: false,
    minimumEvcMode: "intel-broadwell",
    latencySensitivity: "normal",
    faultToleranceState: "notConfigured",
    fixedPassthroughHotPlug: false,
    changedBlockTracking: false,
    enableUuid: false,
    encrypted: false,
    clusterRules: null,
    datacenter: null,
    cluster: "c",
    host: "esx-1",
    folder: null,
    resourcePool: null,
    vApp: null,
    annotation: null,
    customAttributes: {},
    disks: [{ ...DISK, path: `[ds] ${name}/${name}.vmdk` }],
    nics: [],
    partitions: [],
    snapshots: [],
    media: [],
    usb: [],
    performance: null,
    derived: {},
    maskedSecrets: [],
    ...part,
  };
}

function inventoryOf(vms: InventoryVm[], coverage: Record<string, string[]> = FULL_COVERAGE) {
  const inventory: Inventory = {
    vms,
    hosts: [HOST],
    clusters: [],
    portGroups: [],
    health: [],
    coverage,
    datastores: [
      {
        name: "ds",
        vcenterUuid: "vc",
        type: "VMFS",
        capacityMib: 1e6,
        provisionedMib: 5e5,
        inUseMib: 4e5,
        freeMib: 6e5,
        accessible: true,
        hostCount: 4,
        version: "6.82",
      },
    ],
    vcenters: [
      {
        uuid: "vc",
        name: "vc",
        version: "7.0.3",
        exportedAt: "2026-06-01T00:00:00Z",
        exporterVersion: null,
      },
    ],
  };
  return inventory;
}

function readinessOf(part: Partial<InventoryVm>, coverage?: Record<string, string[]>) {
  const [vm] = assessReadiness(inventoryOf([vmOf("a", part)], coverage)).vms;
  if (!vm) throw new Error("the VM is not in scope");
  return vm;
}

describe("the catalogue", () => {
  it("has every one of the 72 checks, under unique names", () => {
    const numbers = new Set(READINESS_RULES.flatMap((rule) => rule.number ?? []));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 72 }, (_, i) => i + 1));
    expect(new Set(READINESS_RULES.map((rule) => rule.id)).size).toBe(READINESS_RULES.length);
  });
});

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

describe("versions", () => {
  it("compare as numbers per part", () => {
    expect(compareVersions([6, 10], [6, 5])).toBeGreaterThan(0);
    expect(isOlderThan("VMware ESXi 6.10.0", [6, 5])).toBe(false);
    expect(isOlderThan("unknown", [6, 5])).toBeNull();
  });
});

describe("an assessment", () => {
  it("costs three AV48 hosts at the stated price, and says that it is another region's", () => {
    const result = assess(inventoryOf([vmOf("a")]), SETTINGS, PRICES_2026);
    // 3 x 7,978.90 = 23,936.70, as the source prints for three hosts.
    expect(result.options[0]?.cost.hostsMonthly).toBeCloseTo(23_936.7, 2);
    expect(result.options[0]?.cost.totalMonthly).toBeNull();
    expect(result.assumptions.map(({ code }) => code)).toContain("priceFromOtherRegion");
  });

  it("has no cost rather than a guess where the price is missing", () => {
    const own = assessmentSettings({ allowReferencePrices: false });
    const [option] = assess(inventoryOf([vmOf("a")]), own, PRICES_2026).options;
    expect(option?.cost.hostsMonthly).toBeNull();
    expect(option?.cost.heads[0]?.reason).toBe("regionPriceMissing");
  });

  it("does not take an unknown size for zero", () => {
    const result = assess(
      inventoryOf([vmOf("a"), vmOf("b", { cpus: null })]),
      SETTINGS,
      PRICES_2026,
    );
    expect(result.demand.vcpusUnknownVms).toBe(1);
  });

  it("costs no more once a VM is excluded", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 128 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.nat(), (cpus, pick) => {
        const inventory = inventoryOf(cpus.map((count, i) => vmOf(`vm-${i}`, { cpus: count })));
        const excludedVmKeys = new Set([`vm-${pick % cpus.length}`]);
        const bill = (excluded: ReadonlySet<string>) =>
          assess(inventory, SETTINGS, PRICES_2026, { excludedVmKeys: excluded }).options[0]?.cost
            .hostsMonthly ?? 0;
        expect(bill(excludedVmKeys)).toBeLessThanOrEqual(bill(new Set()));
      }),
      { numRuns: 50, seed: 20_261_124 },
    );
  });
});

describe("confidence stars", () => {
  const measured = (days: number): Partial<InventoryVm> => ({
    performance: {
      sampleCount: days * 144,
      coverageRatio: 1,
      startAt: "2026-05-01T00:00:00Z",
      endAt: new Date(Date.UTC(2026, 4, 1 + days)).toISOString(),
      cpuRatio: { p95: 0.5 },
      memoryRatio: { p95: 0.5 },
    },
  });

  it.each([
    // A day of a month is 3 %; of a day all. Half a month is 50 %.
    [1, "Month", 1],
    [1, "Day", 5],
    [15, "Month", 3],
    [15, "Custom", 5],
  ] as const)("of %d days measured for a %s are %d", (days, timeRange, stars) => {
    const settings = assessmentSettings({ performanceData: { timeRange } });
    const result = assess(inventoryOf([vmOf("a", measured(days))]), settings, PRICES_2026);
    expect(result.confidenceStars).toBe(stars);
  });

  it.each([
    [0, 1],
    [0.2, 1],
    [0.21, 2],
    [0.6, 3],
    [0.8, 4],
    [1, 5],
  ])("%d is %d", (ratio, stars) => {
    expect(starsForCoverage(ratio)).toBe(stars);
  });
});
