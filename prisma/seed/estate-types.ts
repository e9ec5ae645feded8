/**
 * The shape of a generated estate: what a vCenter Server would report, before it is written as an
 * export. Names follow vSphere's own; sizes are binary (MiB = 2^20 bytes). Dates are
 * milliseconds since the Unix epoch, so that every writer can choose its own format.
 */

/** What was planted in the estate on purpose, each kind known by number. */
export const PROBLEM_KINDS = [
  "physicalRdm",
  "virtualRdm",
  "sharedDisk",
  "multiWriter",
  "independentPersistent",
  "independentNonPersistent",
  "hugeDisk",
  "largeVm",
  "manyDisks",
  "recentSnapshot",
  "oldSnapshot",
  "largeSnapshot",
  "consolidationNeeded",
  "isoMounted",
  "hostCdMounted",
  "usbDevice",
  "passthrough",
  "secureBoot",
  "oldHardwareVersion",
  "veryOldHardwareVersion",
  "tooManyCpus",
  "tooMuchMemory",
  "hotAdd",
  "clusterRule",
  "memoryLimit",
  "ballooned",
  "cpuReady",
  "latencySensitive",
  "faultTolerance",
  "suspended",
  "orphaned",
  "disconnected",
  "toolsNotInstalled",
  "toolsNotRunning",
  "toolsOld",
  "heartbeatRed",
  "operatingSystemMismatch",
  "unsupportedOperatingSystem",
  "endOfLifeWindows",
  "lowDiskSpace",
  "legacyNic",
  "legacyController",
  "noNetwork",
  "standardSwitch",
  "vmkernelPortGroup",
  "trunkPortGroup",
  "promiscuousPortGroup",
  "ephemeralPortGroup",
  "manyNics",
  "mixedNetworks",
  "nsxNetwork",
  "ipv6",
  "missingDnsName",
  "duplicateMac",
  "duplicateIp",
  "hostileName",
  "duplicatedRows",
  "changedBlockTrackingOff",
  "localDatastore",
  "secretInAnnotation",
  "secretInSnapshot",
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface EstateDisk {
  label: string;
  key: number;
  uuid: string;
  datastore: string;
  path: string;
  capacityMib: number;
  usedMib: number;
  raw: boolean;
  rawLunId: string | null;
  rawCompatibilityMode: "physicalMode" | "virtualMode" | null;
  mode: "persistent" | "independent_persistent" | "independent_nonpersistent";
  sharingMode: "sharingNone" | "sharingMultiWriter";
  sharedBus: "noSharing" | "virtualSharing" | "physicalSharing";
  thin: boolean;
  controller: string;
  controllerLabel: string;
  unit: number;
}

export interface EstateNic {
  label: string;
  adapter: string;
  network: string;
  switchName: string;
  connected: boolean;
  startsConnected: boolean;
  macAddress: string;
  ipv4: string[];
  ipv6: string[];
  directPath: boolean;
}

export interface EstatePartition {
  path: string;
  diskKey: number;
  capacityMib: number;
  consumedMib: number;
}

export interface EstateSnapshot {
  name: string;
  description: string;
  createdAtMs: number;
  sizeMib: number;
  memoryMib: number;
}

export interface EstateMedia {
  connected: boolean;
  startsConnected: boolean;
  deviceType: string;
}

export interface EstateTools {
  status: "toolsOk" | "toolsOld" | "toolsNotRunning" | "toolsNotInstalled";
  version: number;
  requiredVersion: number;
}

export type Environment = "production" | "acceptance" | "test" | "development" | "infrastructure";

export interface EstateVm {
  name: string;
  /** The number of `vm-N`. */
  moRef: string;
  instanceUuid: string;
  smbiosUuid: string;
  application: string;
  tier: string;
  environment: Environment;
  powerState: "poweredOn" | "poweredOff" | "suspended";
  template: boolean;
  srmPlaceholder: boolean;
  connectionState: "connected" | "disconnected" | "orphaned" | "inaccessible";
  configStatus: "green" | "yellow" | "red";
  heartbeat: "green" | "yellow" | "red" | "gray";
  consolidationNeeded: boolean;
  createdAtMs: number;
  poweredOnAtMs: number | null;
  cpus: number;
  coresPerSocket: number;
  memoryMib: number;
  activeMemoryMib: number;
  consumedMemoryMib: number;
  cpuReadyPercent: number;
  cpuUsageMhz: number;
  cpuHotAdd: boolean;
  memoryHotAdd: boolean;
  cpuReservationMhz: number;
  memoryReservationMib: number;
  memoryLimitMib: number;
  balloonedMib: number;
  swappedMib: number;
  osConfigured: string;
  osRunning: string | null;
  dnsName: string | null;
  firmware: "bios" | "efi";
  secureBoot: boolean;
  hardwareVersion: number;
  tools: EstateTools;
  latencySensitivity: "normal" | "high";
  faultToleranceState: "notConfigured" | "running";
  fixedPassthroughHotPlug: boolean;
  changedBlockTracking: boolean;
  enableUuid: boolean;
  clusterRule: string | null;
  clusterRuleName: string | null;
  datacenter: string;
  cluster: string;
  host: string;
  folder: string;
  folderId: string;
  resourcePool: string;
  annotation: string;
  backupPolicy: string;
  /** How often vInfo repeats the row beyond the first. */
  repeatedRows: number;
  disks: EstateDisk[];
  nics: EstateNic[];
  partitions: EstatePartition[];
  snapshots: EstateSnapshot[];
  media: EstateMedia;
  usbDevices: string[];
}

export interface EstateHost {
  name: string;
  datacenter: string;
  cluster: string;
  vendor: string;
  model: string;
  cpuModel: string;
  speedMhz: number;
  cpuSockets: number;
  coresPerSocket: number;
  memoryMib: number;
  esxVersion: string;
  maximumEvcMode: string;
  cpuUsagePercent: number;
  memoryUsagePercent: number;
  ntpRunning: boolean;
  bootedAtMs: number;
  biosVersion: string;
  biosDateMs: number;
  serialNumber: string;
  managementIp: string;
  vmotionIp: string;
  localDatastore: string;
  objectId: string;
  uuid: string;
}

export interface EstateCluster {
  name: string;
  datacenter: string;
  haEnabled: boolean;
  drsEnabled: boolean;
  admissionControlEnabled: boolean;
  evcMode: string;
  switchName: string;
  datastores: string[];
  objectId: string;
}

export interface EstateDatastore {
  name: string;
  type: "VMFS" | "NFS" | "vsan";
  address: string;
  capacityMib: number;
  clusters: string[];
  hosts: string[];
  majorVersion: number | null;
  objectId: string;
}

export interface EstatePortGroup {
  name: string;
  switchName: string;
  datacenter: string;
  kind: "standard" | "distributed";
  vlan: string;
  /** `10.20.4` for 10.20.4.0/24; null where no VM takes an address. */
  networkPrefix: string | null;
  type: "earlyBinding" | "ephemeral";
  uplink: boolean;
  promiscuous: boolean;
  objectId: string;
}

export interface EstateSwitch {
  name: string;
  datacenter: string;
  version: string;
  createdAtMs: number;
  uuid: string;
}

export interface Estate {
  seed: number;
  exportedAtMs: number;
  vcenter: { uuid: string; name: string; version: string; build: string };
  vms: EstateVm[];
  hosts: EstateHost[];
  clusters: EstateCluster[];
  datastores: EstateDatastore[];
  portGroups: EstatePortGroup[];
  switches: EstateSwitch[];
  /** The names of the VMs that carry each planted problem. */
  problems: Record<ProblemKind, string[]>;
}
