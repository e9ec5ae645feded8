import { vmKeyOf } from "@/lib/inventory/identity";
import type { InventoryVm, PerformanceSummary } from "@/lib/inventory/schema";
import { setAsideReasonOf } from "@/lib/inventory/set-aside";
import { blankVm } from "../blank-vm";
import type { RowValues } from "../rvtools/row-values";
import { powerStateOf } from "../rvtools/vm-of-row";
import { addressesOf } from "../rvtools/vm-sheets";
import { VM_PERFORMANCE, VMS } from "./columns";

/** The VM of a row of the sheet VMs; null for a row that names none. */
export function vmOfRow(row: RowValues): InventoryVm | null {
  const S = VMS.slots;
  const name = row.text(S.name);
  if (name === null) return null;
  const vm = blankVm(name);
  vm.moRef = row.text(S.mobId);
  vm.instanceUuid = row.text(S.instanceUuid);
  vm.smbiosUuid = row.text(S.uuid);
  vm.powerState = powerStateOf(row.text(S.powerState));
  if (vm.powerState === "unknown" && row.flag(S.running) === true) vm.powerState = "poweredOn";
  vm.setAside = setAsideReasonOf({
    name,
    template: row.flag(S.template),
    srmPlaceholder: row.flag(S.srmPlaceholder),
  });
  vm.connectionState = row.text(S.connectionState);
  vm.createdAt = row.date(S.createdAt);
  vm.cpus = row.number(S.cpus);
  vm.memoryMib = row.number(S.memoryMib);
  vm.activeMemoryMib = row.number(S.activeMemoryMib);
  vm.memoryConsumedMib = row.number(S.consumedMemoryMib);
  vm.osConfigured = row.text(S.os);
  vm.dnsName = row.text(S.dnsName);
  vm.toolsVersion = row.text(S.toolsVersion);
  vm.datacenter = row.text(S.datacenter);
  vm.cluster = row.text(S.cluster);
  vm.host = row.text(S.host);
  readStorage(row, vm);
  readAddresses(row, vm);
  // MOB IDs repeat between the vCenter Servers of one project: alone they are no identity.
  const hasUuid = vm.instanceUuid !== null || vm.smbiosUuid !== null;
  vm.key = vmKeyOf(hasUuid ? vm : { ...vm, moRef: null });
  return vm;
}

function readStorage(row: RowValues, vm: InventoryVm): void {
  const S = VMS.slots;
  const sizeMib = row.number(S.diskSizeMib);
  vm.provisionedMib = sizeMib;
  vm.diskCapacityMib = sizeMib ?? row.number(S.guestCapacityMib);
  if (sizeMib === null && vm.diskCapacityMib !== null) {
    vm.derived.diskCapacityMib = "guestFileSystems";
  }
  const usedMib = row.number(S.diskUsedMib);
  vm.inUseMib = usedMib ?? row.number(S.guestUsedMib);
  if (usedMib === null && vm.inUseMib !== null) vm.derived.inUseMib = "guestFileSystems";
}

/** Live Optics knows a guest's addresses and not its adapters: they are kept on one that says nothing else. */
function readAddresses(row: RowValues, vm: InventoryVm): void {
  const S = VMS.slots;
  const addresses = addressesOf(row.text(S.ip1), row.text(S.ip2), row.text(S.ip3), row.text(S.ip4));
  vm.primaryIpAddress = addresses[0] ?? null;
  if (addresses.length === 0) return;
  vm.nics.push({
    label: null,
    adapter: null,
    network: null,
    switchName: null,
    connected: null,
    startsConnected: null,
    macAddress: null,
    ipAddresses: addresses,
    directPath: null,
  });
  vm.derived.nics = "guestAddresses";
}

/**
 * What VM Performance says: peaks and averages, and 95th percentiles where an export has them. A peak is no
 * percentile, so sizing by one finds nothing here where the export states none.
 */
export function performanceOfRow(row: RowValues, vm: InventoryVm): PerformanceSummary | null {
  const S = VM_PERFORMANCE.slots;
  const cpuRatio = ratiosOf({
    max: row.number(S.cpuPeakPercent),
    average: row.number(S.cpuAveragePercent),
    p95: row.number(S.cpu95Percent),
  });
  const share = (mib: number | null) =>
    mib === null || vm.memoryMib === null || vm.memoryMib === 0 ? null : (mib / vm.memoryMib) * 100;
  const memoryRatio = ratiosOf({
    max: row.number(S.memoryPeakPercent) ?? share(row.number(S.memoryPeakMib)),
    average: row.number(S.memoryAveragePercent) ?? share(row.number(S.memoryAverageMib)),
    p95: row.number(S.memory95Percent),
  });
  if (cpuRatio === null && memoryRatio === null) return null;
  return { sampleCount: 0, coverageRatio: 0, startAt: null, endAt: null, cpuRatio, memoryRatio };
}

/** Percentages as ratios; a VM's CPU may burst over 100 % of its nominal clock, and is then at most busy. */
function ratiosOf(percentages: Record<string, number | null>): Record<string, number> | null {
  const ratios: Record<string, number> = {};
  for (const [key, percent] of Object.entries(percentages)) {
    if (percent !== null && percent >= 0) ratios[key] = Math.min(1, percent / 100);
  }
  return Object.keys(ratios).length === 0 ? null : ratios;
}
