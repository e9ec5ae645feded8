import { z } from "zod";

/**
 * The inventory: what discovery exports say of an estate, in one shape whatever file it came from.
 *
 * Null means "the export does not say". It is never replaced by a zero, a false or a default:
 * readers of the inventory must show "not evaluated" or "no data" instead.
 * Sizes are binary (MiB = 2^20 bytes) because RVTools reports them so, whatever its headers say.
 */

export const powerStateSchema = z.enum(["poweredOn", "poweredOff", "suspended", "unknown"]);
export type PowerState = z.infer<typeof powerStateSchema>;

/** Why a VM is set aside by rule. A user's own exclusion is kept apart, in the project. */
export const setAsideReasonSchema = z.enum([
  "template",
  "srmPlaceholder",
  "vcls",
  "hcxAppliance",
  "infrastructure",
]);
export type SetAsideReason = z.infer<typeof setAsideReasonSchema>;

const text = z.string().nullable();
const count = z.number().nullable();
const flag = z.boolean().nullable();
/** ISO 8601, in UTC when the export states a zone, else local time without one. */
const timestamp = z.string().nullable();

export const inventoryDiskSchema = z.object({
  label: text,
  key: text,
  uuid: text,
  path: text,
  capacityMib: count,
  raw: flag,
  /** As written: `physicalMode`, `virtualMode`. */
  rawCompatibilityMode: text,
  /** As written: `persistent`, `independent_persistent`, `independent_nonpersistent`. */
  mode: text,
  sharingMode: text,
  sharedBus: text,
  thin: flag,
  controller: text,
  unit: text,
});
export type InventoryDisk = z.infer<typeof inventoryDiskSchema>;

export const inventoryNicSchema = z.object({
  label: text,
  /** As written: `Vmxnet3`, `E1000`. */
  adapter: text,
  network: text,
  switchName: text,
  connected: flag,
  startsConnected: flag,
  macAddress: text,
  /** Every address of the cell, IPv4 and IPv6 alike. */
  ipAddresses: z.array(z.string()),
  directPath: flag,
});
export type InventoryNic = z.infer<typeof inventoryNicSchema>;

export const inventoryPartitionSchema = z.object({
  /** The mount point or drive: `C:\`, `/boot`. */
  path: text,
  capacityMib: count,
  consumedMib: count,
  freeMib: count,
});
export type InventoryPartition = z.infer<typeof inventoryPartitionSchema>;

export const inventorySnapshotSchema = z.object({
  name: text,
  description: text,
  createdAt: timestamp,
  sizeMib: count,
});

export const inventoryMediaSchema = z.object({
  label: text,
  connected: flag,
  startsConnected: flag,
  /** As written: `ISO [datastore] path`, `Remote device`, `Host device`. */
  deviceType: text,
});

export const inventoryUsbSchema = z.object({
  label: text,
  connected: flag,
  deviceType: text,
});

/** Percentiles over the imported samples of one VM; ratios are 0 to 1. */
export const performanceSummarySchema = z.object({
  /** 0 when a file states the figures themselves. */
  sampleCount: z.number(),
  /** Samples present over samples expected in the period, 0 to 1. */
  coverageRatio: z.number(),
  /** First and last sample; null when a file states the figures and not what they were measured from. */
  startAt: z.string().nullable(),
  endAt: z.string().nullable(),
  /** `p50`, `p90`, `p95`, `p99`, `max` and, where a file states it, `average` of CPU utilisation, 0 to 1. */
  cpuRatio: z.record(z.string(), z.number()).nullable(),
  memoryRatio: z.record(z.string(), z.number()).nullable(),
});
export type PerformanceSummary = z.infer<typeof performanceSummarySchema>;

export const inventoryVmSchema = z.object({
  /** Stable within a project; see lib/inventory/identity.ts for how it is chosen. */
  key: z.string(),
  name: z.string(),
  vcenterUuid: text,
  moRef: text,
  instanceUuid: text,
  smbiosUuid: text,
  powerState: powerStateSchema,
  setAside: setAsideReasonSchema.nullable(),
  connectionState: text,
  configStatus: text,
  guestState: text,
  heartbeat: text,
  consolidationNeeded: flag,
  createdAt: timestamp,

  cpus: count,
  coresPerSocket: count,
  memoryMib: count,
  provisionedMib: count,
  inUseMib: count,
  /** Sum of the virtual disks' capacity, reported or derived (see `derived`). */
  diskCapacityMib: count,
  cpuReadyPercent: count,
  activeMemoryMib: count,
  /** From vCPU and vMemory. */
  cpuReservationMhz: count,
  cpuLimitMhz: count,
  cpuHotAdd: flag,
  memoryReservationMib: count,
  memoryLimitMib: count,
  memoryHotAdd: flag,
  memoryBalloonedMib: count,
  memorySwappedMib: count,
  memoryConsumedMib: count,

  /** As the configuration file names it, e.g. `Microsoft Windows Server 2019 (64-bit)`. */
  osConfigured: text,
  /** As VMware Tools report it from the running guest. */
  osRunning: text,
  dnsName: text,
  primaryIpAddress: text,
  firmware: text,
  secureBoot: flag,
  /** The number of `vmx-NN`. */
  hardwareVersion: count,
  toolsStatus: text,
  toolsVersion: text,
  toolsUpgradeable: flag,
  minimumEvcMode: text,
  latencySensitivity: text,
  faultToleranceState: text,
  fixedPassthroughHotPlug: flag,
  changedBlockTracking: flag,
  enableUuid: flag,
  encrypted: flag,
  clusterRules: text,

  datacenter: text,
  cluster: text,
  host: text,
  folder: text,
  resourcePool: text,
  vApp: text,
  /** Values are masked where they look like a secret. */
  annotation: text,
  customAttributes: z.record(z.string(), z.string()),

  disks: z.array(inventoryDiskSchema),
  nics: z.array(inventoryNicSchema),
  partitions: z.array(inventoryPartitionSchema),
  snapshots: z.array(inventorySnapshotSchema),
  media: z.array(inventoryMediaSchema),
  usb: z.array(inventoryUsbSchema),
  performance: performanceSummarySchema.nullable(),

  /** Fields that were computed rather than reported, with how: `{ diskCapacityMib: "sum of vPartition capacity" }`. */
  derived: z.record(z.string(), z.string()),
  /** Kinds of secret that were found and masked, e.g. `annotation: password`. */
  maskedSecrets: z.array(z.string()),
});
export type InventoryVm = z.infer<typeof inventoryVmSchema>;

export const inventoryHostSchema = z.object({
  name: z.string(),
  vcenterUuid: text,
  datacenter: text,
  cluster: text,
  vendor: text,
  model: text,
  cpuModel: text,
  cpuSockets: count,
  coresPerSocket: count,
  cores: count,
  speedMhz: count,
  hyperThreadingActive: flag,
  memoryMib: count,
  cpuUsagePercent: count,
  memoryUsagePercent: count,
  /** As written: `VMware ESXi 7.0.3 build-21424296`. */
  esxVersion: text,
  currentEvcMode: text,
  maximumEvcMode: text,
  inMaintenanceMode: flag,
  ntpRunning: flag,
  certificateExpiresAt: timestamp,
  biosDate: timestamp,
  vmCount: count,
});
export type InventoryHost = z.infer<typeof inventoryHostSchema>;

export const inventoryClusterSchema = z.object({
  name: z.string(),
  vcenterUuid: text,
  datacenter: text,
  hostCount: count,
  haEnabled: flag,
  drsEnabled: flag,
  admissionControlEnabled: flag,
  failoverLevel: count,
});
export type InventoryCluster = z.infer<typeof inventoryClusterSchema>;

export const inventoryDatastoreSchema = z.object({
  name: z.string(),
  vcenterUuid: text,
  type: text,
  capacityMib: count,
  provisionedMib: count,
  inUseMib: count,
  freeMib: count,
  accessible: flag,
  hostCount: count,
  version: text,
});
export type InventoryDatastore = z.infer<typeof inventoryDatastoreSchema>;

export const inventoryPortGroupSchema = z.object({
  name: z.string(),
  vcenterUuid: text,
  switchName: text,
  switchKind: z.enum(["standard", "distributed"]),
  /** As written: a number, `0-4094`, a list, or blank. */
  vlan: text,
  isUplink: z.boolean(),
  promiscuous: flag,
  macChanges: flag,
  forgedTransmits: flag,
  binding: text,
  blocked: flag,
  /** True when a VMkernel adapter uses it (vSC_VMK). */
  hasVmkernel: z.boolean(),
});
export type InventoryPortGroup = z.infer<typeof inventoryPortGroupSchema>;

export const healthMessageSchema = z.object({ name: text, message: text, kind: text });
export type HealthMessage = z.infer<typeof healthMessageSchema>;

/** One vCenter Server that an export was taken from. */
export const inventoryVcenterSchema = z.object({
  uuid: text,
  name: text,
  version: text,
  exportedAt: timestamp,
  exporterVersion: text,
});
export type InventoryVcenter = z.infer<typeof inventoryVcenterSchema>;

/**
 * Which sheets and columns the export had, by the canonical names of lib/discovery.
 * A readiness rule asks here whether it can be evaluated at all.
 */
export const coverageSchema = z.record(z.string(), z.array(z.string()));
export type Coverage = z.infer<typeof coverageSchema>;

export const inventorySchema = z.object({
  vms: z.array(inventoryVmSchema),
  hosts: z.array(inventoryHostSchema),
  clusters: z.array(inventoryClusterSchema),
  datastores: z.array(inventoryDatastoreSchema),
  portGroups: z.array(inventoryPortGroupSchema),
  vcenters: z.array(inventoryVcenterSchema),
  health: z.array(healthMessageSchema),
  coverage: coverageSchema,
});
export type Inventory = z.infer<typeof inventorySchema>;

/** The sheet names used as keys of `coverage`, in RVTools' own spelling. */
export const SHEET_NAMES = [
  "vInfo",
  "vCPU",
  "vMemory",
  "vDisk",
  "vPartition",
  "vNetwork",
  "vCD",
  "vUSB",
  "vSnapshot",
  "vTools",
  "vSource",
  "vRP",
  "vCluster",
  "vHost",
  "vHBA",
  "vNIC",
  "vSwitch",
  "vPort",
  "dvSwitch",
  "dvPort",
  "vSC_VMK",
  "vDatastore",
  "vMultiPath",
  "vLicense",
  "vFileInfo",
  "vHealth",
  "vMetaData",
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];
