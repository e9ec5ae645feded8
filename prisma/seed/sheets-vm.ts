import type {
  Estate,
  EstateDisk,
  EstateNic,
  EstatePartition,
  EstateSnapshot,
  EstateVm,
} from "./estate-types";
import {
  type Column,
  column,
  constants,
  dateColumn,
  leadingColumns,
  type Sheet,
  sheetOf,
  trailingColumns,
  type VmRow,
  word,
} from "./sheet-model";
import { configurationPath } from "./sheet-vinfo";

/** One row a VM. */
function perVm(estate: Estate): () => Iterable<VmRow> {
  return () => estate.vms.map((vm) => ({ vm }));
}

/** One row a part of a VM: a disk, an adapter, a snapshot. */
function perPart<Part>(
  estate: Estate,
  parts: (vm: EstateVm) => readonly Part[],
): () => Iterable<VmRow & { part: Part }> {
  return function* () {
    for (const vm of estate.vms) for (const part of parts(vm)) yield { vm, part };
  };
}

/** vSphere's shares at the level "normal": 1,000 a vCPU, 10 a MiB. */
const CPU_SHARES = 1000;
const MEMORY_SHARES = 10;

export function vCpu(estate: Estate): Sheet {
  const columns: Column<VmRow>[] = [
    ...leadingColumns(),
    column("CPUs", ({ vm }) => vm.cpus),
    column("Sockets", ({ vm }) => vm.cpus / vm.coresPerSocket),
    column("Cores p/s", ({ vm }) => vm.coresPerSocket),
    column("Max", ({ vm }) => vm.cpus * 2400),
    column("Overall", ({ vm }) => vm.cpuUsageMhz),
    ...constants({ Level: "normal" }),
    column("Shares", ({ vm }) => vm.cpus * CPU_SHARES),
    column("Reservation", ({ vm }) => vm.cpuReservationMhz),
    column("Entitlement", ({ vm }) => vm.cpuUsageMhz),
    ...constants({ "DRS Entitlement": 0, Limit: -1 }),
    column("Hot Add", ({ vm }) => word(vm.cpuHotAdd)),
    ...constants({ "Hot Remove": "False", "Numa Hotadd Exposed": "False" }),
    ...trailingColumns(estate),
  ];
  return sheetOf("vCPU", columns, perVm(estate));
}

export function vMemory(estate: Estate): Sheet {
  const columns: Column<VmRow>[] = [
    ...leadingColumns(),
    column("Size MiB", ({ vm }) => vm.memoryMib),
    ...constants({ "Memory Reservation Locked To Max": "False", Overhead: 64 }),
    column("Max", ({ vm }) => vm.memoryMib),
    column("Consumed", ({ vm }) => vm.consumedMemoryMib),
    ...constants({ "Consumed Overhead": 48 }),
    column("Private", ({ vm }) => vm.consumedMemoryMib),
    ...constants({ Shared: 0 }),
    column("Swapped", ({ vm }) => vm.swappedMib),
    column("Ballooned", ({ vm }) => vm.balloonedMib),
    column("Active", ({ vm }) => vm.activeMemoryMib),
    column("Entitlement", ({ vm }) => vm.consumedMemoryMib),
    ...constants({ "DRS Entitlement": 0, Level: "normal" }),
    column("Shares", ({ vm }) => vm.memoryMib * MEMORY_SHARES),
    column("Reservation", ({ vm }) => vm.memoryReservationMib),
    column("Limit", ({ vm }) => vm.memoryLimitMib),
    column("Hot Add", ({ vm }) => word(vm.memoryHotAdd)),
    ...trailingColumns(estate),
  ];
  return sheetOf("vMemory", columns, perVm(estate));
}

export function vDisk(estate: Estate): Sheet {
  const columns: Column<VmRow & { part: EstateDisk }>[] = [
    ...leadingColumns(),
    column("Disk", ({ part }) => part.label),
    column("Disk Key", ({ part }) => part.key),
    column("Disk UUID", ({ part }) => part.uuid),
    column("Disk Path", ({ part }) => part.path),
    column("Capacity MiB", ({ part }) => part.capacityMib),
    column("Raw", ({ part }) => word(part.raw)),
    column("Disk Mode", ({ part }) => part.mode),
    column("Sharing mode", ({ part }) => part.sharingMode),
    column("Thin", ({ part }) => word(part.thin)),
    ...constants({ "Eagerly Scrub": "False", Split: "False", "Write Through": "False" }),
    ...constants({ Level: "normal", Shares: 1000, Reservation: 0, Limit: -1 }),
    column("Controller", ({ part }) => part.controller),
    column("Label", ({ part }) => part.controllerLabel),
    ...constants({ "SCSI Unit #": 7 }),
    column("Unit #", ({ part }) => part.unit),
    column("Shared Bus", ({ part }) => part.sharedBus),
    column("Path", ({ part }) => part.path),
    column("Raw LUN ID", ({ part }) => part.rawLunId),
    column("Raw Comp. Mode", ({ part }) => part.rawCompatibilityMode),
    column("Internal Sort Column", ({ vm, part }) => `${vm.name}${part.key}`),
    ...trailingColumns(estate),
  ];
  return sheetOf(
    "vDisk",
    columns,
    perPart(estate, (vm) => vm.disks),
  );
}

export function vPartition(estate: Estate): Sheet {
  const columns: Column<VmRow & { part: EstatePartition }>[] = [
    ...leadingColumns(),
    column("Disk Key", ({ part }) => part.diskKey),
    column("Disk", ({ part }) => part.path),
    column("Capacity MiB", ({ part }) => part.capacityMib),
    column("Consumed MiB", ({ part }) => part.consumedMib),
    column("Free MiB", ({ part }) => part.capacityMib - part.consumedMib),
    column("Free %", ({ part }) =>
      Math.floor((100 * (part.capacityMib - part.consumedMib)) / part.capacityMib),
    ),
    column("Internal Sort Column", ({ vm, part }) => `${vm.name}${part.path}`),
    ...trailingColumns(estate),
  ];
  return sheetOf(
    "vPartition",
    columns,
    perPart(estate, (vm) => vm.partitions),
  );
}

export function vNetwork(estate: Estate): Sheet {
  const columns: Column<VmRow & { part: EstateNic }>[] = [
    ...leadingColumns(),
    column("NIC label", ({ part }) => part.label),
    column("Adapter", ({ part }) => part.adapter),
    column("Network", ({ part }) => part.network || null),
    column("Switch", ({ part }) => part.switchName || null),
    column("Connected", ({ vm, part }) => word(part.connected && vm.powerState === "poweredOn")),
    column("Starts Connected", ({ part }) => word(part.startsConnected)),
    column("Mac Address", ({ part }) => part.macAddress),
    ...constants({ Type: "assigned" }),
    column("IPv4 Address", ({ part }) => part.ipv4.join(", ") || null),
    column("IPv6 Address", ({ part }) => part.ipv6.join(", ") || null),
    column("Direct Path IO", ({ part }) => word(part.directPath)),
    column("Internal Sort Column", ({ vm, part }) => `${vm.name}${part.label}`),
    ...trailingColumns(estate),
  ];
  return sheetOf(
    "vNetwork",
    columns,
    perPart(estate, (vm) => vm.nics),
  );
}

export function vCd(estate: Estate): Sheet {
  const columns: Column<VmRow>[] = [
    ...leadingColumns(),
    ...constants({ "Device Node": "CD/DVD drive 1" }),
    column("Connected", ({ vm }) => word(vm.media.connected)),
    column("Starts Connected", ({ vm }) => word(vm.media.startsConnected)),
    column("Device Type", ({ vm }) => vm.media.deviceType),
    ...trailingColumns(estate, true),
  ];
  return sheetOf("vCD", columns, perVm(estate));
}

export function vUsb(estate: Estate): Sheet {
  const columns: Column<VmRow & { part: string }>[] = [
    ...leadingColumns(),
    ...constants({ "Device Node": "USB 1" }),
    column("Device Type", ({ part }) => part),
    ...constants({
      Connected: "True",
      Family: "storage",
      Speed: "high",
      "EHCI enabled": "True",
      "Auto connect": "True",
      "Bus number": 0,
      "Unit number": 2,
    }),
    ...trailingColumns(estate, true).map((each) =>
      // RVTools spells this one heading differently on vUSB.
      each.header === "OS according to the VMware Tools"
        ? { ...each, header: "OS according to the VMware tools" }
        : each,
    ),
  ];
  return sheetOf(
    "vUSB",
    columns,
    perPart(estate, (vm) => vm.usbDevices),
  );
}

export function vSnapshot(estate: Estate): Sheet {
  const [name, power] = leadingColumns();
  const columns: Column<VmRow & { part: EstateSnapshot }>[] = [
    ...(name === undefined || power === undefined ? [] : [name, power]),
    column("Name", ({ part }) => part.name),
    column("Description", ({ part }) => part.description || null),
    dateColumn("Date / time", ({ part }) => part.createdAtMs),
    column("Filename", ({ vm }) => configurationPath(vm).replace(/\.vmx$/, "-Snapshot1.vmsn")),
    column("Size MiB (vmsn)", ({ part }) => part.memoryMib),
    column("Size MiB (total)", ({ part }) => part.sizeMib),
    ...constants({ Quiesced: "False" }),
    column("State", ({ vm }) => vm.powerState),
    ...trailingColumns(estate),
  ];
  return sheetOf(
    "vSnapshot",
    columns,
    perPart(estate, (vm) => vm.snapshots),
  );
}

export function vTools(estate: Estate): Sheet {
  const running = ({ vm }: VmRow) =>
    vm.powerState === "poweredOn" &&
    (vm.tools.status === "toolsOk" || vm.tools.status === "toolsOld");
  const columns: Column<VmRow>[] = [
    ...leadingColumns(),
    column("VM Version", ({ vm }) => vm.hardwareVersion),
    column("Tools", ({ vm }) => vm.tools.status),
    column("Tools Version", ({ vm }) => vm.tools.version || null),
    column("Required Version", ({ vm }) => vm.tools.requiredVersion || null),
    column("Upgradeable", ({ vm }) => (vm.tools.status === "toolsOld" ? "Yes" : "No")),
    ...constants({ "Upgrade Policy": "manual", "Sync time": "False" }),
    column("App status", (row) => (running(row) ? "none" : null)),
    column("Heartbeat status", ({ vm }) => vm.heartbeat),
    ...constants({ "Kernel Crash state": "False" }),
    column("Operation Ready", (row) => word(running(row))),
    column("State change support", (row) => word(running(row))),
    ...constants({ "Interactive Guest": "False" }),
    ...trailingColumns(estate, true),
  ];
  return sheetOf("vTools", columns, perVm(estate));
}
