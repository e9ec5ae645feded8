import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Demand, NO_DEMAND } from "./demand";
import { type AssessmentSettingsInput, assessmentSettings } from "./schema";
import { candidateNodeTypes, sizeAvs } from "./sizing";
import type { NodeSizing, SizingStep } from "./sizing-schema";

function demandOf(part: Partial<Demand>): Demand {
  return { ...NO_DEMAND, vmCount: 1, ...part };
}

function sizeOne(demand: Demand, input: AssessmentSettingsInput): NodeSizing {
  const [sizing] = sizeAvs(demand, assessmentSettings(input));
  if (!sizing) throw new Error("no node type is left");
  return sizing;
}

function stepValue(sizing: NodeSizing, code: SizingStep["code"]): number {
  return sizing.steps.find((step) => step.code === code)?.value ?? Number.NaN;
}

const EAST_US_AV36P: AssessmentSettingsInput = { azureLocation: "eastus", nodeTypes: ["AV36P"] };

/**
 * The published worked example: 344 VMs, 1,585 vCPU, 5,827 GB, 172 TB used on AV36P. Its chain starts
 * at 176.94 with 5 TB of management and ends at 256.64: the printed 172 TB was between 171.9367 and 171.9388.
 */
const EXAMPLE = demandOf({
  vmCount: 344,
  vcpus: 1_585,
  memoryGib: 5_827,
  storageGib: 171.938 * 1_024,
});
const EXAMPLE_SETTINGS: AssessmentSettingsInput = {
  ...EAST_US_AV36P,
  vcpuOversubscription: 4,
  dedupeCompression: 1.5,
  failuresToTolerateAndRaidLevelList: ["Ftt2Raid6"],
  vsanSlack: 0.25,
  managementOverhead: { storageGib: 5 * 1_024 },
  // vSAN planning guide: 6.2 % for deduplication with checksums, 2 % for the on-disk format.
  vsanMetadataOverhead: 0.062,
  vsanFormatOverhead: 0.02,
  // The example compares its terabytes with the 19.2 TB printed for the host.
  storageCapacityUnit: "asLabelled",
};

describe("the published worked example", () => {
  const sizing = sizeOne(EXAMPLE, EXAMPLE_SETTINGS);

  it("needs 12 hosts for CPU, 8 for memory, 14 for storage, hence 14", () => {
    expect(sizing.nodesFor).toEqual({ cpu: 12, memory: 8, storage: 14 });
    expect(sizing.nodeNumber).toBe(14);
    expect(sizing.limitingFactor).toBe("Storage");
  });

  it.each([
    ["storageManagement", 176.94],
    ["storageFtt", 265.41],
    ["storageDedupe", 176.94],
    ["storageSlack", 235.92],
    ["storageMetadata", 251.51],
    ["storageFormat", 256.64],
  ] as const)("passes %s at %d TB", (code, terabytes) => {
    expect(stepValue(sizing, code)).toBeCloseTo(terabytes, 2);
  });

  it("needs 14 hosts by Azure Migrate's own sequence too, once disks are counted in binary", () => {
    // (171.938 + 722/1024) x 1.5 / 1.5 / 0.75 = 230.19 TiB over 19.2e12/2^40 = 17.46 TiB: 13.2.
    const plain = sizeOne(EXAMPLE, {
      ...EAST_US_AV36P,
      failuresToTolerateAndRaidLevelList: ["Ftt2Raid6"],
    });
    expect(plain.nodeNumber).toBe(14);
  });
});

describe("a small estate", () => {
  it("takes the three hosts that AVS starts with, and says why", () => {
    const sizing = sizeOne(demandOf({ vcpus: 4, memoryGib: 8, storageGib: 100 }), EAST_US_AV36P);
    expect(sizing.nodeNumber).toBe(3);
    expect(sizing.limitingFactor).toBe("MinimumNodes");
    expect(sizing.fttRaidLevel).toBe("Ftt1Raid1");
    expect(sizing.oneFewer).toBeNull();
  });

  it("has no result without a VM", () => {
    expect(sizeAvs(NO_DEMAND, assessmentSettings(EAST_US_AV36P))).toEqual([]);
  });

  it("offers AV48 alone in Korea Central", () => {
    const sizings = sizeAvs(demandOf({ vcpus: 4 }), assessmentSettings());
    expect(sizings.map((sizing) => sizing.nodeType)).toEqual(["AV48"]);
  });
});

describe("settings", () => {
  // 1,000 vCPU + 44 of management over 36 x 4 = 144 a host: 7.25; over 36 x 6 = 216: 4.83.
  const busy = demandOf({ vcpus: 1_000, memoryGib: 100, storageGib: 100 });
  const mirrored: AssessmentSettingsInput = {
    ...EAST_US_AV36P,
    failuresToTolerateAndRaidLevelList: ["Ftt1Raid1"],
    enforceSla: false,
  };

  it("more oversubscription needs fewer hosts", () => {
    expect(sizeOne(busy, mirrored).nodeNumber).toBe(8);
    expect(sizeOne(busy, { ...mirrored, vcpuOversubscription: 6 }).nodeNumber).toBe(5);
  });

  it("headroom keeps capacity free", () => {
    // 1,044 / (144 x 0.8) = 9.06.
    expect(sizeOne(busy, { ...mirrored, cpuHeadroom: 20 }).nodeNumber).toBe(10);
  });

  it("a spare host is added to each cluster", () => {
    expect(sizeOne(busy, { ...mirrored, spareHostsPerCluster: 1 }).nodeNumber).toBe(9);
    // 2,500 + 44 = 2,544 / 144 = 17.7: 18 hosts in two clusters of at most 15 + 1.
    const large = sizeOne(demandOf({ vcpus: 2_500 }), { ...mirrored, spareHostsPerCluster: 1 });
    expect(large.nodeNumber).toBe(20);
    expect(large.clusters.map((cluster) => cluster.hosts)).toEqual([10, 10]);
  });

  it("a policy that the SLA refuses at the host count gives way to one that it accepts", () => {
    const sizing = sizeOne(busy, {
      ...EAST_US_AV36P,
      failuresToTolerateAndRaidLevelList: ["Ftt1Raid1", "Ftt2Raid6"],
    });
    expect(sizing.fttRaidLevel).toBe("Ftt2Raid6");
    expect(sizing.sla.ftt).toBe("met");
  });

  it("says so when no allowed policy keeps the SLA", () => {
    const sizing = sizeOne(busy, { ...mirrored, enforceSla: true });
    expect(sizing.sla.ftt).toBe("notMet");
  });

  it("a stretched cluster has two sites that each carry all", () => {
    const sizing = sizeOne(busy, { ...mirrored, isStretchClusterEnabled: true });
    expect(sizing.nodeNumber).toBe(16);
    expect(sizing.clusters.map((cluster) => cluster.hosts)).toEqual([16]);
  });

  it("external storage takes what would cost more hosts than CPU and memory need", () => {
    const full = demandOf({ vcpus: 10, memoryGib: 10, storageGib: 500 * 1_024 });
    const inside = sizeOne(full, mirrored);
    const outside = sizeOne(full, { ...mirrored, externalStorageTypes: ["AnfStandard"] });
    expect(outside.nodeNumber).toBe(3);
    expect(inside.nodeNumber).toBeGreaterThan(3);
    expect(outside.externalStorageGib).toBeGreaterThan(0);
    expect(outside.externalStorageGib).toBeLessThan(500 * 1_024);
    expect(outside.sla.vsanUsed).toBe("met");
  });
});

describe("cluster layout", () => {
  it("keeps clusters within 16 hosts and private clouds within 96", () => {
    // 20,000 vCPU / 144 = 138.9, two private clouds with 44 vCPU of management each: 139.5.
    const sizing = sizeOne(demandOf({ vcpus: 20_000 }), EAST_US_AV36P);
    expect(sizing.nodeNumber).toBe(140);
    expect(sizing.privateClouds).toBe(2);
    expect(sizing.clusters.map((cluster) => cluster.hosts)).toEqual(Array(10).fill(14));
  });

  it("puts AV64 behind a base cluster where generation 2 is not offered", () => {
    const sizing = sizeOne(demandOf({ vcpus: 100 }), {
      azureLocation: "westeurope",
      nodeTypes: ["AV64"],
    });
    expect(sizing.baseNodes).toBe(3);
    expect(sizing.clusters[0]).toMatchObject({ nodeType: "AV36", hosts: 3, role: "base" });
  });

  it("lets the base cluster carry management and what of the workload fits beside it", () => {
    // Three AV36 at 4:1 offer 432 vCPU, 388 beside the 44 of management. Of 2,000 that is 19.4 %; the
    // other 1,612 over 64 x 4 = 256 a host are 6.3 hosts.
    const sizing = sizeOne(demandOf({ vcpus: 2_000 }), {
      azureLocation: "westeurope",
      nodeTypes: ["AV64"],
    });
    expect(stepValue(sizing, "cpuBaseShare")).toBeCloseTo(1_612, 6);
    expect(sizing.nodesFor.cpu).toBe(7);
  });

  it("counts no management again where a private cloud is extended", () => {
    // 1,000 / 144 = 6.94, and with 44 of management 7.25.
    const extended = { ...EAST_US_AV36P, avsAssessmentScenario: "AvsSddcExpansion" as const };
    expect(sizeOne(demandOf({ vcpus: 1_000 }), extended).nodesFor.cpu).toBe(7);
    expect(sizeOne(demandOf({ vcpus: 1_000 }), EAST_US_AV36P).nodesFor.cpu).toBe(8);
  });

  it("tells that a sixth host needs a policy that tolerates two failures", () => {
    // 676 + 44 = 720 / 144 = 5 hosts, the most that the SLA allows with one failure to tolerate.
    const sizing = sizeOne(demandOf({ vcpus: 676 }), {
      ...EAST_US_AV36P,
      failuresToTolerateAndRaidLevelList: ["Ftt1Raid1"],
    });
    expect(sizing.nodeNumber).toBe(5);
    expect(sizing.sla.ftt).toBe("met");
    expect(sizing.oneMore).toMatchObject({ nodeNumber: 6, ftt: "notMet", exceeded: [] });
    expect(sizing.oneFewer).toMatchObject({ nodeNumber: 4, ftt: "met", exceeded: ["Cpu"] });
  });

  it("lets AV64 stand alone in generation 2", () => {
    const sizing = sizeOne(demandOf({ vcpus: 100 }), {
      azureLocation: "eastus",
      nodeTypes: ["AV64"],
    });
    expect(sizing.baseNodes).toBe(0);
  });
});

describe("properties", () => {
  const demands = fc.record({
    vcpus: fc.integer({ min: 0, max: 30_000 }),
    memoryGib: fc.integer({ min: 0, max: 200_000 }),
    storageGib: fc.integer({ min: 0, max: 3_000_000 }),
  });
  const places = fc.constantFrom<AssessmentSettingsInput>(
    EAST_US_AV36P,
    // AV64 behind a base cluster, and AV48 alone.
    { azureLocation: "westeurope", nodeTypes: ["AV64"] },
    { azureLocation: "koreacentral" },
  );
  const settings = fc.record({
    spareHostsPerCluster: fc.integer({ min: 0, max: 3 }),
    isStretchClusterEnabled: fc.boolean(),
    enforceSla: fc.boolean(),
    dedupeCompression: fc.constantFrom(1, 1.5, 3),
    failuresToTolerateAndRaidLevelList: fc.constantFrom<
      NonNullable<AssessmentSettingsInput["failuresToTolerateAndRaidLevelList"]>
    >(["Ftt1Raid1"], ["Ftt1Raid1", "Ftt2Raid6"], ["Ftt1Raid5", "Ftt2Raid1"], ["Ftt3Raid1"]),
  });

  // AV64 cannot be stretched, so that no node type is left.
  const canSize = (input: AssessmentSettingsInput) =>
    candidateNodeTypes(assessmentSettings(input)).length > 0;

  it("more comfort never means fewer hosts", () => {
    fc.assert(
      fc.property(
        demands,
        settings,
        places,
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (demand, knobs, place, factor, more) => {
          const base = { ...place, ...knobs };
          fc.pre(canSize(base));
          fc.pre(canSize(base));
          const less = sizeOne(demandOf(demand), { ...base, scalingFactor: factor });
          const comfortable = sizeOne(demandOf(demand), { ...base, scalingFactor: factor + more });
          expect(comfortable.nodeNumber).toBeGreaterThanOrEqual(less.nodeNumber);
          expect(comfortable.baseNodes).toBeGreaterThanOrEqual(less.baseNodes);
        },
      ),
      { numRuns: 300, seed: 20_261_124 },
    );
  });

  it("a VM more never means fewer hosts", () => {
    fc.assert(
      fc.property(demands, settings, places, demands, (demand, knobs, place, vm) => {
        const base = { ...place, ...knobs };
        fc.pre(canSize(base));
        const grown = demandOf({
          vmCount: 2,
          vcpus: demand.vcpus + vm.vcpus,
          memoryGib: demand.memoryGib + vm.memoryGib,
          storageGib: demand.storageGib + vm.storageGib,
        });
        expect(sizeOne(grown, base).nodeNumber).toBeGreaterThanOrEqual(
          sizeOne(demandOf(demand), base).nodeNumber,
        );
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
  });

  it("no cluster or private cloud exceeds AVS's limits, and the clusters add up", () => {
    fc.assert(
      fc.property(demands, settings, places, (demand, knobs, place) => {
        fc.pre(canSize({ ...place, ...knobs }));
        const sizing = sizeOne(demandOf(demand), { ...place, ...knobs });
        const sum = sizing.clusters.reduce((total, cluster) => total + cluster.hosts, 0);
        expect(sum).toBe(sizing.nodeNumber + sizing.baseNodes);
        for (const cluster of sizing.clusters) {
          expect(cluster.hosts).toBeLessThanOrEqual(16);
          expect(cluster.hosts).toBeGreaterThanOrEqual(3);
        }
        for (let cloud = 1; cloud <= sizing.privateClouds; cloud += 1) {
          const hosts = sizing.clusters.filter((cluster) => cluster.privateCloud === cloud);
          expect(hosts.reduce((total, cluster) => total + cluster.hosts, 0)).toBeLessThanOrEqual(
            96,
          );
        }
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
  });
});
