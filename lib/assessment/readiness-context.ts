import type { DataConfidence } from "@/lib/discovery/schema";
import type {
  Inventory,
  InventoryHost,
  InventoryNic,
  InventoryPortGroup,
  InventoryVm,
} from "@/lib/inventory/schema";
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

/** What is looked up for many rules is looked up here, once for each VM, NIC or disk. */
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
    hostOfVm: hostsOfVms(inScope, inventory),
    portGroupsOfNic: portGroupsOfNics(inScope, inventory),
    datastoreNames: new Set(
      inventory.datastores.map((store) => scopedKey(store.vcenterUuid, store.name)),
    ),
    localDatastoreNames: new Set(
      inventory.datastores
        .filter((store) => store.hostCount === 1)
        .map((store) => scopedKey(store.vcenterUuid, store.name)),
    ),
    sharedDisks: ofSeveralVms(
      inScope,
      (vm) => vm.disks,
      (disk, vm) => (disk.path ? scopedKey(vm.vcenterUuid, disk.path) : null),
    ),
    repeatedMacNics: ofSeveralVms(
      inScope,
      (vm) => vm.nics,
      (nic) => nic.macAddress?.toLowerCase() ?? null,
    ),
    repeatedAddresses: repeatedAddresses(inScope),
    repeatedNames: ofSeveralVms(
      inScope,
      (vm) => [vm],
      (vm) => scopedKey(vm.vcenterUuid, vm.name),
    ),
    repeatedUuids: ofSeveralVms(
      inScope,
      (vm) => [vm],
      (vm) => vm.smbiosUuid?.toLowerCase() ?? null,
    ),
  };
}

/** Link-local addresses repeat by design (RFC 3927, RFC 4291). */
export function isRoutable(address: string): boolean {
  return !/^(?:169\.254\.|127\.|fe80:|::1$|0\.0\.0\.0$)/i.test(address.trim());
}

function newestExport(inventory: Inventory): number | null {
  const times = inventory.vcenters.flatMap((vcenter) => parseTime(vcenter.exportedAt) ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

function hostsOfVms(vms: readonly InventoryVm[], { hosts }: Inventory) {
  const byName = new Map(hosts.map((host) => [scopedKey(host.vcenterUuid, host.name), host]));
  const hostOfVm = new Map<InventoryVm, InventoryHost>();
  for (const vm of vms) {
    const host = vm.host === null ? undefined : byName.get(scopedKey(vm.vcenterUuid, vm.host));
    if (host) hostOfVm.set(vm, host);
  }
  return hostOfVm;
}

/** The same name can stand on several hosts' standard switches. */
function portGroupsOfNics(vms: readonly InventoryVm[], { portGroups }: Inventory) {
  const byName = new Map<string, InventoryPortGroup[]>();
  for (const portGroup of portGroups) {
    const key = scopedKey(portGroup.vcenterUuid, portGroup.name);
    const known = byName.get(key);
    if (known) known.push(portGroup);
    else byName.set(key, [portGroup]);
  }
  const groupsOfNic = new Map<InventoryNic, readonly InventoryPortGroup[]>();
  for (const vm of vms) {
    for (const nic of vm.nics) {
      if (nic.network === null) continue;
      const groups = byName.get(scopedKey(vm.vcenterUuid, nic.network));
      if (groups) groupsOfNic.set(nic, groups);
    }
  }
  return groupsOfNic;
}

/** The rows whose key a row of another VM has as well. */
function ofSeveralVms<Row>(
  vms: readonly InventoryVm[],
  rowsOf: (vm: InventoryVm) => readonly Row[],
  keyOf: (row: Row, vm: InventoryVm) => string | null,
): ReadonlySet<Row> {
  const first = new Map<string, { vm: InventoryVm; rows: Row[] }>();
  const several = new Set<Row>();
  for (const vm of vms) {
    for (const row of rowsOf(vm)) {
      const key = keyOf(row, vm);
      if (key === null) continue;
      const known = first.get(key);
      if (known === undefined) first.set(key, { vm, rows: [row] });
      else if (known.vm === vm) known.rows.push(row);
      else {
        several.add(row);
        for (const earlier of known.rows) several.add(earlier);
      }
    }
  }
  return several;
}

/** Addresses of running VMs that several of them have, in lower case. */
function repeatedAddresses(vms: readonly InventoryVm[]): ReadonlySet<string> {
  const first = new Map<string, InventoryVm>();
  const repeated = new Set<string>();
  for (const vm of vms) {
    if (vm.powerState !== "poweredOn") continue;
    for (const { ipAddresses } of vm.nics) {
      for (const address of ipAddresses) {
        if (!isRoutable(address)) continue;
        const key = address.trim().toLowerCase();
        const known = first.get(key);
        if (known === undefined) first.set(key, vm);
        else if (known !== vm) repeated.add(key);
      }
    }
  }
  return repeated;
}
