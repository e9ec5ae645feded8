import type { EstateVm } from "./estate-types";
import { partitionsOf } from "./estate-vm";
import { isWindows, OS } from "./operating-systems";
import { isPoweredOn, type ProblemSpec, single } from "./problem-spec";

const MIB_PER_GIB = 1024;

/** Tools 10.0.9, older than the 10.2.1 that Azure Migrate's software inventory asks for. */
const TOOLS_OLD = 10_249;

const isSap = (vm: EstateVm): boolean => vm.cluster.includes("-sap-");
const isOldApplication = (vm: EstateVm): boolean =>
  isPoweredOn(vm) && vm.firmware === "bios" && !isSap(vm);

function setOperatingSystem(vm: EstateVm, os: string): void {
  vm.osConfigured = os;
  vm.osRunning = os;
  vm.partitions = vm.partitions.length > 0 ? partitionsOf(os, vm.disks) : [];
  vm.hardwareVersion = Math.min(vm.hardwareVersion, 13);
}

const RARE_SYSTEMS = [OS.solaris11, OS.freebsd, OS.solaris11, OS.freebsd] as const;
const OLD_WINDOWS = [OS.windows2008R2, OS.windows2003, OS.windows2008R2] as const;

export const COMPUTE_PROBLEMS: readonly ProblemSpec[] = [
  single("isoMounted", 6, (vm) => {
    const datastore = vm.disks[0]?.datastore ?? "";
    const deviceType = `ISO [${datastore}] iso/installer.iso`;
    vm.media = { connected: true, startsConnected: true, deviceType };
  }),
  single("hostCdMounted", 2, (vm) => {
    vm.media = { connected: true, startsConnected: true, deviceType: "Host device" };
  }),
  single("usbDevice", 2, (vm) => {
    vm.usbDevices = ["Licence dongle"];
  }),
  single("passthrough", 2, (vm) => {
    vm.fixedPassthroughHotPlug = true;
    vm.nics = vm.nics.map((nic) => ({ ...nic, directPath: true }));
  }),
  single(
    "secureBoot",
    4,
    (vm) => {
      vm.secureBoot = true;
    },
    (vm) => vm.firmware === "efi",
  ),
  single("oldHardwareVersion", 4, (vm) => setHardwareVersion(vm, 8), isOldApplication),
  single("veryOldHardwareVersion", 2, (vm) => setHardwareVersion(vm, 4), isOldApplication),
  single(
    "tooManyCpus",
    1,
    (vm) => {
      vm.cpus = 80;
      vm.coresPerSocket = 20;
    },
    (vm) => isSap(vm) && isPoweredOn(vm),
  ),
  single(
    "tooMuchMemory",
    2,
    (vm) => {
      vm.memoryMib = 1536 * MIB_PER_GIB;
    },
    (vm) => isSap(vm) && isPoweredOn(vm),
  ),
  single("hotAdd", 10, (vm) => {
    vm.cpuHotAdd = true;
    vm.memoryHotAdd = true;
  }),
  {
    kind: "clusterRule",
    count: 4,
    groupVms: 2,
    apply: (vms) => {
      const cluster = vms[0]?.cluster ?? "";
      for (const vm of vms) {
        vm.clusterRule = "AntiAffinity";
        vm.clusterRuleName = `${cluster}-keep-apart-${vms[0]?.name}`;
      }
    },
  },
  single("memoryLimit", 2, (vm) => {
    vm.memoryLimitMib = Math.round(vm.memoryMib / 2);
  }),
  single(
    "ballooned",
    3,
    (vm) => {
      vm.balloonedMib = Math.max(2_048, Math.round(vm.memoryMib * 0.2));
      vm.swappedMib = 512;
    },
    isPoweredOn,
  ),
  single(
    "cpuReady",
    4,
    (vm, { stream }) => {
      vm.cpuReadyPercent = Math.round(stream.between(6, 14) * 100) / 100;
    },
    isPoweredOn,
  ),
  single("latencySensitive", 2, (vm) => {
    vm.latencySensitivity = "high";
    vm.memoryReservationMib = vm.memoryMib;
  }),
  single(
    "faultTolerance",
    2,
    (vm) => {
      vm.faultToleranceState = "running";
    },
    (vm) => isPoweredOn(vm) && vm.cpus <= 8,
  ),
];

function setHardwareVersion(vm: EstateVm, version: number): void {
  vm.hardwareVersion = version;
}

export const GUEST_PROBLEMS: readonly ProblemSpec[] = [
  single(
    "suspended",
    4,
    (vm) => {
      vm.powerState = "suspended";
      vm.heartbeat = "gray";
      vm.tools = { ...vm.tools, status: "toolsNotRunning" };
      vm.poweredOnAtMs = null;
    },
    isPoweredOn,
  ),
  single("orphaned", 2, (vm) => {
    vm.connectionState = "orphaned";
    stopGuest(vm);
    vm.powerState = "poweredOff";
    vm.poweredOnAtMs = null;
  }),
  single("disconnected", 2, (vm) => {
    vm.connectionState = "disconnected";
  }),
  single(
    "toolsNotInstalled",
    5,
    (vm) => {
      stopGuest(vm);
      vm.tools = { status: "toolsNotInstalled", version: 0, requiredVersion: 0 };
    },
    isPoweredOn,
  ),
  single("toolsNotRunning", 5, stopGuest, isPoweredOn),
  single(
    "toolsOld",
    10,
    (vm) => {
      vm.tools = { ...vm.tools, status: "toolsOld", version: TOOLS_OLD };
    },
    isPoweredOn,
  ),
  single(
    "heartbeatRed",
    2,
    (vm) => {
      vm.heartbeat = "red";
      vm.configStatus = "red";
    },
    isPoweredOn,
  ),
  single(
    "operatingSystemMismatch",
    4,
    (vm) => {
      vm.osRunning = isWindows(vm.osConfigured) ? OS.windows2016 : OS.rhel9;
      vm.osConfigured = isWindows(vm.osConfigured) ? OS.windows2012R2 : OS.rhel7;
    },
    isPoweredOn,
  ),
  {
    kind: "unsupportedOperatingSystem",
    count: 4,
    eligible: isOldApplication,
    apply: (vms, { stream }) => {
      for (const vm of vms) setOperatingSystem(vm, RARE_SYSTEMS[stream.int(0, 3)] ?? OS.freebsd);
    },
  },
  {
    kind: "endOfLifeWindows",
    count: 6,
    eligible: (vm) => isOldApplication(vm) && isWindows(vm.osConfigured),
    apply: (vms, { stream }) => {
      for (const vm of vms) {
        setOperatingSystem(vm, OLD_WINDOWS[stream.int(0, 2)] ?? OS.windows2008R2);
      }
    },
  },
  single(
    "missingDnsName",
    3,
    (vm) => {
      vm.dnsName = "localhost.localdomain";
    },
    isPoweredOn,
  ),
  single("hostileName", 2, (vm) => {
    vm.name = `${vm.application} %2f ${vm.tier} & copy of ${vm.name}`;
  }),
  single("duplicatedRows", 3, (vm, { stream }) => {
    vm.repeatedRows = stream.int(1, 6);
  }),
  single("changedBlockTrackingOff", 8, (vm) => {
    vm.changedBlockTracking = false;
  }),
  {
    kind: "secretInAnnotation",
    count: 2,
    apply: (vms) => {
      for (const vm of vms) vm.annotation = "svc_backup / password=Example-Pa55word!";
    },
  },
];

/** Without running Tools vCenter knows neither the guest's name nor its addresses nor its partitions. */
function stopGuest(vm: EstateVm): void {
  vm.heartbeat = "gray";
  vm.tools = { ...vm.tools, status: "toolsNotRunning" };
  vm.osRunning = null;
  vm.dnsName = null;
  vm.partitions = [];
  vm.nics = vm.nics.map((nic) => ({ ...nic, ipv4: [], ipv6: [] }));
}
