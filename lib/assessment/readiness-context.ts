import type { DataConfidence } from "@/lib/discovery/schema";
import type { Inventory, InventoryPortGroup, InventoryVm } from "@/lib/inventory/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { RuleContext } from "./readiness-rule";

/** Names repeat across vCenters, never within one kind of object of one vCenter. */
export function scopedKey(vcenterUuid: string | null, name: string): string {
  return `${vcenterUuid ?? ""}\u0000${name.trim().toLowerCase()}`;
}

/** The datastore of a path such as `[datastore1] vm/vm.vmdk`; null when the path names none. */
export function datastoreOfPath(path: string | null): string | null {
  return /^\s*\[([^\]]+)\]/.exec(path ?? "")?.[1]?.trim() ?? null;
}

/** Milliseconds since the epoch of an ISO 8601 time; local times without a zone are read as UTC. */
export function parseTime(text: string | null): number | null {
  if (text === null) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const milliseconds = Date.parse(zoned);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

export type ReadinessOptions = {
  /** ISO 8601. Default: the newest export time of the inventory's vCenters. */
  asOf?: string | null;
  /** Node types that VMs may land on; sizes beyond all of them are refused. Default: every type. */
  nodeTypes?: readonly HostSku[];
  /** The import's data confidence: some checks look at the export itself. */
  confidence?: DataConfidence | null;
};

export function buildContext(
  inventory: Inventory,
  options: Required<ReadinessOptions>,
): RuleContext {
  const inScope = inventory.vms.filter((vm) => vm.setAside === null);
  return {
    inventory,
    confidence: options.confidence,
    asOfMilliseconds: parseTime(options.asOf) ?? newestExport(inventory),
    nodeTypes: options.nodeTypes,
    hostsByName: new Map(
      inventory.hosts.map((host) => [scopedKey(host.vcenterUuid, host.name), host]),
    ),
    portGroupsByName: groupPortGroups(inventory),
    datastoreNames: new Set(
      inventory.datastores.map((store) => scopedKey(store.vcenterUuid, store.name)),
    ),
    localDatastoreNames: new Set(
      inventory.datastores
        .filter((store) => store.hostCount === 1)
        .map((store) => scopedKey(store.vcenterUuid, store.name)),
    ),
    vmsByDiskPath: countVms(inScope, (vm) =>
      vm.disks.flatMap((disk) => (disk.path ? [scopedKey(vm.vcenterUuid, disk.path)] : [])),
    ),
    vmsByMacAddress: countVms(inScope, (vm) =>
      vm.nics.flatMap((nic) => (nic.macAddress ? [nic.macAddress.toLowerCase()] : [])),
    ),
    vmsByIpAddress: countVms(inScope, (vm) =>
      vm.powerState === "poweredOn"
        ? vm.nics.flatMap((nic) => nic.ipAddresses.filter(isRoutable).map(lower))
        : [],
    ),
    vmsByName: countVms(inScope, (vm) => [scopedKey(vm.vcenterUuid, vm.name)]),
    vmsByUuid: countVms(inScope, (vm) => (vm.smbiosUuid ? [vm.smbiosUuid.toLowerCase()] : [])),
  };
}

/** Link-local addresses repeat by design (RFC 3927, RFC 4291). */
export function isRoutable(address: string): boolean {
  return !/^(?:169\.254\.|127\.|fe80:|::1$|0\.0\.0\.0$)/i.test(address.trim());
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}

function newestExport(inventory: Inventory): number | null {
  const times = inventory.vcenters.flatMap((vcenter) => parseTime(vcenter.exportedAt) ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

function groupPortGroups(inventory: Inventory): Map<string, InventoryPortGroup[]> {
  const groups = new Map<string, InventoryPortGroup[]>();
  for (const portGroup of inventory.portGroups) {
    const key = scopedKey(portGroup.vcenterUuid, portGroup.name);
    const known = groups.get(key);
    if (known) known.push(portGroup);
    else groups.set(key, [portGroup]);
  }
  return groups;
}

/** How many different VMs name each key. */
function countVms(
  vms: readonly InventoryVm[],
  keysOf: (vm: InventoryVm) => string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const vm of vms) {
    const keys = keysOf(vm);
    // Nearly every VM names one key or none, which cannot repeat.
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
