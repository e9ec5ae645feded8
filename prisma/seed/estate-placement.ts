import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { ClusterClass } from "./application-model";
import { hex, padded, uuid } from "./draw";
import type { EstateCluster, EstateDatastore, EstateHost, EstateVm } from "./estate-types";
import { HARDWARE, type Hardware } from "./hardware";

const DAY_MS = 86_400_000;
/** Hosts a cluster holds before the next one is opened. */
const CLUSTER_HOSTS_MAX = 16;
/** How far a cluster is filled: vCPUs a core, and the part of memory that VMs may take. */
const VCPUS_PER_CORE = 4;
const MEMORY_FILL_RATIO = 0.8;
/** Capacity of one VMFS datastore, and how far it is filled with provisioned disks. */
const DATASTORE_CAPACITY_MIB = 16 * 1024 * 1024;
const DATASTORE_FILL_RATIO = 0.7;

export interface Placement {
  clusters: EstateCluster[];
  hosts: EstateHost[];
  datastores: EstateDatastore[];
  /** VMs by cluster name, in the order in which they were placed. */
  vmsByCluster: Map<string, EstateVm[]>;
}

export interface Placeable {
  vm: EstateVm;
  site: "icn1" | "pus1";
  clusterClass: ClusterClass;
}

/** Puts VMs onto as many clusters, hosts and datastores as they need, and tells each VM its place. */
export function placeVms(
  items: readonly Placeable[],
  seed: number,
  exportedAtMs: number,
): Placement {
  const groups = new Map<string, Placeable[]>();
  for (const item of items) {
    const key = `${item.site}-${item.clusterClass}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const placement: Placement = { clusters: [], hosts: [], datastores: [], vmsByCluster: new Map() };
  for (const [key, group] of groups) {
    const { site, clusterClass } = group[0] as Placeable;
    const models = HARDWARE[clusterClass];
    let rest = group.map((item) => item.vm);
    for (let number = 1; rest.length > 0; number += 1) {
      const hardware = models[(number - 1) % models.length] ?? models[0];
      const filled = vmsThatFit(rest, hardware);
      const name = `${key}-${padded(number)}`;
      const stream = namedStream(seed, "cluster", name);
      fillCluster(placement, { name, site, clusterClass, hardware }, rest.slice(0, filled), {
        stream,
        exportedAtMs,
      });
      rest = rest.slice(filled);
    }
  }
  return placement;
}

function hostsFor(vcpus: number, memoryMib: number, hardware: Hardware): number {
  const cores = hardware.cpuSockets * hardware.coresPerSocket;
  return Math.ceil(
    Math.max(
      vcpus / (cores * VCPUS_PER_CORE),
      memoryMib / (hardware.memoryMib * MEMORY_FILL_RATIO),
    ),
  );
}

/** At least one, so that a VM larger than a cluster still ends somewhere. */
function vmsThatFit(vms: readonly EstateVm[], hardware: Hardware): number {
  let vcpus = 0;
  let memoryMib = 0;
  for (const [index, vm] of vms.entries()) {
    vcpus += vm.cpus;
    memoryMib += vm.memoryMib;
    if (index > 0 && hostsFor(vcpus, memoryMib, hardware) > CLUSTER_HOSTS_MAX - 1) return index;
  }
  return vms.length;
}

interface ClusterPlan {
  name: string;
  site: "icn1" | "pus1";
  clusterClass: ClusterClass;
  hardware: Hardware;
}

function fillCluster(
  placement: Placement,
  plan: ClusterPlan,
  vms: EstateVm[],
  context: { stream: RandomStream; exportedAtMs: number },
): void {
  const { name, site, clusterClass, hardware } = plan;
  const datacenter = site.toUpperCase();
  const vcpus = vms.reduce((sum, vm) => sum + vm.cpus, 0);
  const memoryMib = vms.reduce((sum, vm) => sum + vm.memoryMib, 0);
  // One host to spare, and never fewer than vSphere HA makes sense with.
  const hostCount = Math.max(
    clusterClass === "lab" ? 2 : 3,
    hostsFor(vcpus, memoryMib, hardware) + 1,
  );
  const firstHost = placement.hosts.length;
  for (let index = 0; index < hostCount; index += 1) {
    placement.hosts.push(newHost(plan, index, firstHost + index, context));
  }
  const hosts = placement.hosts.slice(firstHost);
  const datastores = placeOnDatastores(placement, plan, vms, hosts, context.stream);
  placement.clusters.push({
    name,
    datacenter,
    haEnabled: clusterClass !== "lab",
    drsEnabled: clusterClass !== "lab" && clusterClass !== "legacy",
    admissionControlEnabled: clusterClass === "prod" || clusterClass === "sap",
    evcMode: clusterClass === "lab" ? "" : hardware.evcMode,
    switchName: `${site}-dvs-01`,
    datastores: datastores.map((datastore) => datastore.name),
    objectId: `domain-c${1001 + placement.clusters.length}`,
  });
  for (const [index, vm] of vms.entries()) {
    vm.cluster = name;
    vm.host = hosts[index % hosts.length]?.name ?? "";
    vm.resourcePool = `/${datacenter}/${name}/Resources`;
  }
  placement.vmsByCluster.set(name, vms);
}

function newHost(
  plan: ClusterPlan,
  index: number,
  number: number,
  context: { stream: RandomStream; exportedAtMs: number },
): EstateHost {
  const { stream, exportedAtMs } = context;
  const { evcMode, ...hardware } = plan.hardware;
  const name = `${plan.site}-${plan.clusterClass}${plan.name.slice(-2)}-esx${padded(index + 1)}`;
  const block = `${Math.floor(number / 200)}.${20 + (number % 200)}`;
  return {
    ...hardware,
    name: `${name}.corp.example`,
    datacenter: plan.site.toUpperCase(),
    cluster: plan.name,
    maximumEvcMode: evcMode,
    cpuUsagePercent: stream.int(12, 58),
    memoryUsagePercent: stream.int(40, 86),
    ntpRunning: plan.clusterClass !== "legacy",
    bootedAtMs: exportedAtMs - Math.round(stream.between(10, 400) * DAY_MS),
    biosVersion: `${stream.int(1, 2)}.${stream.int(10, 60)}`,
    biosDateMs: exportedAtMs - Math.round(stream.between(200, 1900) * DAY_MS),
    serialNumber: hex(stream, 7).toUpperCase(),
    managementIp: `10.16.${block}`,
    vmotionIp: `10.17.${block}`,
    localDatastore: `${name}-local`,
    objectId: `host-${2001 + number}`,
    uuid: uuid(stream, "4c4c"),
  };
}

function placeOnDatastores(
  placement: Placement,
  plan: ClusterPlan,
  vms: readonly EstateVm[],
  hosts: readonly EstateHost[],
  stream: RandomStream,
): EstateDatastore[] {
  const created: EstateDatastore[] = [];
  let filledMib = Number.POSITIVE_INFINITY;
  for (const vm of vms) {
    const neededMib = vm.disks.reduce((sum, disk) => sum + disk.capacityMib, 0);
    if (filledMib + neededMib > DATASTORE_CAPACITY_MIB * DATASTORE_FILL_RATIO) {
      created.push({
        name: `${plan.name}-ds${padded(created.length + 1)}`,
        type: "VMFS",
        address: `naa.600${hex(stream, 29)}`,
        capacityMib: DATASTORE_CAPACITY_MIB,
        clusters: [plan.name],
        hosts: hosts.map((host) => host.name),
        majorVersion: plan.clusterClass === "legacy" ? 5 : 6,
        objectId: `datastore-${3001 + placement.datastores.length + created.length}`,
      });
      filledMib = 0;
    }
    filledMib += neededMib;
    const datastore = created.at(-1)?.name ?? "";
    for (const [index, disk] of vm.disks.entries()) putDisk(vm, disk, index, datastore);
  }
  placement.datastores.push(...created);
  return created;
}

/** Puts one disk of a VM into the VM's folder on a datastore. */
export function putDisk(
  vm: EstateVm,
  disk: EstateVm["disks"][number],
  index: number,
  datastore: string,
): void {
  disk.datastore = datastore;
  disk.path = `[${datastore}] ${vm.name}/${vm.name}${index === 0 ? "" : `_${index}`}.vmdk`;
}
