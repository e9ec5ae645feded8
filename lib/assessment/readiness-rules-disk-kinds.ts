import {
  ALL_BLOCKED,
  each,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  same,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const HCX_RESTRICTIONS = "VMware HCX 4.x user guide, migration types and their restrictions";
const RAW_MODE = [[from("vDisk", "Raw", "Raw Comp. Mode")]];

/** How a disk is attached: raw mappings, sharing, modes, controllers and identifiers. */
export const DISK_KIND_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "physical-rdm",
    number: 1,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: HCX_RESTRICTIONS,
    reads: RAW_MODE,
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.raw === false ? false : isRawMode(disk, "physicalMode")),
        (disk) => ({ disk: disk.label, path: disk.path }),
      ),
  }),
  vmRule({
    id: "virtual-rdm",
    number: 2,
    severity: "warning",
    effort: "medium",
    // Newer guides allow virtual-mode RDM with Bulk only, which turns it into a VMDK.
    verdicts: { vMotion: "blocked", AssistedvMotion: "blocked", RAV: "blocked", Cold: "warning" },
    source: HCX_RESTRICTIONS,
    reads: RAW_MODE,
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.raw === false ? false : isRawMode(disk, "virtualMode")),
        (disk) => ({ disk: disk.label, path: disk.path }),
      ),
  }),
  vmRule({
    id: "shared-disk",
    number: 3,
    severity: "blocking",
    effort: "high",
    verdicts: { ...ALL_BLOCKED, OsAssistedMigration: "warning" },
    source: `${HCX_RESTRICTIONS}; Broadcom KB 442091`,
    reads: [
      [from("vDisk", "Disk Path")],
      [from("vDisk", "Shared Bus")],
      [from("vDisk", "Sharing mode")],
    ],
    check: (vm, context) =>
      matching(
        vm.disks,
        (disk) => {
          const bus = isShared(disk.sharedBus, ["nosharing", "none"]);
          const writer = isShared(disk.sharingMode, ["sharingnone", "nosharing", "none"]);
          const users = disk.path === null ? null : context.sharedDisks.has(disk);
          if (bus || writer || users) return true;
          return bus === null && writer === null && users === null ? null : false;
        },
        (disk) => ({
          disk: disk.label,
          path: disk.path,
          sharedBus: disk.sharedBus,
          sharingMode: disk.sharingMode,
        }),
      ),
  }),
  vmRule({
    id: "independent-persistent",
    number: 4,
    severity: "warning",
    effort: "medium",
    verdicts: {
      ...each(["vMotion", "AssistedvMotion", "Cold"], "warning"),
      ...each(["Bulk", "RAV"], "blocked"),
    },
    source: HCX_RESTRICTIONS,
    reads: [[from("vDisk", "Disk Mode")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.mode === null ? null : same(disk.mode, "independent_persistent")),
        (disk) => ({ disk: disk.label, mode: disk.mode }),
      ),
  }),
  vmRule({
    id: "independent-nonpersistent",
    number: 5,
    severity: "warning",
    effort: "medium",
    verdicts: {
      ...each(["vMotion", "AssistedvMotion", "Cold"], "warning"),
      ...each(["Bulk", "RAV"], "blocked"),
    },
    source: HCX_RESTRICTIONS,
    reads: [[from("vDisk", "Disk Mode")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.mode === null ? null : /^(independent_)?nonpersistent$/i.test(disk.mode)),
        (disk) => ({ disk: disk.label, mode: disk.mode }),
      ),
  }),
  vmRule({
    id: "disk-uuid-enabled",
    number: 11,
    severity: "info",
    effort: "low",
    verdicts: { Bulk: "warning" },
    source: "VMware HCX user guide: Bulk migration creates disks with new UUIDs",
    reads: [[from("vInfo", "EnableUUID")]],
    check: (vm) => whenTrue(vm.enableUuid),
  }),
  vmRule({
    id: "legacy-disk-controller",
    number: 43,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, disk controllers; vSphere virtual machine administration guide",
    reads: [[from("vDisk", "Controller")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) =>
          disk.controller === null
            ? null
            : /bus\s*logic|\bide\b|lsi\s*logic(?!\s*sas)/i.test(disk.controller),
        (disk) => ({ disk: disk.label, controller: disk.controller }),
      ),
  }),
  vmRule({
    id: "nvme-controller",
    number: 43,
    severity: "warning",
    effort: "medium",
    verdicts: { Bulk: "blocked" },
    source: HCX_RESTRICTIONS,
    reads: [[from("vDisk", "Controller")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.controller === null ? null : /nvme/i.test(disk.controller)),
        (disk) => ({ disk: disk.label, controller: disk.controller }),
      ),
  }),
];

/** Null when the disk is raw, or may be, and its mode is not stated. */
function isRawMode(
  disk: { raw: boolean | null; rawCompatibilityMode: string | null },
  mode: string,
): boolean | null {
  // RVTools leaves the mode blank for ordinary disks, where Raw is False or the column is absent.
  if (disk.rawCompatibilityMode === null) return disk.raw === null ? null : disk.raw ? null : false;
  return same(disk.rawCompatibilityMode, mode);
}

function isShared(text: string | null, unsharedWords: readonly string[]): boolean | null {
  return text === null ? null : !unsharedWords.includes(text.trim().toLowerCase());
}
