import { HOST_SKUS, type HostSku } from "@/lib/private-cloud/regions";

/**
 * Hardware of one AVS host.
 * Source: Azure VMware Solution "Private clouds and clusters" and introduction pages (2025-08-14, 2025-12-19).
 */
export type NodeTypeFacts = {
  nodeType: HostSku;
  cpuModel: string;
  /** The newest EVC baseline that the host's processor carries. */
  evcMode: string;
  sockets: number;
  physicalCores: number;
  baseGhz: number;
  /** The pages print GB; host memory is counted in binary units. */
  memoryGib: number;
  vsanArchitecture: "OSA" | "ESA";
  /** Raw capacity tier in decimal terabytes (10^12 bytes), as the page states. */
  rawCapacityTb: number;
};

export const NODE_TYPE_SOURCE = {
  title: "Azure VMware Solution private cloud and cluster concepts",
  date: "2025-08-14",
} as const;

/** AV64 is that of generation 1; generation 2 has ESA with 19.25 TB. */
export const NODE_TYPES: Readonly<Record<HostSku, NodeTypeFacts>> = {
  AV36: node("AV36", "Intel Xeon Gold 6140", "intel-skylake", 36, 2.3, 576, "OSA", 15.2),
  AV36P: node("AV36P", "Intel Xeon Gold 6240", "intel-cascadelake", 36, 2.6, 768, "OSA", 19.2),
  AV48: node("AV48", "Intel Xeon Gold 6442Y", "intel-sapphirerapids", 48, 2.6, 1024, "ESA", 25.6),
  AV52: node("AV52", "Intel Xeon Platinum 8270", "intel-cascadelake", 52, 2.7, 1536, "OSA", 38.4),
  AV64: node("AV64", "Intel Xeon Platinum 8370C", "intel-icelake", 64, 2.8, 1024, "OSA", 15.36),
};

export const AV64_GENERATION2_RAW_CAPACITY_TB = 19.25;

function node(
  nodeType: HostSku,
  cpuModel: string,
  evcMode: string,
  physicalCores: number,
  baseGhz: number,
  memoryGib: number,
  vsanArchitecture: "OSA" | "ESA",
  rawCapacityTb: number,
): NodeTypeFacts {
  return {
    nodeType,
    cpuModel,
    evcMode,
    sockets: 2,
    physicalCores,
    baseGhz,
    memoryGib,
    vsanArchitecture,
    rawCapacityTb,
  };
}

/** Every node type, for callers that let a region or a user narrow it. */
export const ALL_NODE_TYPES: readonly HostSku[] = HOST_SKUS;
