import type { InventoryVm } from "@/lib/inventory/schema";
import { drop, type Estate, type SheetTally } from "./estate";
import type { SheetColumns } from "./header";
import type { RowValues } from "./row-values";
import {
  V_CD,
  V_CPU,
  V_DISK,
  V_MEMORY,
  V_NETWORK,
  V_PARTITION,
  V_SNAPSHOT,
  V_TOOLS,
  V_USB,
} from "./vm-columns";
import { hardwareVersionOf } from "./vm-of-row";

/** Reads one row of a sheet into its VM; answers false for a row that repeats one of the VM's. */
type VmRowReader = (row: RowValues, vm: InventoryVm, estate: Estate) => boolean;

/** A VM has at most 256 disks and 10 NICs; further back than this no repetition is looked for. */
const LOOK_BACK = 300;

function pushNew<Item>(items: Item[], item: Item, isSame: (other: Item) => boolean): boolean {
  for (let at = items.length - 1; at >= 0 && at >= items.length - LOOK_BACK; at -= 1) {
    if (isSame(items[at] as Item)) return false;
  }
  items.push(item);
  return true;
}

function readCpu(row: RowValues, vm: InventoryVm): boolean {
  const S = V_CPU.slots;
  const repeated = vm.cpuReservationMhz !== null && vm.coresPerSocket !== null;
  vm.coresPerSocket ??= row.number(S.coresPerSocket);
  vm.cpuReservationMhz ??= row.number(S.reservationMhz);
  vm.cpuLimitMhz ??= row.number(S.limitMhz);
  vm.cpuHotAdd ??= row.flag(S.hotAdd);
  if (vm.cpus === null) {
    vm.cpus = row.number(S.cpus);
    if (vm.cpus !== null) vm.derived.cpus = "vCpu";
  }
  return !repeated;
}

function readMemory(row: RowValues, vm: InventoryVm): boolean {
  const S = V_MEMORY.slots;
  const repeated = vm.memoryReservationMib !== null && vm.memoryConsumedMib !== null;
  vm.memoryConsumedMib ??= row.number(S.consumedMib);
  vm.memorySwappedMib ??= row.number(S.swappedMib);
  vm.memoryBalloonedMib ??= row.number(S.balloonedMib);
  vm.activeMemoryMib ??= row.number(S.activeMib);
  vm.memoryReservationMib ??= row.number(S.reservationMib);
  vm.memoryLimitMib ??= row.number(S.limitMib);
  vm.memoryHotAdd ??= row.flag(S.hotAdd);
  if (vm.memoryMib === null) {
    vm.memoryMib = row.number(S.sizeMib);
    if (vm.memoryMib !== null) vm.derived.memoryMib = "vMemory";
  }
  return !repeated;
}

function readDisk(row: RowValues, vm: InventoryVm): boolean {
  const S = V_DISK.slots;
  const disk = {
    label: row.text(S.label),
    key: row.text(S.key),
    uuid: row.text(S.uuid),
    path: row.text(S.diskPath) ?? row.text(S.path),
    capacityMib: row.number(S.capacityMib),
    raw: row.flag(S.raw),
    rawCompatibilityMode: row.text(S.rawCompatibilityMode),
    mode: row.text(S.mode),
    sharingMode: row.text(S.sharingMode),
    sharedBus: row.text(S.sharedBus),
    thin: row.flag(S.thin),
    controller: row.text(S.controller),
    unit: row.text(S.unit) ?? row.text(S.scsiUnit),
  };
  return pushNew(
    vm.disks,
    disk,
    (other) =>
      other.label === disk.label &&
      other.key === disk.key &&
      other.path === disk.path &&
      other.uuid === disk.uuid &&
      other.capacityMib === disk.capacityMib,
  );
}

function readPartition(row: RowValues, vm: InventoryVm): boolean {
  const S = V_PARTITION.slots;
  const partition = {
    path: row.text(S.path),
    capacityMib: row.number(S.capacityMib),
    consumedMib: row.number(S.consumedMib),
    freeMib: row.number(S.freeMib),
  };
  return pushNew(
    vm.partitions,
    partition,
    (other) =>
      other.path === partition.path &&
      other.capacityMib === partition.capacityMib &&
      other.consumedMib === partition.consumedMib &&
      other.freeMib === partition.freeMib,
  );
}

function readNic(row: RowValues, vm: InventoryVm): boolean {
  const S = V_NETWORK.slots;
  const nic = {
    label: row.text(S.label),
    adapter: row.text(S.adapter),
    network: row.text(S.network),
    switchName: row.text(S.switchName),
    connected: row.flag(S.connected),
    startsConnected: row.flag(S.startsConnected),
    macAddress: row.text(S.macAddress),
    ipAddresses: addressesOf(row.text(S.ipv4), row.text(S.ipv6)),
    directPath: row.flag(S.directPath),
  };
  return pushNew(
    vm.nics,
    nic,
    (other) =>
      other.label === nic.label &&
      other.macAddress === nic.macAddress &&
      other.network === nic.network &&
      other.adapter === nic.adapter,
  );
}

/** Every address of the cells: RVTools joins several by a comma, other tools by blanks, `;` or in brackets. */
export function addressesOf(...cells: (string | null)[]): string[] {
  const addresses: string[] = [];
  for (const cell of cells) {
    if (cell === null) continue;
    if (!/[\s,;|[\]]/.test(cell)) {
      if (!addresses.includes(cell)) addresses.push(cell);
      continue;
    }
    for (const address of cell.slice(0, 4_000).split(/[\s,;|[\]]+/)) {
      if (address !== "" && !addresses.includes(address)) addresses.push(address);
    }
  }
  return addresses;
}

function readMedia(row: RowValues, vm: InventoryVm): boolean {
  const S = V_CD.slots;
  const media = {
    label: row.text(S.label),
    connected: row.flag(S.connected),
    startsConnected: row.flag(S.startsConnected),
    deviceType: row.text(S.deviceType),
  };
  return pushNew(
    vm.media,
    media,
    (other) => other.label === media.label && other.deviceType === media.deviceType,
  );
}

function readUsb(row: RowValues, vm: InventoryVm): boolean {
  const S = V_USB.slots;
  const usb = {
    label: row.text(S.label),
    connected: row.flag(S.connected),
    deviceType: row.text(S.deviceType),
  };
  return pushNew(
    vm.usb,
    usb,
    (other) => other.label === usb.label && other.deviceType === usb.deviceType,
  );
}

function readSnapshot(row: RowValues, vm: InventoryVm, estate: Estate): boolean {
  const S = V_SNAPSHOT.slots;
  const snapshot = {
    name: estate.maskText(row.text(S.name), "snapshot", vm),
    description: estate.maskText(row.text(S.description), "snapshot", vm),
    createdAt: row.date(S.createdAt),
    sizeMib: row.number(S.sizeMib) ?? row.number(S.fileSizeMib),
  };
  return pushNew(
    vm.snapshots,
    snapshot,
    (other) => other.name === snapshot.name && other.createdAt === snapshot.createdAt,
  );
}

function readTools(row: RowValues, vm: InventoryVm): boolean {
  const S = V_TOOLS.slots;
  const repeated = vm.toolsStatus !== null;
  vm.toolsStatus ??= row.text(S.status);
  vm.toolsVersion ??= row.text(S.version);
  vm.toolsUpgradeable ??= row.flag(S.upgradeable);
  vm.hardwareVersion ??= hardwareVersionOf(row.text(S.hardwareVersion));
  return !repeated;
}

/** The sheets about VMs beside vInfo, in the order in which they are read. */
export const VM_SHEETS: readonly { columns: SheetColumns; read: VmRowReader }[] = [
  { columns: V_CPU, read: readCpu },
  { columns: V_MEMORY, read: readMemory },
  { columns: V_DISK, read: readDisk },
  { columns: V_PARTITION, read: readPartition },
  { columns: V_NETWORK, read: readNic },
  { columns: V_CD, read: readMedia },
  { columns: V_USB, read: readUsb },
  { columns: V_SNAPSHOT, read: readSnapshot },
  { columns: V_TOOLS, read: readTools },
];

/** The slots that name the VM are the same on all of these sheets: they are declared first and together. */
const REFERENCE = V_CPU.slots;

/** Gives a row to the VM that it names. */
export function readVmRow(
  row: RowValues,
  estate: Estate,
  tally: SheetTally,
  read: VmRowReader,
): void {
  const name = row.text(REFERENCE.vm);
  const moRef = row.text(REFERENCE.vmId);
  const uuid = row.text(REFERENCE.vmUuid);
  if (name === null && moRef === null && uuid === null) {
    drop(tally, "noVmName");
    return;
  }
  const vm = estate.index.find({
    name,
    host: row.text(REFERENCE.host),
    moRef,
    uuid,
    vcenterUuid: row.text(REFERENCE.vcenterUuid),
  });
  if (vm === null) {
    estate.noteUnmatched(name, moRef);
    drop(tally, "noMatchingVm");
  } else if (read(row, vm, estate)) {
    tally.rowsKept += 1;
  } else {
    drop(tally, "duplicate");
  }
}
