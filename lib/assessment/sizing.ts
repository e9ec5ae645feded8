import { PRIVATE_CLOUD_LIMITS } from "@/lib/private-cloud/limits";
import { findRegion, type HostSku, skusOfRegion } from "@/lib/private-cloud/regions";
import { BASE_CLUSTER_HOSTS, baseTypeFor, layOut } from "./cluster-layout";
import type { Demand } from "./demand";
import { FTT_TABLE, meetsFttSla, SLA_VSAN_USED_MAX } from "./ftt";
import { NODE_TYPES } from "./node-types";
import type { AssessmentSettings, FttRaidLevel } from "./schema";
import { type BaseCluster, capacityOf, type HostCapacity, type Need, needOf } from "./sizing-need";
import type { LimitingFactor, NodeEffect, NodeSizing, SizingStep } from "./sizing-schema";

/**
 * Hosts of every node type that the settings and the region allow, fewest-host policy first chosen
 * among those that keep the SLA. An empty demand gives no result: there is nothing to size.
 */
export function sizeAvs(demand: Demand, settings: AssessmentSettings): NodeSizing[] {
  if (demand.vmCount === 0) return [];
  return candidateNodeTypes(settings).map((nodeType) => sizeNodeType(nodeType, demand, settings));
}

/**
 * Node types of the region, narrowed by the settings. AV64 is not for stretched private clouds
 * (AVS introduction, 2025-12-19).
 */
export function candidateNodeTypes(settings: AssessmentSettings): HostSku[] {
  const region = findRegion(settings.azureLocation);
  const offered = (region === null ? [] : skusOfRegion(region)).filter(
    (nodeType) => nodeType !== "AV64" || !settings.isStretchClusterEnabled,
  );
  return settings.nodeTypes.length === 0
    ? offered
    : offered.filter((nodeType) => settings.nodeTypes.includes(nodeType));
}

function sizeNodeType(nodeType: HostSku, demand: Demand, settings: AssessmentSettings): NodeSizing {
  const tried = settings.failuresToTolerateAndRaidLevelList.map((level) =>
    sizeWithPolicy(nodeType, level, demand, settings),
  );
  const acceptable = settings.enforceSla ? tried.filter((sizing) => isSla(sizing)) : tried;
  const pool = acceptable.length > 0 ? acceptable : tried;
  const chosen = pool.reduce((best, next) => (isBetter(next, best) ? next : best));
  return {
    ...chosen,
    alternatives: tried.map((sizing) => ({
      fttRaidLevel: sizing.fttRaidLevel,
      nodeNumber: sizing.nodeNumber,
      meetsSla: isSla(sizing),
    })),
  };
}

function isSla(sizing: NodeSizing): boolean {
  return sizing.sla.ftt === "met";
}

/** Fewer hosts win; at equal hosts the policy that tolerates more failures. */
function isBetter(next: NodeSizing, best: NodeSizing): boolean {
  if (next.nodeNumber !== best.nodeNumber) return next.nodeNumber < best.nodeNumber;
  return (
    FTT_TABLE[next.fttRaidLevel].failuresToTolerate >
    FTT_TABLE[best.fttRaidLevel].failuresToTolerate
  );
}

function sizeWithPolicy(
  nodeType: HostSku,
  level: FttRaidLevel,
  demand: Demand,
  settings: AssessmentSettings,
): NodeSizing {
  const capacity = capacityOf(NODE_TYPES[nodeType], settings);
  const baseType = baseTypeFor(nodeType, settings);
  // Each private cloud has its own management, which can need another host, hence another cloud.
  let privateClouds = 1;
  for (;;) {
    const base = baseType === null ? null : baseClusterOf(baseType, settings, privateClouds);
    const need = needOf(demand, capacity, level, settings, privateClouds, base);
    const hosts = hostsFor(need, level, settings);
    const layout = layOut(nodeType, hosts.total, level, settings);
    if (layout.privateClouds <= privateClouds) {
      return describe({ nodeType, level, need, hosts, capacity, layout, settings });
    }
    privateClouds = layout.privateClouds;
  }
}

/** What the base clusters offer, one a private cloud. */
function baseClusterOf(
  baseType: HostSku,
  settings: AssessmentSettings,
  privateClouds: number,
): BaseCluster {
  const host = capacityOf(NODE_TYPES[baseType], settings);
  const usable = Math.max(0, BASE_CLUSTER_HOSTS - settings.spareHostsPerCluster) * privateClouds;
  return {
    vcpus: host.vcpus * usable,
    memoryGib: host.usableMemoryGib * usable,
    storageTib: host.storageTib * usable,
  };
}

type Hosts = { minimum: number; needed: number; spare: number; perSite: number; total: number };

/** Hosts for the need plus spares; twice that when two sites each carry all of it. */
function hostsFor(need: Need, level: FttRaidLevel, settings: AssessmentSettings): Hosts {
  const minimum = Math.max(
    PRIVATE_CLOUD_LIMITS.hostsPerClusterMin,
    settings.minimumHostsPerCluster,
    FTT_TABLE[level].minimumHosts,
  );
  const needed = Math.max(minimum, need.cpuNodes, need.memoryNodes, need.storageNodes);
  const siteCount = settings.isStretchClusterEnabled ? 2 : 1;
  const clusterMax = PRIVATE_CLOUD_LIMITS.hostsPerClusterMax / siteCount;
  const clusters = Math.ceil(needed / (clusterMax - settings.spareHostsPerCluster));
  const spare = clusters * settings.spareHostsPerCluster;
  const perSite = needed + spare;
  return { minimum, needed, spare, perSite, total: perSite * siteCount };
}

type Description = {
  nodeType: HostSku;
  level: FttRaidLevel;
  need: Need;
  hosts: Hosts;
  capacity: HostCapacity;
  layout: ReturnType<typeof layOut>;
  settings: AssessmentSettings;
};

function describe(given: Description): NodeSizing {
  const { nodeType, level, need, hosts, capacity, layout, settings } = given;
  const effect = (nodeNumber: number) => effectOf(nodeNumber, given);
  const now = effect(hosts.total);
  const step = settings.isStretchClusterEnabled ? 2 : 1;
  return {
    nodeType,
    fttRaidLevel: level,
    nodeNumber: hosts.total,
    baseNodes: layout.baseNodes,
    clusters: layout.clusters,
    privateClouds: layout.privateClouds,
    limitingFactor: limitingFactorOf(need, hosts),
    cpuUtilization: now.cpuUtilization,
    ramUtilization: now.ramUtilization,
    storageUtilization: now.storageUtilization,
    totalCpuCores: hosts.total * capacity.physicalCores,
    totalRamInGB: hosts.total * capacity.memoryGib,
    totalStorageInGB: hosts.total * capacity.storageTib * 1_024,
    nodesFor: { cpu: need.cpuNodes, memory: need.memoryNodes, storage: need.storageNodes },
    externalStorageGib: need.externalStorageGib,
    steps: [...need.steps, ...hostSteps(need, hosts, settings)],
    oneMore: effect(hosts.total + step),
    oneFewer: hosts.total - step < hosts.minimum * step ? null : effect(hosts.total - step),
    sla: {
      ftt: meetsFttSla(level, layout.largestCluster / step) ? "met" : "notMet",
      vsanUsed: now.storageUtilization <= SLA_VSAN_USED_MAX * 100 ? "met" : "notMet",
      largestCluster: layout.largestCluster,
    },
    alternatives: [],
  };
}

function limitingFactorOf(need: Need, hosts: Hosts): LimitingFactor {
  const factors: [LimitingFactor, number, number][] = [
    ["Cpu", need.cpuNodes, need.cpuHosts],
    ["Memory", need.memoryNodes, need.memoryHosts],
    ["Storage", need.storageNodes, need.storageHosts],
  ];
  const most = Math.max(...factors.map(([, nodes]) => nodes));
  if (most < hosts.minimum) return "MinimumNodes";
  // Two resources can ask for the same whole hosts; the one that asks for more of the last decides.
  const [first] = factors
    .filter(([, nodes]) => nodes === most)
    .sort((left, right) => right[2] - left[2]);
  return first ? first[0] : "MinimumNodes";
}

/** Utilisation at a host count, in percent, and what would not fit on the hosts that may be used. */
function effectOf(nodeNumber: number, given: Description): NodeEffect {
  const { need, capacity, hosts, settings } = given;
  const siteCount = settings.isStretchClusterEnabled ? 2 : 1;
  const siteHosts = nodeNumber / siteCount;
  const usable = siteHosts - hosts.spare;
  const exceeded: LimitingFactor[] = [];
  if (need.cpuNodes > usable) exceeded.push("Cpu");
  if (need.memoryNodes > usable) exceeded.push("Memory");
  if (need.storageNodes > usable) exceeded.push("Storage");
  if (hosts.minimum > usable) exceeded.push("MinimumNodes");
  const layout = layOut(given.nodeType, nodeNumber, given.level, settings);
  return {
    nodeNumber,
    ftt: meetsFttSla(given.level, layout.largestCluster / siteCount) ? "met" : "notMet",
    clusters: layout.clusters.length,
    cpuUtilization: (100 * need.vcpus) / (siteHosts * capacity.fullVcpus),
    ramUtilization: (100 * need.memoryGib) / (siteHosts * capacity.usableMemoryGib),
    storageUtilization: (100 * need.storageRawTib) / (siteHosts * capacity.storageTib),
    exceeded,
  };
}

function hostSteps(need: Need, hosts: Hosts, settings: AssessmentSettings): SizingStep[] {
  const steps: SizingStep[] = [
    {
      resource: "nodes",
      code: "minimumNodes",
      unit: "hosts",
      inputs: {
        cpu: need.cpuNodes,
        memory: need.memoryNodes,
        storage: need.storageNodes,
        minimum: hosts.minimum,
      },
      value: hosts.needed,
    },
  ];
  if (hosts.spare > 0) {
    steps.push({
      resource: "nodes",
      code: "spareHosts",
      unit: "hosts",
      inputs: { needed: hosts.needed, spare: hosts.spare },
      value: hosts.perSite,
    });
  }
  if (settings.isStretchClusterEnabled) {
    steps.push({
      resource: "nodes",
      code: "stretched",
      unit: "hosts",
      inputs: { perSite: hosts.perSite, sites: 2 },
      value: hosts.total,
    });
  }
  steps.push({
    resource: "nodes",
    code: "totalNodes",
    unit: "hosts",
    inputs: {},
    value: hosts.total,
  });
  return steps;
}
