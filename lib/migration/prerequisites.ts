import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { supportsAssistedVmotion } from "@/lib/hcx/limits";
import type { MigrationType } from "@/lib/hcx/migration-types";
import { isRelocation } from "./phase";
import type { MigrationOptions, ScenarioVm } from "./schema";
import type { ScenarioMesh } from "./site-schema";

const TERABYTE = 1e12;
/** HCX supports disks up to 62 TB by Bulk and 30 TB by vMotion (VMware HCX configuration limits). */
const LARGEST_DISK_BYTES: Partial<Record<MigrationType, number>> = {
  Bulk: 62 * TERABYTE,
  vMotion: 30 * TERABYTE,
};
/** Oldest virtual hardware (KB 440117 for RAV; HCX configuration limits for the others). */
const OLDEST_HARDWARE: Partial<Record<MigrationType, number>> = {
  vMotion: 9,
  AssistedvMotion: 9,
  Cold: 9,
  RAV: 9,
  Bulk: 7,
};
const SERVICE_OF_TYPE: Record<MigrationType, ScenarioMesh["services"][number] | null> = {
  vMotion: "VMOTION",
  Cold: "VMOTION",
  AssistedvMotion: null,
  Bulk: "BULK_MIGRATION",
  RAV: "RAV",
  OsAssistedMigration: "OS_ASSISTED_MIGRATION",
};

/** Everything that HCX's validation refuses a migration for, what concerns the whole migration first. */
export function unmetPrerequisites(
  vm: ScenarioVm,
  type: MigrationType,
  options: MigrationOptions,
  mesh: ScenarioMesh,
  hcxVersion: string,
): MessageCode[] {
  const unmet: MessageCode[] = [];
  const service = SERVICE_OF_TYPE[type];
  if (service !== null && !mesh.services.includes(service)) unmet.push("serviceNotInMesh");
  if (type === "AssistedvMotion" && !supportsAssistedVmotion(hcxVersion)) {
    unmet.push("typeUnsupportedByVersion");
  }
  if (vm.guestFamily === "other") unmet.push("guestUnsupported");
  if (!vm.networkMapped) unmet.push("networkMappingMissing");
  // Its sources are KVM and Hyper-V guests, so the rules about vSphere hardware do not apply.
  if (type === "OsAssistedMigration") return unmet;
  pushStateProblems(unmet, vm, type, options);
  pushHardwareProblems(unmet, vm, type);
  return unmet;
}

/** What people can put right on the VM before they try again. */
function pushStateProblems(
  unmet: MessageCode[],
  vm: ScenarioVm,
  type: MigrationType,
  options: MigrationOptions,
): void {
  const isBulk = type === "Bulk";
  // Bulk always removes snapshots, whatever the option says (HCX 4.9 user guide).
  if (vm.snapshots > 0 && !options.removeSnapshots && !isBulk) unmet.push("snapshotsPresent");
  const isOn = vm.powerState === "poweredOn";
  if (isBulk && isOn && !vm.toolsRunning && !options.forcePowerOffVm) unmet.push("toolsNotRunning");
  if (vm.isoMounted && !options.removeISOs) unmet.push("isoMounted");
}

/** What the VM is made of. */
function pushHardwareProblems(unmet: MessageCode[], vm: ScenarioVm, type: MigrationType): void {
  const isBulk = type === "Bulk";
  const isRav = type === "RAV";
  const largest = LARGEST_DISK_BYTES[type] ?? Number.POSITIVE_INFINITY;
  if (vm.sharedBus) unmet.push("sharedBus");
  if (vm.rdm === "physical" || (vm.rdm === "virtual" && isRav)) unmet.push("rdmUnsupported");
  if (vm.hardwareVersion < (OLDEST_HARDWARE[type] ?? 0)) unmet.push("hardwareVersionTooOld");
  if (vm.disks.some(({ sizeBytes }) => sizeBytes > largest)) unmet.push("diskTooLarge");
  if (vm.faultTolerance && (isRelocation(type) || isRav)) unmet.push("faultToleranceOn");
  if (vm.directPathIo && !isRav) unmet.push("directPathIo");
  if (isBulk && vm.nvmeController) unmet.push("nvmeController");
  if ((isBulk || isRav) && vm.disks.some(({ independent }) => independent)) {
    unmet.push("independentDisk");
  }
}

// Above every minimum, and what vSphere 7 has.
const CURRENT_HARDWARE = 19;

/** The VM when people have done what the remedies of its conditions ask for; its disks stay as large. */
export function remediedVm(vm: ScenarioVm): ScenarioVm {
  return {
    ...vm,
    disks: vm.disks.map((disk) => ({ ...disk, independent: false })),
    hardwareVersion: Math.max(vm.hardwareVersion, CURRENT_HARDWARE),
    toolsRunning: true,
    snapshots: 0,
    rdm: "none",
    isoMounted: false,
    sharedBus: false,
    faultTolerance: false,
    directPathIo: false,
    nvmeController: false,
    cpuCompatible: true,
    networkMapped: true,
    antivirus: false,
    unsupportedFilesystem: false,
  };
}
