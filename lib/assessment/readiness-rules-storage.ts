import { datastoreOfPath, parseTime, scopedKey } from "./readiness-context";
import {
  ALL_BLOCKED,
  ALL_WARNED,
  each,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  same,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const MIB_PER_GIB = 1_024;
const MIB_PER_TIB = 1_048_576;
const MILLISECONDS_PER_DAY = 86_400_000;

/** "62 TB" and "30 TB" are VMware's binary terabytes (vSphere and HCX configuration maximums). */
const LARGEST_VMDK_MIB = 62 * MIB_PER_TIB;
const LARGEST_VMOTION_DISK_MIB = 30 * MIB_PER_TIB;

const HCX_RESTRICTIONS = "VMware HCX 4.x user guide, migration types and their restrictions";
const DISK = from("vDisk", "Disk");
const RAW_MODE = [[from("vDisk", "Raw", "Raw Comp. Mode")]];

export const STORAGE_RULES: readonly ReadinessRule[] = [
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
    id: "disk-above-62-tb",
    number: 6,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: "vSphere 8 configuration maximums: virtual disk size; HCX configuration limits",
    reads: [[from("vDisk", "Capacity MiB")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.capacityMib === null ? null : disk.capacityMib > LARGEST_VMDK_MIB),
        (disk) => ({ disk: disk.label, capacityMib: disk.capacityMib }),
      ),
  }),
  vmRule({
    id: "disk-above-30-tb",
    number: 6,
    severity: "warning",
    effort: "low",
    verdicts: { vMotion: "blocked", AssistedvMotion: "warning", RAV: "warning", Cold: "warning" },
    source: "HCX 4.10 configuration limits: VM disk size",
    reads: [[from("vDisk", "Capacity MiB")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) =>
          disk.capacityMib === null
            ? null
            : disk.capacityMib > LARGEST_VMOTION_DISK_MIB && disk.capacityMib <= LARGEST_VMDK_MIB,
        (disk) => ({ disk: disk.label, capacityMib: disk.capacityMib }),
      ),
  }),
  vmRule({
    id: "disk-without-capacity",
    number: 7,
    severity: "blocking",
    effort: "medium",
    verdicts: ALL_BLOCKED,
    source: "Forklift validation policies for VMware",
    reads: [[from("vDisk", "Capacity MiB")]],
    check: (vm) =>
      matching(
        vm.disks,
        (disk) => (disk.capacityMib === null ? null : disk.capacityMib <= 0),
        (disk) => ({ disk: disk.label, capacityMib: disk.capacityMib }),
      ),
  }),
  vmRule({
    id: "more-than-165-disks",
    number: 8,
    severity: "warning",
    effort: "high",
    verdicts: ALL_WARNED,
    source: "Forklift validation policies for VMware",
    reads: [[DISK]],
    check: (vm) => whenTrue(vm.disks.length > 165, { disks: vm.disks.length }),
  }),
  vmRule({
    id: "provisioned-above-10-tb",
    number: 9,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "AVS RVTools analyzer, oversized disks",
    reads: [[from("vInfo", "Provisioned MiB")]],
    check: (vm) =>
      whenTrue(vm.provisionedMib === null ? null : vm.provisionedMib > 10 * MIB_PER_TIB, {
        provisionedMib: vm.provisionedMib,
      }),
  }),
  vmRule({
    id: "disk-without-datastore",
    number: 10,
    severity: "blocking",
    effort: "medium",
    verdicts: ALL_BLOCKED,
    source: "Forklift validation policies for VMware",
    reads: [[from("vDisk", "Disk Path"), from("vDatastore", "Name")]],
    check: (vm, context) =>
      matching(
        vm.disks,
        (disk) => {
          const datastore = datastoreOfPath(disk.path);
          if (datastore === null || context.datastoreNames.size === 0) return null;
          return !context.datastoreNames.has(scopedKey(vm.vcenterUuid, datastore));
        },
        (disk) => ({ disk: disk.label, path: disk.path }),
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
    id: "snapshot-present",
    number: 12,
    severity: "warning",
    effort: "low",
    verdicts: each(["vMotion", "Cold", "RAV", "AssistedvMotion"], "warning"),
    source: "VMware HCX user guide: Remove Snapshots option",
    reads: [[from("vSnapshot", "Name")]],
    check: (vm) =>
      vm.snapshots.map((snapshot) => ({
        snapshot: snapshot.name,
        createdAt: snapshot.createdAt,
        sizeMib: snapshot.sizeMib,
      })),
  }),
  vmRule({
    id: "snapshot-older-than-7-days",
    number: 13,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source:
      "Broadcom KB 318825: best practices for snapshots (72 hours); analyzers warn from 7 days",
    reads: [[from("vSnapshot", "Date / time")]],
    check: (vm, context) =>
      matching(
        vm.snapshots,
        (snapshot) => {
          const created = parseTime(snapshot.createdAt);
          if (created === null || context.asOfMilliseconds === null) return null;
          return context.asOfMilliseconds - created > 7 * MILLISECONDS_PER_DAY;
        },
        (snapshot) => ({ snapshot: snapshot.name, createdAt: snapshot.createdAt }),
      ),
  }),
  vmRule({
    id: "snapshot-above-50-gib",
    number: 14,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "RVTools analyzers, snapshot size",
    reads: [[from("vSnapshot", "Size MiB (total)")]],
    check: (vm) =>
      matching(
        vm.snapshots,
        (snapshot) => (snapshot.sizeMib === null ? null : snapshot.sizeMib > 50 * MIB_PER_GIB),
        (snapshot) => ({ snapshot: snapshot.name, sizeMib: snapshot.sizeMib }),
      ),
  }),
  vmRule({
    id: "consolidation-needed",
    number: 15,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "Forklift validation policies for VMware; RVTools analyzers",
    reads: [[from("vInfo", "Consolidation Needed")]],
    check: (vm) => whenTrue(vm.consolidationNeeded),
  }),
  vmRule({
    id: "boot-disk-above-250-gb",
    number: 41,
    severity: "info",
    effort: "none",
    // A limit of another cloud's instances; AVS has none. Kept so that a comparison finds it.
    verdicts: NO_EFFECT,
    source: "IBM Cloud virtual server boot volume limit; no limit in AVS",
    reads: [[from("vDisk", "Capacity MiB")]],
    check: (vm) => {
      const boot = vm.disks[0];
      if (!boot) return [];
      return whenTrue(boot.capacityMib === null ? null : boot.capacityMib > 250 * MIB_PER_GIB, {
        disk: boot.label,
        capacityMib: boot.capacityMib,
      });
    },
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
  vmRule({
    id: "local-datastore",
    number: 66,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, VM on a datastore of one host",
    reads: [[from("vDisk", "Disk Path"), from("vDatastore", "# Hosts")]],
    check: (vm, context) =>
      matching(
        vm.disks,
        (disk) => {
          const datastore = datastoreOfPath(disk.path);
          if (datastore === null) return null;
          return context.localDatastoreNames.has(scopedKey(vm.vcenterUuid, datastore));
        },
        (disk) => ({ disk: disk.label, datastore: datastoreOfPath(disk.path) }),
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
