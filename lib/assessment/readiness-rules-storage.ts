import { MIB_PER_GIB, MIB_PER_TIB } from "@/lib/units/bytes";
import { datastoreOfPath, scopedKey } from "./readiness-context";
import {
  ALL_BLOCKED,
  ALL_WARNED,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  vmRule,
  whenTrue,
} from "./readiness-rule";

/** "62 TB" and "30 TB" are VMware's binary terabytes (vSphere and HCX configuration maximums). */
const LARGEST_VMDK_MIB = 62 * MIB_PER_TIB;
const LARGEST_VMOTION_DISK_MIB = 30 * MIB_PER_TIB;

const DISK = from("vDisk", "Disk");

/** How much disk a VM has, and where it lies. */
export const STORAGE_RULES: readonly ReadinessRule[] = [
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
