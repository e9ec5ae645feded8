import { type EstateOptions, generateEstate } from "./estate";
import type { Estate } from "./estate-types";
import { partitionsOf } from "./estate-vm";
import type { Sheet } from "./sheet-model";

/**
 * The shape of the import benchmark: 11 sheets, 75 vInfo columns (those of RVTools 4.1 to 4.3) and 2.2 disks a VM.
 * The demo's own estate is wider, because readiness has more to say of newer exports.
 */

export const BENCHMARK_SHEETS: ReadonlySet<string> = new Set([
  "vInfo",
  "vCPU",
  "vMemory",
  "vDisk",
  "vPartition",
  "vNetwork",
  "vSnapshot",
  "vTools",
  "vCluster",
  "vHost",
  "vDatastore",
]);

/** Disks of all VMs per VM. */
const DISKS_PER_VM = 2.2;
/** Where disks are taken away, so many stay. */
const KEPT_DISKS = 2;

/** Columns that RVTools has added to vInfo since 4.3.2, and custom attributes. */
const LATER_COLUMNS: ReadonlySet<string> = new Set([
  "Suspended To Memory",
  "Suspend Interval",
  "Overall Cpu Readiness",
  "Active Memory",
  "Total disk capacity MiB",
  "Fixed Passthru HotPlug",
  "Op Notification Timeout",
  "Folder ID",
  "FT Role",
  "Vm Failover In Progress",
  "Reboot PowerOff",
  "EFI Secure boot",
  "Customization Info",
  "Guest Detailed Data",
  "SMBIOS UUID",
  "Application",
  "Environment",
  "Backup policy",
]);

/** An estate with exactly 2.2 disks a VM. @throws as `generateEstate`, and where it has fewer from the start */
export function benchmarkEstate(options: EstateOptions): Estate {
  const estate = generateEstate(options);
  const wanted = Math.floor(estate.vms.length * DISKS_PER_VM);
  let surplus = estate.vms.reduce((sum, vm) => sum + vm.disks.length, 0) - wanted;
  if (surplus < 0) throw new RangeError(`the estate has fewer than ${DISKS_PER_VM} disks a VM`);
  for (const vm of estate.vms) {
    if (surplus === 0) break;
    const taken = Math.min(surplus, Math.max(0, vm.disks.length - KEPT_DISKS));
    if (taken === 0) continue;
    vm.disks.length -= taken;
    if (vm.partitions.length > 0) vm.partitions = partitionsOf(vm.osConfigured, vm.disks);
    surplus -= taken;
  }
  return estate;
}

/** The sheet without the columns that the benchmark's exporter did not know. */
export function benchmarkColumns(sheet: Sheet): Sheet {
  if (sheet.name !== "vInfo") return sheet;
  const kept = sheet.headers.map((header) => !LATER_COLUMNS.has(header));
  const isKept = (_: unknown, index: number) => kept[index] === true;
  return {
    ...sheet,
    headers: sheet.headers.filter(isKept),
    dateColumns: sheet.dateColumns.filter(isKept),
    *rows() {
      for (const cells of sheet.rows()) yield cells.filter(isKept);
    },
  };
}
