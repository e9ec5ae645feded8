import type { ClusterClass } from "./application-model";

/** A server generation as vHost describes it. Speeds and cores are those of the processor named. */
export interface Hardware {
  vendor: string;
  model: string;
  cpuModel: string;
  speedMhz: number;
  cpuSockets: number;
  coresPerSocket: number;
  /** Slightly under the installed memory, as ESXi reports it. */
  memoryMib: number;
  esxVersion: string;
  evcMode: string;
}

const R750: Hardware = {
  vendor: "Dell Inc.",
  model: "PowerEdge R750",
  cpuModel: "Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz",
  speedMhz: 1995,
  cpuSockets: 2,
  coresPerSocket: 32,
  memoryMib: 1_048_241,
  esxVersion: "VMware ESXi 8.0.2 build-22380479",
  evcMode: "intel-icelake",
};

const DL380_GEN10: Hardware = {
  vendor: "HPE",
  model: "ProLiant DL380 Gen10",
  cpuModel: "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz",
  speedMhz: 2993,
  cpuSockets: 2,
  coresPerSocket: 24,
  memoryMib: 785_953,
  esxVersion: "VMware ESXi 7.0.3 build-21424296",
  evcMode: "intel-cascadelake",
};

const DL560_GEN10: Hardware = {
  vendor: "HPE",
  model: "ProLiant DL560 Gen10",
  cpuModel: "Intel(R) Xeon(R) Platinum 8268 CPU @ 2.90GHz",
  speedMhz: 2893,
  cpuSockets: 4,
  coresPerSocket: 24,
  memoryMib: 3_145_310,
  esxVersion: "VMware ESXi 7.0.3 build-21424296",
  evcMode: "intel-cascadelake",
};

const R740: Hardware = {
  vendor: "Dell Inc.",
  model: "PowerEdge R740",
  cpuModel: "Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz",
  speedMhz: 2394,
  cpuSockets: 2,
  coresPerSocket: 20,
  memoryMib: 523_941,
  esxVersion: "VMware ESXi 6.7.0 build-17700523",
  evcMode: "intel-skylake",
};

const DL380_GEN9: Hardware = {
  vendor: "HP",
  model: "ProLiant DL380 Gen9",
  cpuModel: "Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz",
  speedMhz: 2394,
  cpuSockets: 2,
  coresPerSocket: 14,
  memoryMib: 392_869,
  esxVersion: "VMware ESXi 6.0.0 build-4192238",
  evcMode: "intel-broadwell",
};

const R7525: Hardware = {
  vendor: "Dell Inc.",
  model: "PowerEdge R7525",
  cpuModel: "AMD EPYC 7543 32-Core Processor",
  speedMhz: 2794,
  cpuSockets: 2,
  coresPerSocket: 32,
  memoryMib: 523_902,
  esxVersion: "VMware ESXi 7.0.3 build-21424296",
  evcMode: "amd-zen3",
};

/** Clusters of a class take the models in turn; one model a cluster, as EVC wants it. */
export const HARDWARE: Record<ClusterClass, readonly [Hardware, ...Hardware[]]> = {
  prod: [DL380_GEN10, R750],
  sap: [DL560_GEN10],
  vdi: [DL380_GEN10],
  dev: [R740],
  legacy: [DL380_GEN9],
  lab: [R7525],
};
