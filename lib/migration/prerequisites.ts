import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { supportsAssistedVmotion } from "@/lib/hcx/limits";
import { isRelocation } from "./phase";
import type { MigrationOptions, MigrationType, ScenarioVm } from "./schema";
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

/** Everything that HCX's validation refuses a migration for, in the order of the failure catalogue. */
export function unmetPrerequisites(
  vm: ScenarioVm,
  type: MigrationType,
  options: MigrationOptions,
  mesh: ScenarioMesh,
  hcxVersion: string,
): MessageCode[] {
  const unmet: MessageCode[] = [];
  const refuse = (isRefused: boolean, code: MessageCode) => {
    if (isRefused) unmet.push(code);
  };
  const service = SERVICE_OF_TYPE[type];
  refuse(service !== null && !mesh.services.includes(service), "serviceNotInMesh");
  refuse(
    type === "AssistedvMotion" && !supportsAssistedVmotion(hcxVersion),
    "typeUnsupportedByVersion",
  );
  refuse(vm.guestFamily === "other", "guestUnsupported");
  refuse(!vm.networkMapped, "networkMappingMissing");
  // Its sources are KVM and Hyper-V guests, so the rules about vSphere hardware do not apply.
  if (type === "OsAssistedMigration") return unmet;
  const isBulk = type === "Bulk";
  const largest = LARGEST_DISK_BYTES[type] ?? Number.POSITIVE_INFINITY;
  // Bulk always removes snapshots, whatever the option says (HCX 4.9 user guide).
  refuse(vm.snapshots > 0 && !options.removeSnapshots && !isBulk, "snapshotsPresent");
  const isOn = vm.powerState === "poweredOn";
  refuse(isBulk && isOn && !vm.toolsRunning && !options.forcePowerOffVm, "toolsNotRunning");
  refuse(vm.sharedBus, "sharedBus");
  refuse(vm.rdm === "physical" || (vm.rdm === "virtual" && type === "RAV"), "rdmUnsupported");
  refuse(vm.hardwareVersion < (OLDEST_HARDWARE[type] ?? 0), "hardwareVersionTooOld");
  refuse(vm.isoMounted && !options.removeISOs, "isoMounted");
  refuse(
    vm.disks.some(({ sizeBytes }) => sizeBytes > largest),
    "diskTooLarge",
  );
  refuse(vm.faultTolerance && (isRelocation(type) || type === "RAV"), "faultToleranceOn");
  refuse(vm.directPathIo && type !== "RAV", "directPathIo");
  refuse(isBulk && vm.nvmeController, "nvmeController");
  refuse(
    (isBulk || type === "RAV") && vm.disks.some(({ independent }) => independent),
    "independentDisk",
  );
  return unmet;
}
