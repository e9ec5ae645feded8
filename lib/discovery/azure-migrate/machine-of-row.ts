import { foldUuid, isInstanceUuid, vmKeyOf } from "@/lib/inventory/identity";
import type { InventoryDisk, InventoryVm, PerformanceSummary } from "@/lib/inventory/schema";
import { setAsideReasonOf } from "@/lib/inventory/set-aside";
import { blankVm } from "../blank-vm";
import type { RowValues } from "../rvtools/row-values";
import { powerStateOf } from "../rvtools/vm-of-row";
import { addressesOf } from "../rvtools/vm-sheets";
import { MACHINES } from "./machine-columns";

const S = MACHINES.slots;
const DISK_SLOTS = Object.entries(S)
  .filter(([key]) => /^disk\d+SizeMib$/.test(key))
  .map(([, slot]) => slot);

/** Azure Migrate writes `-1` for what its appliance could not collect, and dashes where there is nothing. */
const NOT_COLLECTED = new Set(["-1", "-", "--", "n/a", "na", "unknown", "not available"]);

function text(row: RowValues, slot: number): string | null {
  const value = row.text(slot);
  return value === null || NOT_COLLECTED.has(value.toLowerCase()) ? null : value;
}

function amount(row: RowValues, slot: number): number | null {
  const value = row.number(slot);
  return value === null || value < 0 ? null : value;
}

/** The server of a row; null for a row that names none. */
export function machineOfRow(row: RowValues): InventoryVm | null {
  const name = text(row, S.name);
  if (name === null) return null;
  const vm = blankVm(name);
  const id = instanceOfMachineId(text(row, S.machineId));
  vm.instanceUuid = id;
  vm.setAside = setAsideReasonOf({ name, template: null, srmPlaceholder: null });
  vm.powerState = powerStateOf(text(row, S.powerState));
  vm.cpus = amount(row, S.cores);
  vm.memoryMib = amount(row, S.memoryMib);
  vm.osConfigured = systemOf(row);
  vm.dnsName = name.includes(".") ? name : null;
  vm.firmware =
    text(row, S.bootType)
      ?.toLowerCase()
      .replace(/^uefi$/, "efi") ?? null;
  vm.host = text(row, S.vmHost);
  vm.nics = adaptersOf(text(row, S.ipAddresses), text(row, S.macAddresses));
  vm.primaryIpAddress = vm.nics.flatMap((nic) => nic.ipAddresses)[0] ?? null;
  vm.disks = disksOf(row);
  vm.inUseMib = amount(row, S.storageInUseMib);
  completeStorage(vm, amount(row, S.storageMib));
  vm.performance = statedUse(amount(row, S.cpuPercent), amount(row, S.memoryPercent));
  if (vm.performance !== null) vm.derived.performance = "statedUse";
  for (const [attribute, slot] of ATTRIBUTES) {
    const value = text(row, slot);
    if (value !== null) vm.customAttributes[attribute] = value;
  }
  vm.key = vmKeyOf(vm);
  return vm;
}

/** Kept as custom attributes: waves are planned by them. */
const ATTRIBUTES: readonly (readonly [string, number])[] = [
  ["Environment", S.environment],
  ["Group name", S.groupName],
  ["Server type", S.serverType],
  ["Hypervisor", S.hypervisor],
];

/** Whether a server is said to be something else than a VMware VM: physical, or on another hypervisor. */
export function isOutsideVmware(vm: InventoryVm): boolean {
  const { "Server type": type, Hypervisor: hypervisor } = vm.customAttributes;
  if (/^physical/i.test(type ?? "")) return true;
  return hypervisor !== undefined && !/vmware|esx|vsphere/i.test(hypervisor);
}

/** A machine of a vCenter site is `…/machines/<vcenter>_<instance UUID>`. */
function instanceOfMachineId(id: string | null): string | null {
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(id ?? "")?.[0] ?? null;
  return uuid !== null && isInstanceUuid(foldUuid(uuid), false, null) ? uuid : null;
}

/** The name as written, with the version and the width where it does not have them itself. */
function systemOf(row: RowValues): string | null {
  const name = text(row, S.osName);
  if (name === null) return null;
  const version = text(row, S.osVersion);
  const architecture = text(row, S.osArchitecture)?.toLowerCase() ?? "";
  const parts = [name];
  if (version !== null && !/\d/.test(name)) parts.push(version);
  if (!/\b(?:32|64)[- ]?bit\b|x64|x86/i.test(name)) {
    if (/32|x86$/.test(architecture)) parts.push("(32-bit)");
    else if (/64/.test(architecture)) parts.push("(64-bit)");
  }
  return parts.join(" ");
}

/** One group in brackets is one adapter: `[10.1.1.1,2404:f800::1];[10.2.2.2];`. Without brackets all are of one. */
function groupsOf(cell: string | null): string[][] {
  if (cell === null) return [];
  const groups = cell.includes("[") ? cell.slice(0, 8_000).split("]") : [cell];
  return groups
    .map((group) => addressesOf(group).filter((address) => !NOT_COLLECTED.has(address)))
    .filter((addresses) => addresses.length > 0);
}

function adaptersOf(ipCell: string | null, macCell: string | null): InventoryVm["nics"] {
  const addresses = groupsOf(ipCell);
  const macs = groupsOf(macCell);
  // MAC addresses without brackets are one of each adapter.
  const hardware = macs.length === 1 ? (macs[0] as string[]) : macs.map((group) => group[0] ?? "");
  const count = Math.max(addresses.length, hardware.length);
  return Array.from({ length: count }, (_, index) => ({
    label: null,
    adapter: null,
    network: null,
    switchName: null,
    connected: null,
    startsConnected: null,
    macAddress: hardware[index] ?? null,
    ipAddresses: addresses[index] ?? [],
    directPath: null,
  }));
}

function disksOf(row: RowValues): InventoryDisk[] {
  const disks: InventoryDisk[] = [];
  DISK_SLOTS.forEach((slot, index) => {
    const capacityMib = amount(row, slot);
    if (capacityMib !== null) disks.push(blankDisk(`Disk ${index + 1}`, capacityMib));
  });
  if (disks.length > 0) return disks;
  return addressesOf(text(row, S.diskNames)).map((label) => blankDisk(label, null));
}

export function blankDisk(label: string | null, capacityMib: number | null): InventoryDisk {
  return {
    label,
    key: null,
    uuid: null,
    path: null,
    capacityMib,
    raw: null,
    rawCompatibilityMode: null,
    mode: null,
    sharingMode: null,
    sharedBus: null,
    thin: null,
    controller: null,
    unit: null,
  };
}

/** `Storage` is what the disks have together; where it is missing, their sizes are summed up. */
export function completeStorage(vm: InventoryVm, storageMib: number | null): void {
  const sizes = vm.disks.map((disk) => disk.capacityMib);
  const isWhole = sizes.length > 0 && sizes.every((size) => size !== null);
  const total = isWhole ? sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) : null;
  if (storageMib !== null) {
    vm.diskCapacityMib ??= storageMib;
    vm.provisionedMib ??= storageMib;
    return;
  }
  if (total === null) return;
  for (const figure of ["diskCapacityMib", "provisionedMib"] as const) {
    if (vm[figure] !== null) continue;
    vm[figure] = total;
    vm.derived[figure] = "sumOfDisks";
  }
}

/**
 * Azure Migrate sizes by the one utilisation that such a file states, whatever percentile is asked for; there are no
 * samples behind it that could be counted.
 */
function statedUse(
  cpuPercent: number | null,
  memoryPercent: number | null,
): PerformanceSummary | null {
  if (cpuPercent === null && memoryPercent === null) return null;
  return {
    sampleCount: 0,
    coverageRatio: 0,
    startAt: null,
    endAt: null,
    cpuRatio: everyPercentile(cpuPercent),
    memoryRatio: everyPercentile(memoryPercent),
  };
}

function everyPercentile(percent: number | null): Record<string, number> | null {
  if (percent === null || percent > 100) return null;
  const ratio = percent / 100;
  return { p50: ratio, p90: ratio, p95: ratio, p99: ratio };
}
