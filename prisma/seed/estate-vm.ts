import type { RandomStream } from "@/lib/engine/random";
import { namedStream } from "@/lib/engine/random";
import { pick, pickWeighted, uuid } from "./draw";
import type { NetworkPlan } from "./estate-networks";
import { type Slot, slotName } from "./estate-slots";
import type {
  EstateDisk,
  EstateNic,
  EstatePartition,
  EstatePortGroup,
  EstateVm,
} from "./estate-types";
import { isWindows, OS } from "./operating-systems";

const DAY_MS = 86_400_000;
const MIB_PER_GIB = 1024;
/** VMware Tools 12.3.5, as vTools writes it. */
export const TOOLS_CURRENT = 12_389;
const DOMAIN = "corp.example";

/** vSphere's key of the first SCSI disk; the others follow by one. */
const FIRST_DISK_KEY = 2000;
/** SCSI unit 7 belongs to the controller. */
const CONTROLLER_UNIT = 7;

export function newDisk(stream: RandomStream, index: number, capacityMib: number): EstateDisk {
  const unit = index % 15;
  return {
    label: `Hard disk ${index + 1}`,
    key: FIRST_DISK_KEY + index,
    uuid: uuid(stream, "6000c29"),
    datastore: "",
    path: "",
    capacityMib,
    usedMib: Math.round(capacityMib * stream.between(0.15, 0.75)),
    raw: false,
    rawLunId: null,
    rawCompatibilityMode: null,
    mode: "persistent",
    sharingMode: "sharingNone",
    sharedBus: "noSharing",
    thin: stream.chance(0.85),
    controller: "VMware paravirtual SCSI",
    controllerLabel: `SCSI controller ${Math.floor(index / 15)}`,
    unit: unit >= CONTROLLER_UNIT ? unit + 1 : unit,
  };
}

export function newNic(
  plan: NetworkPlan,
  index: number,
  portGroup: Pick<EstatePortGroup, "name" | "switchName">,
  ipv4: string[],
): EstateNic {
  return {
    label: `Network adapter ${index + 1}`,
    adapter: "Vmxnet3",
    network: portGroup.name,
    switchName: portGroup.switchName,
    connected: true,
    startsConnected: true,
    macAddress: plan.nextMac(),
    ipv4,
    ipv6: [],
    directPath: false,
  };
}

/** What the guest sees of its disks: one file system a disk, and /boot beside the root of Linux. */
export function partitionsOf(osName: string, disks: readonly EstateDisk[]): EstatePartition[] {
  const windows = isWindows(osName);
  return disks.flatMap((disk, index): EstatePartition[] => {
    const whole = { diskKey: disk.key, capacityMib: disk.capacityMib, consumedMib: disk.usedMib };
    if (windows) return [{ path: `${String.fromCharCode(67 + (index % 23))}:\\`, ...whole }];
    if (index > 0) return [{ path: `/data${index}`, ...whole }];
    const boot = { path: "/boot", diskKey: disk.key, capacityMib: 1014, consumedMib: 240 };
    const rootCapacityMib = disk.capacityMib - boot.capacityMib;
    const consumedMib = Math.max(1, Math.min(rootCapacityMib, disk.usedMib) - boot.consumedMib);
    return [boot, { path: "/", diskKey: disk.key, capacityMib: rootCapacityMib, consumedMib }];
  });
}

const POWERED_ON_RATIO = { dev: 0.85, vdi: 0.93, lab: 0.8, prod: 1, sap: 1, legacy: 1 } as const;

/** One VM as its slot asks for, without a place yet and without any planted problem. */
export function buildVm(
  slot: Slot,
  seed: number,
  exportedAtMs: number,
  plan: NetworkPlan,
): EstateVm {
  const name = slotName(slot);
  const stream = namedStream(seed, "vm", name);
  const { application, tier } = slot;
  const os = OS[pickWeighted(stream, tier.os)];
  const cpus = pick(stream, tier.cpus);
  const memoryMib = pick(stream, tier.memoryGib) * MIB_PER_GIB;
  const poweredOn = stream.chance(POWERED_ON_RATIO[application.clusterClass]);
  const disks = buildDisks(slot, stream, os);
  const attachment = plan.attach(
    `${application.site}-dvs-01`,
    application.site.toUpperCase(),
    `${slot.code}-${tier.code}`,
  );
  const addresses = poweredOn ? [attachment.address] : [];
  const createdAtMs = exportedAtMs - Math.round(stream.between(30, 2200) * DAY_MS);
  const uptimeMs = Math.round(
    Math.min(stream.between(1, 200) * DAY_MS, exportedAtMs - createdAtMs),
  );
  const windows = isWindows(os);
  const efi = os === OS.windows2022 || os === OS.windows11 || os === OS.rhel9;
  return {
    ...PLAIN_VM,
    name,
    instanceUuid: uuid(stream, "5003"),
    smbiosUuid: uuid(stream, "4203"),
    application: slot.code,
    tier: tier.code,
    environment: application.environment,
    powerState: poweredOn ? "poweredOn" : "poweredOff",
    heartbeat: poweredOn ? "green" : "gray",
    createdAtMs,
    poweredOnAtMs: poweredOn ? exportedAtMs - uptimeMs : null,
    cpus,
    coresPerSocket: cpus <= 8 ? 1 : cpus / 2,
    memoryMib,
    ...buildLoad(stream, poweredOn, cpus, memoryMib),
    osConfigured: os,
    osRunning: poweredOn ? os : null,
    dnsName: poweredOn ? `${name}.${DOMAIN}` : null,
    firmware: efi ? "efi" : "bios",
    hardwareVersion: efi ? 19 : pickWeighted(stream, HARDWARE_VERSIONS),
    tools: {
      status: poweredOn ? "toolsOk" : "toolsNotRunning",
      version: TOOLS_CURRENT,
      requiredVersion: TOOLS_CURRENT,
    },
    enableUuid: windows,
    datacenter: application.site.toUpperCase(),
    folder: `/${application.site.toUpperCase()}/${application.environment}/${slot.code}`,
    annotation: annotationOf(slot, stream),
    backupPolicy: application.environment === "production" ? "daily-35d" : "weekly-14d",
    disks,
    nics: [newNic(plan, 0, attachment.portGroup, addresses)],
    partitions: poweredOn ? partitionsOf(os, disks) : [],
  };
}

const HARDWARE_VERSIONS = [
  [13, 3],
  [14, 3],
  [15, 3],
  [17, 2],
  [19, 4],
] as const;

function buildDisks(slot: Slot, stream: RandomStream, os: string): EstateDisk[] {
  const systemGib = isWindows(os) ? pick(stream, [80, 100, 120]) : pick(stream, [40, 50, 60]);
  const [least, most] = slot.tier.dataDisks;
  const dataCount = stream.int(least, most);
  const disks = [newDisk(stream, 0, systemGib * MIB_PER_GIB)];
  if (dataCount === 0) return disks;
  const dataMib = pick(stream, slot.tier.dataDiskGib) * MIB_PER_GIB;
  for (let index = 1; index <= dataCount; index += 1) disks.push(newDisk(stream, index, dataMib));
  return disks;
}

function buildLoad(stream: RandomStream, poweredOn: boolean, cpus: number, memoryMib: number) {
  const activeRatio = stream.between(0.05, 0.45);
  const consumedRatio = stream.between(0.6, 0.98);
  const usageMhz = Math.round(cpus * stream.between(40, 700));
  const readyPercent = Math.round(stream.between(0, 2) * 100) / 100;
  if (!poweredOn) {
    return { activeMemoryMib: 0, consumedMemoryMib: 0, cpuReadyPercent: 0, cpuUsageMhz: 0 };
  }
  return {
    activeMemoryMib: Math.round(memoryMib * activeRatio),
    consumedMemoryMib: Math.round(memoryMib * consumedRatio),
    cpuReadyPercent: readyPercent,
    cpuUsageMhz: usageMhz,
  };
}

function annotationOf(slot: Slot, stream: RandomStream): string {
  const notes = ["", `${slot.tier.service.application}`, "Requested through the service desk"];
  return stream.chance(0.5) ? "" : pick(stream, notes);
}

/** What every VM has unless something says otherwise. Its lists are shared: replace, never push. */
export const PLAIN_VM = {
  moRef: "",
  template: false,
  srmPlaceholder: false,
  connectionState: "connected",
  configStatus: "green",
  consolidationNeeded: false,
  cpuHotAdd: false,
  memoryHotAdd: false,
  cpuReservationMhz: 0,
  memoryReservationMib: 0,
  memoryLimitMib: -1,
  balloonedMib: 0,
  swappedMib: 0,
  secureBoot: false,
  latencySensitivity: "normal",
  faultToleranceState: "notConfigured",
  fixedPassthroughHotPlug: false,
  changedBlockTracking: true,
  clusterRule: null,
  clusterRuleName: null,
  cluster: "",
  host: "",
  folderId: "",
  resourcePool: "",
  repeatedRows: 0,
  snapshots: [],
  media: { connected: false, startsConnected: false, deviceType: "Remote device" },
  usbDevices: [],
} satisfies Partial<EstateVm>;
