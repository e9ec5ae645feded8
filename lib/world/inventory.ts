import type {
  Inventory,
  InventoryDisk,
  InventoryPortGroup,
  InventoryVm,
} from "@/lib/inventory/schema";

/**
 * What the simulated world needs of an inventory: small enough to keep thousands of VMs in memory
 * for every cached timeline. Null means that the export does not say.
 */

export type WorldDisk = {
  label: string | null;
  capacityMib: number | null;
  physicalRdm: boolean;
  virtualRdm: boolean;
  /** Multi-writer, or a shared SCSI bus. */
  shared: boolean;
  independent: boolean;
};

export type WorldVm = {
  key: string;
  name: string;
  powerState: InventoryVm["powerState"];
  cpus: number | null;
  memoryMib: number | null;
  provisionedMib: number | null;
  inUseMib: number | null;
  host: string | null;
  cluster: string | null;
  /** From the configuration file or the running guest. */
  osName: string | null;
  hardwareVersion: number | null;
  toolsStatus: string | null;
  faultTolerance: boolean;
  directPath: boolean;
  encrypted: boolean | null;
  usbConnected: boolean;
  snapshotCount: number;
  mediaConnected: boolean;
  networks: string[];
  ipAddresses: string[];
  disks: WorldDisk[];
};

export type WorldHost = { name: string; cluster: string | null };
export type WorldDatastore = { name: string; freeMib: number | null };
export type WorldNetwork = Pick<
  InventoryPortGroup,
  "name" | "switchName" | "switchKind" | "vlan" | "isUplink" | "binding" | "hasVmkernel"
>;

export type WorldInventory = {
  vms: WorldVm[];
  hosts: WorldHost[];
  clusters: string[];
  datastores: WorldDatastore[];
  networks: WorldNetwork[];
};

export const EMPTY_INVENTORY: WorldInventory = {
  vms: [],
  hosts: [],
  clusters: [],
  datastores: [],
  networks: [],
};

function same(value: string | null, ...wanted: string[]): boolean {
  const text = value?.trim().toLowerCase() ?? "";
  return wanted.some((candidate) => candidate.toLowerCase() === text);
}

function worldDisk(disk: InventoryDisk): WorldDisk {
  const raw = disk.raw === true;
  const sharing = disk.sharingMode?.trim().toLowerCase() ?? "";
  const bus = disk.sharedBus?.trim().toLowerCase() ?? "";
  return {
    label: disk.label,
    capacityMib: disk.capacityMib,
    physicalRdm: raw && same(disk.rawCompatibilityMode, "physicalMode"),
    virtualRdm: raw && !same(disk.rawCompatibilityMode, "physicalMode"),
    shared: sharing.includes("multiwriter") || (bus !== "" && bus !== "nosharing"),
    independent: disk.mode?.toLowerCase().startsWith("independent") ?? false,
  };
}

/** The reduced shape of one VM of an inventory. */
export function worldVmFromInventory(vm: InventoryVm): WorldVm {
  const networks = vm.nics.flatMap((nic) => (nic.network === null ? [] : [nic.network]));
  return {
    key: vm.key,
    name: vm.name,
    powerState: vm.powerState,
    cpus: vm.cpus,
    memoryMib: vm.memoryMib,
    provisionedMib: vm.provisionedMib,
    inUseMib: vm.inUseMib,
    host: vm.host,
    cluster: vm.cluster,
    osName: vm.osConfigured ?? vm.osRunning,
    hardwareVersion: vm.hardwareVersion,
    toolsStatus: vm.toolsStatus,
    faultTolerance:
      vm.faultToleranceState !== null && !same(vm.faultToleranceState, "", "notConfigured"),
    directPath: vm.nics.some((nic) => nic.directPath === true),
    encrypted: vm.encrypted,
    usbConnected: vm.usb.some((usb) => usb.connected === true),
    snapshotCount: vm.snapshots.length,
    mediaConnected: vm.media.some((media) => media.connected === true),
    networks: [...new Set(networks)],
    ipAddresses: [...new Set(vm.nics.flatMap((nic) => nic.ipAddresses))],
    disks: vm.disks.map(worldDisk),
  };
}

/** The part of an inventory that can be migrated: what is set aside by rule stays behind. */
export function worldInventoryFrom(inventory: Inventory): WorldInventory {
  const vms = inventory.vms.filter((vm) => vm.setAside === null).map(worldVmFromInventory);
  const clusters = [
    ...inventory.clusters.map((cluster) => cluster.name),
    ...inventory.hosts.flatMap((host) => (host.cluster === null ? [] : [host.cluster])),
    ...vms.flatMap((vm) => (vm.cluster === null ? [] : [vm.cluster])),
  ];
  return {
    vms,
    hosts: inventory.hosts.map(({ name, cluster }) => ({ name, cluster })),
    clusters: [...new Set(clusters)].sort(),
    datastores: inventory.datastores.map(({ name, freeMib }) => ({ name, freeMib })),
    networks: inventory.portGroups.map(
      ({ name, switchName, switchKind, vlan, isUplink, binding, hasVmkernel }) => ({
        name,
        switchName,
        switchKind,
        vlan,
        isUplink,
        binding,
        hasVmkernel,
      }),
    ),
  };
}

/** What a check may look at besides the state of the world. */
export type CheckContext = {
  inventory: WorldInventory;
  vmByKey: ReadonlyMap<string, WorldVm>;
  /** Blocks in use on-premises, in CIDR notation, as the project lists them. */
  onPremisesNetworks: readonly string[];
};

export function checkContext(
  inventory: WorldInventory,
  onPremisesNetworks: readonly string[],
): CheckContext {
  const vmByKey = new Map(inventory.vms.map((vm) => [vm.key, vm]));
  return { inventory, vmByKey, onPremisesNetworks };
}
