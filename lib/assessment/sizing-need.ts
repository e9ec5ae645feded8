import { findRegion } from "@/lib/private-cloud/regions";
import { GIB_PER_TIB } from "@/lib/units/bytes";
import type { Demand } from "./demand";
import { FTT_TABLE } from "./ftt";
import { AV64_GENERATION2_RAW_CAPACITY_TB, type NodeTypeFacts } from "./node-types";
import type { AssessmentSettings, FttRaidLevel } from "./schema";
import type { SizingStep } from "./sizing-schema";

const BYTES_PER_TB = 1e12;
const BYTES_PER_TIB = 1_099_511_627_776;

/** A sum that lands on a whole host but for binary rounding does not buy another host. */
const ROUNDING_TOLERANCE = 1e-9;

/** What one host offers under the settings. */
export type HostCapacity = {
  physicalCores: number;
  /** vCPUs at the oversubscription, before headroom. */
  fullVcpus: number;
  vcpus: number;
  memoryGib: number;
  /** After ESXi's own share, times the overcommit. */
  usableMemoryGib: number;
  /** Raw vSAN capacity in the unit chosen by `storageCapacityUnit`. */
  storageTib: number;
};

export function capacityOf(facts: NodeTypeFacts, settings: AssessmentSettings): HostCapacity {
  const fullVcpus = facts.physicalCores * settings.vcpuOversubscription;
  const isGeneration2 = findRegion(settings.azureLocation)?.generation2 ?? false;
  const rawTb =
    facts.nodeType === "AV64" && isGeneration2
      ? AV64_GENERATION2_RAW_CAPACITY_TB
      : facts.rawCapacityTb;
  return {
    physicalCores: facts.physicalCores,
    fullVcpus,
    vcpus: fullVcpus * (1 - settings.cpuHeadroom / 100),
    memoryGib: facts.memoryGib,
    usableMemoryGib: (facts.memoryGib - settings.hostMemoryOverheadGib) * settings.memOvercommit,
    storageTib:
      settings.storageCapacityUnit === "binary" ? (rawTb * BYTES_PER_TB) / BYTES_PER_TIB : rawTb,
  };
}

/** What the cluster that AV64 needs before it offers: it carries management, and workload beside it. */
export type BaseCluster = { vcpus: number; memoryGib: number; storageTib: number };

/** The smallest cluster mirrors: its three hosts are too few for any other policy. */
const BASE_LEVEL: FttRaidLevel = "Ftt1Raid1";

/** What must be held, and how many hosts of a capacity each resource asks for. */
export type Need = {
  vcpus: number;
  memoryGib: number;
  /** Raw vSAN use without the slack. */
  storageRawTib: number;
  cpuHosts: number;
  memoryHosts: number;
  storageHosts: number;
  cpuNodes: number;
  memoryNodes: number;
  storageNodes: number;
  externalStorageGib: number;
  steps: SizingStep[];
};

/**
 * Needs in the order of "Azure Migrate: AVS assessment calculation": storage grows by the comfort
 * factor, gains management, is multiplied by the policy, divided by deduplication, and leaves the
 * vSAN slack free; two further overheads of vSAN can be switched on.
 */
export function needOf(
  demand: Demand,
  capacity: HostCapacity,
  level: FttRaidLevel,
  settings: AssessmentSettings,
  privateClouds: number,
  base: BaseCluster | null,
): Need {
  // A private cloud that is there already has its management; a base cluster carries it.
  const managed =
    base !== null || settings.avsAssessmentScenario === "AvsSddcExpansion" ? 0 : privateClouds;
  const share = base === null ? 0 : baseShare(demand, base, settings, privateClouds);
  const cpu = cpuNeed(demand, capacity, settings, managed, share);
  const memory = memoryNeed(demand, capacity, settings, managed, share);
  const floor = Math.max(cpu.nodes, memory.nodes, FTT_TABLE[level].minimumHosts);
  const storage = storageNeed(demand, capacity, level, settings, managed, floor, share);
  return {
    vcpus: cpu.value,
    memoryGib: memory.value,
    storageRawTib: storage.value,
    cpuHosts: cpu.hosts,
    memoryHosts: memory.hosts,
    storageHosts: storage.hosts,
    cpuNodes: cpu.nodes,
    memoryNodes: memory.nodes,
    storageNodes: storage.nodes,
    externalStorageGib: storage.externalStorageGib,
    steps: [...cpu.steps, ...memory.steps, ...storage.steps],
  };
}

type Part = { value: number; hosts: number; nodes: number; steps: SizingStep[] };

/**
 * The share of the workload, 0 to 1, that the base cluster holds beside management: as much as the
 * scarcest of its resources allows, taken alike of CPU, memory and storage.
 */
function baseShare(
  demand: Demand,
  base: BaseCluster,
  settings: AssessmentSettings,
  privateClouds: number,
): number {
  const { managementOverhead: management, scalingFactor } = settings;
  const wanted = storageChain(demand.storageGib, BASE_LEVEL, settings, 0, 0).grossTib;
  const managementTib = storageChain(0, BASE_LEVEL, settings, privateClouds, 0).grossTib;
  const shares = [
    [base.vcpus - management.vcpus * privateClouds, demand.vcpus * scalingFactor],
    [base.memoryGib - management.memoryGib * privateClouds, demand.memoryGib * scalingFactor],
    [base.storageTib - managementTib, wanted],
  ].map(([room = 0, need = 0]) => (need <= 0 ? 1 : room / need));
  return Math.max(0, Math.min(1, ...shares));
}

function wholeHosts(hosts: number): number {
  return Math.ceil(hosts - ROUNDING_TOLERANCE);
}

function cpuNeed(
  demand: Demand,
  capacity: HostCapacity,
  settings: AssessmentSettings,
  privateClouds: number,
  share: number,
): Part {
  return comfortNeed("cpu", "vcpu", demand.vmCount, settings.scalingFactor, share, {
    demand: demand.vcpus,
    management: settings.managementOverhead.vcpus * privateClouds,
    perHost: capacity.vcpus,
    hostInputs: {
      cores: capacity.physicalCores,
      oversubscription: settings.vcpuOversubscription,
      headroomPercent: settings.cpuHeadroom,
    },
  });
}

function memoryNeed(
  demand: Demand,
  capacity: HostCapacity,
  settings: AssessmentSettings,
  privateClouds: number,
  share: number,
): Part {
  return comfortNeed("memory", "gib", demand.vmCount, settings.scalingFactor, share, {
    demand: demand.memoryGib,
    management: settings.managementOverhead.memoryGib * privateClouds,
    perHost: capacity.usableMemoryGib,
    hostInputs: {
      memoryGib: capacity.memoryGib,
      overheadGib: settings.hostMemoryOverheadGib,
      overcommit: settings.memOvercommit,
    },
  });
}

/** CPU and memory alike: the demand with its comfort, less what the base cluster holds, plus management. */
function comfortNeed(
  resource: "cpu" | "memory",
  unit: SizingStep["unit"],
  vms: number,
  factor: number,
  share: number,
  of: {
    demand: number;
    management: number;
    perHost: number;
    /** What the capacity of a host was calculated from. */
    hostInputs: Record<string, number>;
  },
): Part {
  const { perHost } = of;
  const comfort = of.demand * factor;
  const value = comfort * (1 - share) + of.management;
  const hosts = value / perHost;
  const nodes = wholeHosts(hosts);
  const step = stepper(resource, unit);
  return {
    value,
    hosts,
    nodes,
    steps: [
      step(`${resource}Demand`, { vms }, of.demand),
      step(`${resource}Comfort`, { factor }, comfort),
      ...(share > 0 ? [step(`${resource}BaseShare`, { share }, comfort * (1 - share))] : []),
      step(`${resource}Management`, { overhead: of.management }, value),
      step(`${resource}PerHost`, of.hostInputs, perHost),
      { ...step(`${resource}Nodes`, { need: value, perHost, hosts }, nodes), unit: "hosts" },
    ],
  };
}

function storageNeed(
  demand: Demand,
  capacity: HostCapacity,
  level: FttRaidLevel,
  settings: AssessmentSettings,
  privateClouds: number,
  floorHosts: number,
  share: number,
): Part & { externalStorageGib: number } {
  const wanted = storageChain(demand.storageGib, level, settings, privateClouds, share);
  const hasExternal = settings.externalStorageTypes.some((type) => type !== "None");
  const wantedHosts = wanted.grossTib / capacity.storageTib;
  if (!hasExternal || wantedHosts <= floorHosts) {
    return finishStorage(wanted, capacity, 0);
  }
  // What CPU and memory need anyway holds its share on vSAN; the rest goes outside, before copies.
  const empty = storageChain(0, level, settings, privateClouds, share);
  const grossPerGib = (wanted.grossTib - empty.grossTib) / demand.storageGib;
  const room = Math.max(0, floorHosts * capacity.storageTib - empty.grossTib);
  const keptGib = Math.min(demand.storageGib, room / grossPerGib);
  const kept = storageChain(keptGib, level, settings, privateClouds, share);
  const externalGib = (demand.storageGib - keptGib) * settings.scalingFactor * (1 - share);
  return finishStorage(kept, capacity, externalGib);
}

type Chain = { rawTib: number; grossTib: number; steps: SizingStep[] };

function storageChain(
  storageGib: number,
  level: FttRaidLevel,
  settings: AssessmentSettings,
  privateClouds: number,
  share: number,
): Chain {
  const step = stepper("storage", "tib");
  const used = storageGib / GIB_PER_TIB;
  const comfort = used * settings.scalingFactor;
  const overhead = (settings.managementOverhead.storageGib * privateClouds) / GIB_PER_TIB;
  const managed = comfort * (1 - share) + overhead;
  const copies = managed * FTT_TABLE[level].multiplier;
  const reduced = copies / settings.dedupeCompression;
  const slack = reduced / (1 - settings.vsanSlack);
  const metadata = slack / (1 - settings.vsanMetadataOverhead);
  const format = metadata / (1 - settings.vsanFormatOverhead);
  return {
    rawTib: reduced / (1 - settings.vsanMetadataOverhead) / (1 - settings.vsanFormatOverhead),
    grossTib: format,
    steps: [
      step("storageDemand", {}, used),
      step("storageComfort", { factor: settings.scalingFactor }, comfort),
      ...(share > 0 ? [step("storageBaseShare", { share }, comfort * (1 - share))] : []),
      step("storageManagement", { overhead }, managed),
      step("storageFtt", { multiplier: FTT_TABLE[level].multiplier }, copies),
      step("storageDedupe", { ratio: settings.dedupeCompression }, reduced),
      step("storageSlack", { slack: settings.vsanSlack }, slack),
      step("storageMetadata", { overhead: settings.vsanMetadataOverhead }, metadata),
      step("storageFormat", { overhead: settings.vsanFormatOverhead }, format),
    ],
  };
}

function finishStorage(chain: Chain, capacity: HostCapacity, externalStorageGib: number) {
  const hosts = chain.grossTib / capacity.storageTib;
  const nodes = wholeHosts(hosts);
  const step = stepper("storage", "tib");
  return {
    value: chain.rawTib,
    hosts,
    nodes,
    externalStorageGib,
    steps: [
      ...chain.steps,
      step("storagePerHost", {}, capacity.storageTib),
      {
        ...step(
          "storageNodes",
          { need: chain.grossTib, perHost: capacity.storageTib, hosts },
          nodes,
        ),
        unit: "hosts" as const,
      },
    ],
  };
}

function stepper(resource: SizingStep["resource"], unit: SizingStep["unit"]) {
  return (code: SizingStep["code"], inputs: Record<string, number>, value: number): SizingStep => ({
    resource,
    code,
    unit,
    inputs,
    value,
  });
}
