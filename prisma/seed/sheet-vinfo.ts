import type { Estate, EstateVm } from "./estate-types";
import {
  type Column,
  column,
  constants,
  dateColumn,
  leadingColumns,
  operatingSystemColumns,
  placeColumns,
  type Sheet,
  sheetOf,
  type VmRow,
  vcenterColumns,
  word,
} from "./sheet-model";

/** What vCenter promises to a VM: its disks and, while it runs, its swap file. */
export function provisionedMib(vm: EstateVm): number {
  const disksMib = vm.disks.reduce((sum, disk) => sum + disk.capacityMib, 0);
  return disksMib + (vm.powerState === "poweredOn" ? vm.memoryMib - vm.memoryReservationMib : 0);
}

export function inUseMib(vm: EstateVm): number {
  const disksMib = vm.disks.reduce(
    (sum, disk) => sum + (disk.thin ? disk.usedMib : disk.capacityMib),
    0,
  );
  const snapshotsMib = vm.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeMib, 0);
  const swapMib = vm.powerState === "poweredOn" ? vm.memoryMib - vm.memoryReservationMib : 0;
  return disksMib + snapshotsMib + swapMib;
}

export function configurationPath(vm: EstateVm): string {
  return `[${vm.disks[0]?.datastore ?? "staging"}] ${vm.name}/${vm.name}.vmx`;
}

function guestState(vm: EstateVm): string {
  const quiet = vm.tools.status === "toolsNotRunning" || vm.tools.status === "toolsNotInstalled";
  return vm.powerState === "poweredOn" && !quiet ? "running" : "notRunning";
}

/** RVTools has room for eight networks; further adapters show on vNetwork only. */
const NETWORK_COLUMNS = Array.from({ length: 8 }, (_, index) =>
  column<VmRow>(`Network #${index + 1}`, ({ vm }) => vm.nics[index]?.network || null),
);

function stateColumns(): Column<VmRow>[] {
  return [
    ...leadingColumns(),
    column("Config status", ({ vm }) => vm.configStatus),
    column("DNS Name", ({ vm }) => vm.dnsName),
    column("Connection state", ({ vm }) => vm.connectionState),
    column("Guest state", ({ vm }) => guestState(vm)),
    column("Heartbeat", ({ vm }) => vm.heartbeat),
    column("Consolidation Needed", ({ vm }) => word(vm.consolidationNeeded)),
    dateColumn("PowerOn", ({ vm }) => vm.poweredOnAtMs),
    column("Suspended To Memory", ({ vm }) => word(vm.powerState === "suspended")),
    ...constants({ "Suspend time": null, "Suspend Interval": 0 }),
    dateColumn("Creation date", ({ vm }) => vm.createdAtMs),
    dateColumn("Change Version", ({ vm }) => vm.poweredOnAtMs ?? vm.createdAtMs),
  ];
}

function sizeColumns(): Column<VmRow>[] {
  return [
    column("CPUs", ({ vm }) => vm.cpus),
    column("Overall Cpu Readiness", ({ vm }) => vm.cpuReadyPercent),
    column("Memory", ({ vm }) => vm.memoryMib),
    column("Active Memory", ({ vm }) => vm.activeMemoryMib),
    column("NICs", ({ vm }) => vm.nics.length),
    column("Disks", ({ vm }) => vm.disks.length),
    column("Total disk capacity MiB", ({ vm }) =>
      vm.disks.reduce((sum, disk) => sum + disk.capacityMib, 0),
    ),
    column("Fixed Passthru HotPlug", ({ vm }) => word(vm.fixedPassthroughHotPlug)),
    column("min Required EVC Mode Key", ({ vm }) =>
      vm.powerState === "poweredOn" ? "intel-broadwell" : null,
    ),
    column("Latency Sensitivity", ({ vm }) => vm.latencySensitivity),
    ...constants({ "Op Notification Timeout": null }),
    column("EnableUUID", ({ vm }) => word(vm.enableUuid)),
    column("CBT", ({ vm }) => word(vm.changedBlockTracking)),
    column("Primary IP Address", ({ vm }) => vm.nics[0]?.ipv4[0] ?? null),
    ...NETWORK_COLUMNS,
    ...constants({ "Num Monitors": 1, "Video Ram KiB": 4096 }),
  ];
}

function clusterColumns(): Column<VmRow>[] {
  return [
    column("Resource pool", ({ vm }) => vm.resourcePool),
    column("Folder ID", ({ vm }) => vm.folderId),
    column("Folder", ({ vm }) => vm.folder),
    ...constants({ vApp: null }),
    column("DAS protection", ({ vm }) => word(vm.powerState === "poweredOn")),
    column("FT State", ({ vm }) => vm.faultToleranceState),
    column("FT Role", ({ vm }) => (vm.faultToleranceState === "running" ? 1 : null)),
    ...constants({ "FT Latency": "gray", "FT Bandwidth": -1, "FT Sec. Latency": -1 }),
    ...constants({ "Vm Failover In Progress": "False" }),
    column("Provisioned MiB", ({ vm }) => provisionedMib(vm)),
    column("In Use MiB", ({ vm }) => inUseMib(vm)),
    column("Unshared MiB", ({ vm }) => inUseMib(vm)),
    ...constants({
      "HA Restart Priority": "medium",
      "HA Isolation Response": "none",
      "HA VM Monitoring": "vmMonitoringDisabled",
    }),
    column("Cluster rule(s)", ({ vm }) => vm.clusterRule),
    column("Cluster rule name(s)", ({ vm }) => vm.clusterRuleName),
  ];
}

function configurationColumns(): Column<VmRow>[] {
  return [
    ...constants({
      "Boot Required": "False",
      "Boot delay": 0,
      "Boot retry delay": 10_000,
      "Boot retry enabled": "False",
      "Boot BIOS setup": "False",
      "Reboot PowerOff": "False",
    }),
    column("EFI Secure boot", ({ vm }) => word(vm.secureBoot)),
    column("Firmware", ({ vm }) => vm.firmware),
    column("HW version", ({ vm }) => vm.hardwareVersion),
    ...constants({
      "HW upgrade status": "none",
      "HW upgrade policy": "never",
      "HW target": null,
    }),
    column("Path", ({ vm }) => configurationPath(vm)),
    column("Log directory", ({ vm }) => configurationPath(vm).replace(/[^/]+$/, "")),
    column("Snapshot directory", ({ vm }) => configurationPath(vm).replace(/[^/]+$/, "")),
    column("Suspend directory", ({ vm }) => configurationPath(vm).replace(/[^/]+$/, "")),
    column("Annotation", ({ vm }) => vm.annotation || null),
  ];
}

/** vCenter's custom attributes stand between Annotation and Datacenter. */
function customColumns(): Column<VmRow>[] {
  return [
    column("Application", ({ vm }) => vm.application),
    column("Environment", ({ vm }) => vm.environment),
    column("Backup policy", ({ vm }) => vm.backupPolicy),
  ];
}

/** vInfo as RVTools 4.7 writes it: 93 columns, `VM UUID` being the instance UUID since 4.3.1. */
export function vInfo(estate: Estate): Sheet {
  const { version, build } = estate.vcenter;
  const columns: Column<VmRow>[] = [
    ...stateColumns(),
    ...sizeColumns(),
    ...clusterColumns(),
    ...configurationColumns(),
    ...customColumns(),
    ...placeColumns(),
    ...operatingSystemColumns(),
    ...constants({ "Customization Info": null, "Guest Detailed Data": null }),
    column("VM ID", ({ vm }) => vm.moRef),
    column("SMBIOS UUID", ({ vm }) => vm.smbiosUuid),
    column("VM UUID", ({ vm }) => vm.instanceUuid),
    ...constants({
      "VI SDK Server type": `VMware vCenter Server ${version} build-${build}`,
      "VI SDK API Version": `${version}.0`,
    }),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vInfo", columns, function* () {
    for (const vm of estate.vms) {
      for (let copy = 0; copy <= vm.repeatedRows; copy += 1) yield { vm };
    }
  });
}
