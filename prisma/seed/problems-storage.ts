import { hex } from "./draw";
import { putDisk } from "./estate-placement";
import type { EstateDisk, EstateVm } from "./estate-types";
import { newDisk } from "./estate-vm";
import { isWindows } from "./operating-systems";
import { isPoweredOn, type ProblemContext, type ProblemSpec, single } from "./problem-spec";

const DAY_MS = 86_400_000;
const MIB_PER_GIB = 1024;
const MIB_PER_TIB = 1024 * 1024;

function addDisk(vm: EstateVm, context: ProblemContext, capacityMib: number): EstateDisk {
  const index = vm.disks.length;
  const disk = newDisk(context.stream, index, capacityMib);
  putDisk(vm, disk, index, vm.disks[0]?.datastore ?? "");
  vm.disks = [...vm.disks, disk];
  return disk;
}

function addRawDisk(
  vm: EstateVm,
  context: ProblemContext,
  mode: "physicalMode" | "virtualMode",
): void {
  const disk = addDisk(vm, context, 500 * MIB_PER_GIB);
  disk.raw = true;
  disk.thin = false;
  disk.usedMib = disk.capacityMib;
  disk.rawLunId = `0200${hex(context.stream, 40)}`;
  disk.rawCompatibilityMode = mode;
}

/** Both nodes of a guest cluster hold the same file. */
function shareDisk(vms: EstateVm[], context: ProblemContext, change: (disk: EstateDisk) => void) {
  const disks = vms.map((vm) => addDisk(vm, context, 200 * MIB_PER_GIB));
  const [first] = disks;
  if (first === undefined) return;
  for (const disk of disks) {
    disk.thin = false;
    disk.usedMib = disk.capacityMib;
    disk.uuid = first.uuid;
    disk.path = first.path;
    disk.datastore = first.datastore;
    change(disk);
  }
}

function addSnapshot(
  vm: EstateVm,
  context: ProblemContext,
  snapshot: { name: string; description: string; ageDays: number; sizeMib: number },
): void {
  const { ageDays, ...rest } = snapshot;
  const createdAtMs = context.exportedAtMs - Math.round(ageDays * DAY_MS);
  vm.snapshots = [...vm.snapshots, { ...rest, createdAtMs, memoryMib: 0 }];
}

const changeLastDisk = (vm: EstateVm, change: (disk: EstateDisk) => void): void => {
  const disk = vm.disks.at(-1);
  if (disk !== undefined) change(disk);
};

const isDatabase = (vm: EstateVm): boolean => vm.tier === "db" && isPoweredOn(vm);
const isLinux = (vm: EstateVm): boolean => isPoweredOn(vm) && !isWindows(vm.osConfigured);

export const DISK_PROBLEMS: readonly ProblemSpec[] = [
  single("physicalRdm", 3, (vm, context) => addRawDisk(vm, context, "physicalMode"), isDatabase),
  single("virtualRdm", 3, (vm, context) => addRawDisk(vm, context, "virtualMode"), isDatabase),
  {
    kind: "sharedDisk",
    count: 4,
    groupVms: 2,
    eligible: isDatabase,
    apply: (vms, context) =>
      shareDisk(vms, context, (disk) => {
        disk.sharedBus = "physicalSharing";
        disk.controller = "LSI Logic SAS";
        disk.controllerLabel = "SCSI controller 1";
      }),
  },
  {
    kind: "multiWriter",
    count: 4,
    groupVms: 2,
    eligible: isLinux,
    apply: (vms, context) =>
      shareDisk(vms, context, (disk) => {
        disk.sharingMode = "sharingMultiWriter";
      }),
  },
  single("independentPersistent", 3, (vm) =>
    changeLastDisk(vm, (disk) => {
      disk.mode = "independent_persistent";
    }),
  ),
  single("independentNonPersistent", 2, (vm) =>
    changeLastDisk(vm, (disk) => {
      disk.mode = "independent_nonpersistent";
    }),
  ),
  single("hugeDisk", 1, (vm, context) => {
    // Above the 62 TB that a virtual disk of vSphere may have only as a raw device.
    const disk = addDisk(vm, context, 63 * MIB_PER_TIB);
    disk.usedMib = 6 * MIB_PER_TIB;
  }),
  single("largeVm", 3, (vm, context) => {
    for (let index = 0; index < 3; index += 1) addDisk(vm, context, 4 * MIB_PER_TIB);
  }),
  single("manyDisks", 1, (vm, context) => {
    while (vm.disks.length < 170) addDisk(vm, context, 10 * MIB_PER_GIB);
  }),
  single(
    "lowDiskSpace",
    6,
    (vm) => {
      vm.partitions = vm.partitions.map((partition, index) =>
        index === 0
          ? { ...partition, consumedMib: Math.floor(partition.capacityMib * 0.97) }
          : partition,
      );
    },
    (vm) => vm.partitions.length > 0,
  ),
  single("legacyController", 4, (vm) => {
    vm.disks = vm.disks.map((disk) => ({ ...disk, controller: "LSI Logic" }));
  }),
  single("localDatastore", 3, (vm, { placement }) => {
    const host = placement.hosts.find((candidate) => candidate.name === vm.host);
    for (const [index, disk] of vm.disks.entries()) {
      putDisk(vm, disk, index, host?.localDatastore ?? "");
    }
  }),
];

export const SNAPSHOT_PROBLEMS: readonly ProblemSpec[] = [
  single("recentSnapshot", 8, (vm, context) =>
    addSnapshot(vm, context, {
      name: "before patch",
      description: "Taken before the monthly patch",
      ageDays: context.stream.between(0.5, 5),
      sizeMib: context.stream.int(800, 9_000),
    }),
  ),
  single("oldSnapshot", 6, (vm, context) =>
    addSnapshot(vm, context, {
      name: "before upgrade",
      description: "Remove after acceptance",
      ageDays: context.stream.between(60, 700),
      sizeMib: context.stream.int(5_000, 40_000),
    }),
  ),
  single("largeSnapshot", 3, (vm, context) =>
    addSnapshot(vm, context, {
      name: "before data load",
      description: "",
      ageDays: context.stream.between(15, 45),
      sizeMib: context.stream.int(60, 300) * MIB_PER_GIB,
    }),
  ),
  single("consolidationNeeded", 3, (vm) => {
    vm.consolidationNeeded = true;
    vm.configStatus = "yellow";
  }),
  single("secretInSnapshot", 1, (vm, context) =>
    addSnapshot(vm, context, {
      name: "handover",
      description: "root password: Example-Pa55word (change after go-live)",
      ageDays: 3,
      sizeMib: 1_500,
    }),
  ),
];
