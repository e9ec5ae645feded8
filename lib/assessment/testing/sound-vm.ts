import { blankVm } from "@/lib/discovery/blank-vm";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import { READINESS_RULES } from "../readiness-rules";

/** Every sheet and column that some rule reads: an export that lacks nothing. */
export const FULL_COVERAGE: Record<string, string[]> = {};
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

export const DISK = {
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
export function vmOf(name: string, part: Partial<InventoryVm> = {}): InventoryVm {
  return {
    ...blankVm(name),
    key: name,
    vcenterUuid: "vc",
    powerState: "poweredOn",
    connectionState: "connected",
    configStatus: "green",
    guestState: "running",
    heartbeat: "green",
    consolidationNeeded: false,
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
    cluster: "c",
    host: "esx-1",
    disks: [{ ...DISK, path: `[ds] ${name}/${name}.vmdk` }],
    ...part,
  };
}

/** These VMs on one host, in an export that lacks nothing but what `coverage` leaves out. */
export function inventoryOf(
  vms: InventoryVm[],
  coverage: Record<string, string[]> = FULL_COVERAGE,
): Inventory {
  return {
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
}
