import { PRIVATE_CLOUD_LIMITS } from "@/lib/private-cloud/limits";
import { findRegion, type HostSku, skusOfRegion } from "@/lib/private-cloud/regions";
import { FTT_TABLE } from "./ftt";
import type { AssessmentSettings, FttRaidLevel } from "./schema";
import type { ClusterLayout } from "./sizing-schema";

/** Types that AV64 can extend, cheapest first; it stands alone in generation 2 only (AVS introduction, 2025-12-19). */
const BASE_TYPES: readonly HostSku[] = ["AV36", "AV36P", "AV48", "AV52"];

/** The smallest cluster that AVS starts with, under the policy with the fewest hosts. */
export const BASE_CLUSTER_HOSTS = Math.max(
  PRIVATE_CLOUD_LIMITS.hostsPerClusterMin,
  FTT_TABLE.Ftt1Raid1.minimumHosts,
);

/**
 * Spreads hosts evenly over the fewest clusters and private clouds within AVS's limits: 16 hosts a
 * cluster, 96 hosts and 12 clusters a private cloud. Even clusters keep every one above the
 * policy's minimum, which a full-first layout would not.
 */
export function layOut(
  nodeType: HostSku,
  hosts: number,
  level: FttRaidLevel,
  settings: AssessmentSettings,
) {
  const baseType = baseTypeFor(nodeType, settings);
  const baseHosts = baseType === null ? 0 : BASE_CLUSTER_HOSTS;
  const unit = settings.isStretchClusterEnabled ? 2 : 1;
  const cloudMax =
    Math.floor((PRIVATE_CLOUD_LIMITS.hostsPerPrivateCloud - baseHosts) / unit) * unit;
  const privateClouds = Math.ceil(hosts / cloudMax);
  const clusters: ClusterLayout[] = [];
  evenly(hosts, privateClouds, unit).forEach((cloudHosts, index) => {
    const privateCloud = index + 1;
    if (baseType !== null) {
      clusters.push({ privateCloud, nodeType: baseType, hosts: baseHosts, role: "base" });
    }
    const count = Math.ceil(cloudHosts / PRIVATE_CLOUD_LIMITS.hostsPerClusterMax);
    for (const share of evenly(cloudHosts, count, unit)) {
      clusters.push({ privateCloud, nodeType, hosts: share, role: "workload" });
    }
  });
  const workload = clusters.filter((cluster) => cluster.role === "workload");
  return {
    clusters,
    privateClouds,
    baseNodes: baseHosts * privateClouds,
    largestCluster: Math.max(...workload.map((cluster) => cluster.hosts)),
    fttRaidLevel: level,
  };
}

/** `parts` shares of `total` that differ by at most one `unit`, larger first. */
function evenly(total: number, parts: number, unit: number): number[] {
  const units = total / unit;
  return Array.from(
    { length: parts },
    (_, index) => (Math.floor(units / parts) + (index < units % parts ? 1 : 0)) * unit,
  );
}

/** The cluster that AV64 needs before it in the region and scenario; null where it stands alone. */
export function baseTypeFor(nodeType: HostSku, settings: AssessmentSettings): HostSku | null {
  if (nodeType !== "AV64") return null;
  const region = findRegion(settings.azureLocation);
  if (region === null || region.generation2) return null;
  if (settings.avsAssessmentScenario === "AvsSddcExpansion") return null;
  const offered = skusOfRegion(region);
  return BASE_TYPES.find((type) => offered.includes(type)) ?? null;
}
