import type { Environment } from "./estate-types";
import type { OsKey } from "./operating-systems";

/** How a tier's load goes over the day: working hours, nights, always alike, or in bursts. */
export type LoadShape = "office" | "batch" | "flat" | "spiky";

/** Which kind of cluster carries a VM. */
export type ClusterClass = "prod" | "sap" | "vdi" | "dev" | "legacy" | "lab";

export interface Tier {
  code: string;
  /** VMs of this tier in an estate of 800. */
  count: number;
  os: readonly (readonly [OsKey, number])[];
  cpus: readonly number[];
  memoryGib: readonly number[];
  /** Data disks beside the system disk: how many at least and at most, and of which sizes. */
  dataDisks: readonly [number, number];
  dataDiskGib: readonly number[];
  load: LoadShape;
  /** What dependency analysis sees running and listening. */
  service: { application: string; process: string; port: number };
}

export interface Application {
  code: string;
  site: "icn1" | "pus1";
  clusterClass: ClusterClass;
  environment: Environment;
  tiers: readonly Tier[];
  /** Who calls whom: tier codes, or `app.tier` for another application. */
  flows: readonly (readonly [from: string, to: string])[];
}

/** Short names keep the catalogue readable: one line a tier. */
export function tier(
  code: string,
  count: number,
  os: Tier["os"],
  shape: Pick<Tier, "cpus" | "memoryGib" | "dataDisks" | "dataDiskGib">,
  load: LoadShape,
  service: [application: string, process: string, port: number],
): Tier {
  const [application, process, port] = service;
  return { code, count, os, ...shape, load, service: { application, process, port } };
}

export function shape(
  cpus: readonly number[],
  memoryGib: readonly number[],
  dataDisks: readonly [number, number],
  dataDiskGib: readonly number[],
) {
  return { cpus, memoryGib, dataDisks, dataDiskGib };
}

export const WEB = shape([2, 4], [4, 8], [0, 1], [20, 40]);
export const APP = shape([4, 8], [8, 16, 32], [1, 2], [50, 100]);
export const DB = shape([8, 16], [64, 128], [3, 5], [200, 300, 500]);
export const SMALL_DB = shape([4, 8], [16, 32], [2, 3], [100, 200]);
export const LINUX: Tier["os"] = [
  ["rhel8", 5],
  ["rhel9", 2],
  ["rhel7", 2],
  ["ubuntu", 3],
];
export const OLD_LINUX: Tier["os"] = [
  ["centos7", 4],
  ["rhel7", 3],
];
export const ORACLE: Tier["os"] = [
  ["oracle8", 3],
  ["oracle7", 2],
];
export const WINDOWS: Tier["os"] = [
  ["windows2019", 5],
  ["windows2016", 3],
  ["windows2022", 2],
];
export const OLD_WINDOWS: Tier["os"] = [
  ["windows2012R2", 4],
  ["windows2016", 2],
];
