import type { InventoryVm } from "@/lib/inventory/schema";
import type { Estate } from "./estate";

/** vSphere 8 allows 768 vCPUs and 24 TB a VM (VMware configuration maximums): more is a fault of the file. */
const MAX_CPUS = 768;
const MAX_MEMORY_MIB = 24 * 1024 * 1024;

/** A host has at most 24 TB (VMware configuration maximums): a larger figure is in bytes, as some exports write it. */
const MAX_HOST_MEMORY_MIB = 24 * 1024 * 1024;

/** Values that can't be what they say, by figure: how many VMs had one. Such values become "not known". */
export type SuspiciousValues = Map<string, number>;

/**
 * Works out, after all sheets are read, what the export does not report but implies, and takes out what can't be
 * true. Every figure that is worked out is noted on its VM with how.
 */
export function completeEstate(estate: Estate): SuspiciousValues {
  const suspicious: SuspiciousValues = new Map();
  const reject = (
    vm: InventoryVm,
    figure: "cpus" | "memoryMib" | "createdAt" | "provisionedMib" | "inUseMib" | "diskCapacityMib",
  ) => {
    vm[figure] = null;
    suspicious.set(figure, (suspicious.get(figure) ?? 0) + 1);
  };
  for (const vm of estate.vms) {
    if (vm.cpus !== null && !(vm.cpus > 0 && vm.cpus <= MAX_CPUS)) reject(vm, "cpus");
    if (vm.memoryMib !== null && !(vm.memoryMib > 0 && vm.memoryMib <= MAX_MEMORY_MIB)) {
      reject(vm, "memoryMib");
    }
    // A creation date at an epoch (1970, 1899, year 1) is what a server says that does not know it.
    if (vm.createdAt !== null && vm.createdAt < "1999") reject(vm, "createdAt");
    for (const figure of ["provisionedMib", "inUseMib", "diskCapacityMib"] as const) {
      if (vm[figure] !== null && !(vm[figure] >= 0)) reject(vm, figure);
    }
    deriveStorage(vm);
  }
  for (const host of estate.hosts.values()) {
    if (host.memoryMib !== null && host.memoryMib > MAX_HOST_MEMORY_MIB) host.memoryMib /= 2 ** 20;
  }
  markVmkernels(estate);
  deriveClusters(estate);
  return suspicious;
}

function deriveStorage(vm: InventoryVm): void {
  const disks = sum(vm.disks, (disk) => disk.capacityMib);
  const partitions = sum(vm.partitions, (partition) => partition.capacityMib);
  const consumed = sum(vm.partitions, (partition) => partition.consumedMib);
  if (vm.diskCapacityMib === null && disks !== null) {
    vm.diskCapacityMib = disks;
    vm.derived.diskCapacityMib = "sumOfVDisk";
  } else if (vm.diskCapacityMib === null && partitions !== null) {
    vm.diskCapacityMib = partitions;
    vm.derived.diskCapacityMib = "sumOfVPartition";
  }
  if (vm.provisionedMib === null && disks !== null) {
    vm.provisionedMib = disks;
    vm.derived.provisionedMib = "sumOfVDisk";
  }
  if (vm.inUseMib === null && consumed !== null) {
    vm.inUseMib = consumed;
    vm.derived.inUseMib = "sumOfVPartitionConsumed";
  }
}

/** Null unless every item states the figure: a sum that leaves one out would look complete. */
function sum<Item>(items: readonly Item[], figure: (item: Item) => number | null): number | null {
  if (items.length === 0) return null;
  let total = 0;
  for (const item of items) {
    const value = figure(item);
    if (value === null) return null;
    total += value;
  }
  return total;
}

function markVmkernels(estate: Estate): void {
  for (const portGroup of estate.portGroups.values()) {
    const key = estate.scopedKey(portGroup.vcenterUuid, portGroup.name);
    if (estate.vmkernelPortGroups.has(key)) portGroup.hasVmkernel = true;
  }
}

/** Clusters that hosts and VMs name and vCluster does not, for exports without that sheet. */
function deriveClusters(estate: Estate): void {
  const known = new Set([...estate.clusters.values()].map((cluster) => cluster.name));
  const hostCounts = new Map<string, number>();
  for (const host of estate.hosts.values()) {
    if (host.cluster === null || known.has(host.cluster)) continue;
    const key = estate.scopedKey(host.vcenterUuid, host.cluster, host.datacenter);
    hostCounts.set(key, (hostCounts.get(key) ?? 0) + 1);
    addCluster(
      estate,
      key,
      host.cluster,
      host.vcenterUuid,
      host.datacenter,
      hostCounts.get(key) ?? null,
    );
  }
  const named = new Set([...estate.clusters.values()].map((cluster) => cluster.name));
  for (const vm of estate.vms) {
    if (vm.cluster === null || named.has(vm.cluster)) continue;
    const key = estate.scopedKey(vm.vcenterUuid, vm.cluster, vm.datacenter);
    if (!estate.clusters.has(key)) {
      addCluster(estate, key, vm.cluster, vm.vcenterUuid, vm.datacenter, null);
    }
  }
}

function addCluster(
  estate: Estate,
  key: string,
  name: string,
  vcenterUuid: string | null,
  datacenter: string | null,
  hostCount: number | null,
): void {
  estate.clusters.set(key, {
    name,
    vcenterUuid,
    datacenter,
    hostCount,
    haEnabled: null,
    drsEnabled: null,
    admissionControlEnabled: null,
    failoverLevel: null,
  });
}
