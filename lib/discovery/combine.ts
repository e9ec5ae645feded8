import { foldUuid } from "@/lib/inventory/identity";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import type { ReadingNotes } from "./confidence";
import type { PartReading } from "./part-reading";

/** Puts the exports of several vCenter Servers together; the same VM in two of them is kept once. */
export function combineReadings(readings: readonly PartReading[]): {
  inventory: Inventory;
  notes: ReadingNotes;
} {
  const inventory: Inventory = {
    vms: [],
    hosts: [],
    clusters: [],
    datastores: [],
    portGroups: [],
    vcenters: [],
    health: [],
    coverage: {},
  };
  const suspicious = new Map<string, number>();
  for (const reading of readings) {
    for (const host of reading.inventory.hosts) inventory.hosts.push(host);
    for (const cluster of reading.inventory.clusters) inventory.clusters.push(cluster);
    for (const datastore of reading.inventory.datastores) inventory.datastores.push(datastore);
    for (const portGroup of reading.inventory.portGroups) inventory.portGroups.push(portGroup);
    for (const vcenter of reading.inventory.vcenters) inventory.vcenters.push(vcenter);
    for (const message of reading.inventory.health) inventory.health.push(message);
    for (const [sheet, columns] of Object.entries(reading.inventory.coverage)) {
      const known = inventory.coverage[sheet] ?? [];
      inventory.coverage[sheet] = [...new Set([...known, ...columns])];
    }
    for (const [figure, count] of reading.suspicious) {
      suspicious.set(figure, (suspicious.get(figure) ?? 0) + count);
    }
  }
  const merged = mergeVms(readings);
  inventory.vms = merged.vms;
  const total = (figure: (reading: PartReading) => number) =>
    readings.reduce((sum, reading) => sum + figure(reading), 0);
  return {
    inventory,
    notes: {
      duplicateVms: total((reading) => reading.duplicateVms) + merged.sameVcenterDuplicates,
      crossVcenterDuplicates: merged.crossVcenterDuplicates,
      halfEmptyRows: total((reading) => reading.halfEmptyRows),
      unmatchedVms: total((reading) => reading.unmatchedVms),
      hasIdentity: readings.every((reading) => reading.hasIdentity),
      suspicious,
      decimalComma: readings.some((reading) => reading.decimalComma),
      date1904: readings.some((reading) => reading.date1904),
      resavedBy: readings.find((reading) => reading.resavedBy !== null)?.resavedBy ?? null,
    },
  };
}

interface MergedVms {
  vms: InventoryVm[];
  /** The same vCenter Server exported twice into one import. */
  sameVcenterDuplicates: number;
  crossVcenterDuplicates: number;
}

function mergeVms(readings: readonly PartReading[]): MergedVms {
  const [only] = readings;
  if (readings.length === 1 && only !== undefined) {
    return { vms: only.inventory.vms, sameVcenterDuplicates: 0, crossVcenterDuplicates: 0 };
  }
  const byKey = new Map<string, InventoryVm>();
  const byUuid = new Map<string, InventoryVm>();
  const vms = new Set<InventoryVm>();
  let same = 0;
  let cross = 0;
  // The newest export comes first: where two disagree, the later one is right.
  for (const reading of newestFirst(readings)) {
    for (const vm of reading.inventory.vms) {
      if (byKey.has(vm.key) && byKey.get(vm.key)?.name === vm.name) {
        same += 1;
        continue;
      }
      const twin = twinOf(vm, byUuid);
      if (twin !== undefined) {
        cross += 1;
        const replaces = vm.powerState === "poweredOn" && twin.powerState !== "poweredOn";
        if (!replaces) continue;
        vms.delete(twin);
      }
      if (byKey.has(vm.key)) vm.key = `${vm.key}@${reading.fileName}`;
      byKey.set(vm.key, vm);
      for (const id of idsOf(vm)) byUuid.set(id, vm);
      vms.add(vm);
    }
  }
  return { vms: [...vms], sameVcenterDuplicates: same, crossVcenterDuplicates: cross };
}

function newestFirst(readings: readonly PartReading[]): PartReading[] {
  return [...readings].sort((left, right) =>
    (right.exportedAt ?? "").localeCompare(left.exportedAt ?? "", "en"),
  );
}

/** A VM of another vCenter Server with the same instance UUID, or the same SMBIOS UUID and name. */
function twinOf(
  vm: InventoryVm,
  byUuid: ReadonlyMap<string, InventoryVm>,
): InventoryVm | undefined {
  // A placeholder is meant to be there beside its VM.
  if (vm.setAside !== null) return undefined;
  for (const id of idsOf(vm)) {
    const twin = byUuid.get(id);
    if (twin !== undefined && twin.setAside === null) return twin;
  }
  return undefined;
}

function idsOf(vm: InventoryVm): string[] {
  const ids: string[] = [];
  if (vm.instanceUuid !== null) ids.push(`iu:${foldUuid(vm.instanceUuid)}`);
  if (vm.smbiosUuid !== null) ids.push(`su:${foldUuid(vm.smbiosUuid)}:${vm.name}`);
  return ids;
}
