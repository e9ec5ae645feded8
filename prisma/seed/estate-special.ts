import { namedStream } from "@/lib/engine/random";
import { padded, uuid } from "./draw";
import type { NetworkPlan } from "./estate-networks";
import { type Placeable, type Placement, putDisk } from "./estate-placement";
import type { EstateVm } from "./estate-types";
import { newDisk, newNic, PLAIN_VM, TOOLS_CURRENT } from "./estate-vm";
import { OS } from "./operating-systems";

const DAY_MS = 86_400_000;
const MIB_PER_GIB = 1024;

/** vSphere Cluster Services runs up to three agents in a cluster (vSphere 7.0 U1 and later). */
const VCLS_AGENTS_PER_CLUSTER = 3;

interface SpecialVm {
  name: string;
  site: "icn1" | "pus1";
  kind: "template" | "srmPlaceholder" | "appliance";
  os: string;
  cpus: number;
  memoryGib: number;
  diskGib: readonly number[];
  annotation: string;
}

function template(name: string, os: string): SpecialVm {
  const shape = { cpus: 2, memoryGib: 4, diskGib: [60] };
  return { name, site: "icn1", kind: "template", os, ...shape, annotation: "Base image" };
}

function placeholder(name: string, os: string): SpecialVm {
  const shape = { cpus: 4, memoryGib: 16, diskGib: [] };
  const annotation = "Placeholder of a protected virtual machine";
  return { name, site: "pus1", kind: "srmPlaceholder", os, ...shape, annotation };
}

function appliance(
  name: string,
  os: string,
  shape: Pick<SpecialVm, "cpus" | "memoryGib" | "diskGib">,
  annotation: string,
): SpecialVm {
  return { name, site: "icn1", kind: "appliance", os, ...shape, annotation };
}

/** Templates, SRM placeholders and appliances: in every export, and never migrated. */
const SPECIAL_VMS: readonly SpecialVm[] = [
  template("tmpl-win2019", OS.windows2019),
  template("tmpl-win2022", OS.windows2022),
  template("tmpl-rhel8", OS.rhel8),
  template("tmpl-rhel9", OS.rhel9),
  template("tmpl-ubuntu2204", OS.ubuntu),
  template("tmpl-win10-vdi", OS.windows10),
  placeholder("pus1-dr-bill-db-01", OS.oracle8),
  placeholder("pus1-dr-bill-db-02", OS.oracle8),
  placeholder("pus1-dr-erp-db-01", OS.sles15),
  placeholder("pus1-dr-portal-db-01", OS.windows2019),
  appliance(
    "icn1-vcenter-01",
    OS.photon,
    { cpus: 8, memoryGib: 30, diskGib: [50, 100, 25, 100] },
    "VMware vCenter Server Appliance",
  ),
  appliance(
    "icn1-hcx-connector-01",
    OS.otherLinux,
    { cpus: 4, memoryGib: 12, diskGib: [60] },
    "VMware HCX Connector",
  ),
  appliance(
    "pilot-mesh-IX-I1",
    OS.otherLinux,
    { cpus: 8, memoryGib: 6, diskGib: [2] },
    "VMware HCX Interconnect appliance",
  ),
  appliance(
    "pilot-mesh-NE-I1",
    OS.otherLinux,
    { cpus: 8, memoryGib: 3, diskGib: [2] },
    "VMware HCX Network Extension appliance",
  ),
];

/** How many VMs `buildSpecialVms` makes. */
export const SPECIAL_VM_COUNT = SPECIAL_VMS.length;

export function buildSpecialVms(
  seed: number,
  exportedAtMs: number,
  plan: NetworkPlan,
): Placeable[] {
  return SPECIAL_VMS.map((special) => {
    const stream = namedStream(seed, "vm", special.name);
    const running = special.kind === "appliance";
    const purpose = special.kind === "appliance" ? "appliances" : "staging";
    const { site } = special;
    const attachment = plan.attach(`${site}-dvs-01`, site.toUpperCase(), purpose);
    const memoryMib = special.memoryGib * MIB_PER_GIB;
    const vm: EstateVm = {
      ...PLAIN_VM,
      name: special.name,
      instanceUuid: uuid(stream, "5003"),
      smbiosUuid: uuid(stream, "4203"),
      application: special.kind,
      tier: "",
      environment: "infrastructure",
      template: special.kind === "template",
      srmPlaceholder: special.kind === "srmPlaceholder",
      ...power(running, exportedAtMs, memoryMib),
      createdAtMs: exportedAtMs - Math.round(stream.between(100, 900) * DAY_MS),
      cpus: special.cpus,
      coresPerSocket: 1,
      memoryMib,
      osConfigured: special.os,
      osRunning: running ? special.os : null,
      dnsName: running ? `${special.name.toLowerCase()}.corp.example` : null,
      firmware: "bios",
      hardwareVersion: 15,
      enableUuid: false,
      datacenter: site.toUpperCase(),
      folder: `/${site.toUpperCase()}/infrastructure/${special.kind}`,
      annotation: special.annotation,
      backupPolicy: "none",
      disks: special.diskGib.map((gib, index) => newDisk(stream, index, gib * MIB_PER_GIB)),
      nics: [newNic(plan, 0, attachment.portGroup, running ? [attachment.address] : [])],
      partitions: [],
    };
    return { vm, site, clusterClass: "prod" };
  });
}

function power(running: boolean, exportedAtMs: number, memoryMib: number) {
  return {
    powerState: running ? "poweredOn" : "poweredOff",
    heartbeat: running ? "green" : "gray",
    poweredOnAtMs: running ? exportedAtMs - 90 * DAY_MS : null,
    activeMemoryMib: running ? Math.round(memoryMib / 5) : 0,
    consumedMemoryMib: running ? memoryMib : 0,
    cpuReadyPercent: running ? 0.4 : 0,
    cpuUsageMhz: running ? 900 : 0,
    tools: {
      status: running ? "toolsOk" : "toolsNotRunning",
      version: TOOLS_CURRENT,
      requiredVersion: TOOLS_CURRENT,
    },
  } as const;
}

/** The names of the clusters whose ESXi runs vSphere Cluster Services, three times each. */
export function vclsSites(placement: Placement): string[] {
  const modern = placement.clusters.filter((cluster) =>
    placement.hosts.some(
      (host) => host.cluster === cluster.name && / [78]\./.test(host.esxVersion),
    ),
  );
  return modern.flatMap((cluster) => new Array<string>(VCLS_AGENTS_PER_CLUSTER).fill(cluster.name));
}

/** A vSphere Cluster Services agent: no network, no Tools heartbeat worth the name, kept by vCenter. */
export function buildVclsVm(
  seed: number,
  exportedAtMs: number,
  placement: Placement,
  clusterName: string,
  number: number,
): EstateVm {
  const stream = namedStream(seed, "vcls", clusterName, padded(number));
  const hosts = placement.hosts.filter((host) => host.cluster === clusterName);
  const host = hosts[number % hosts.length];
  const cluster = placement.clusters.find((candidate) => candidate.name === clusterName);
  if (host === undefined || cluster === undefined) throw new RangeError("no such cluster");
  const instanceUuid = uuid(stream, "5003");
  const disk = newDisk(stream, 0, 2 * MIB_PER_GIB);
  const vm: EstateVm = {
    ...PLAIN_VM,
    name: `vCLS-${uuid(stream)}`,
    instanceUuid,
    smbiosUuid: uuid(stream, "4203"),
    application: "vCLS",
    tier: "",
    environment: "infrastructure",
    ...power(true, exportedAtMs, 128),
    createdAtMs: exportedAtMs - 200 * DAY_MS,
    cpus: 1,
    coresPerSocket: 1,
    memoryMib: 128,
    osConfigured: OS.otherLinux,
    osRunning: OS.otherLinux,
    dnsName: null,
    firmware: "efi",
    hardwareVersion: 11,
    enableUuid: false,
    datacenter: cluster.datacenter,
    cluster: clusterName,
    host: host.name,
    resourcePool: `/${cluster.datacenter}/${clusterName}/Resources`,
    folder: `/${cluster.datacenter}/vCLS`,
    annotation:
      "vSphere Cluster Service VM is deployed from an OVA with a minimal installed profile",
    backupPolicy: "none",
    disks: [disk],
    nics: [],
    partitions: [],
  };
  putDisk(vm, disk, 0, cluster.datastores[0] ?? host.localDatastore);
  return vm;
}
