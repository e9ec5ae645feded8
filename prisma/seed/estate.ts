import { namedStream } from "@/lib/engine/random";
import { uuid } from "./draw";
import { addSpecialPortGroups, NetworkPlan } from "./estate-networks";
import { type Placeable, type Placement, placeVms } from "./estate-placement";
import { plantProblems } from "./estate-problems";
import { planSlots } from "./estate-slots";
import { buildSpecialVms, buildVclsVm, SPECIAL_VM_COUNT, vclsSites } from "./estate-special";
import type {
  Estate,
  EstateDatastore,
  EstatePortGroup,
  EstateSwitch,
  EstateVm,
} from "./estate-types";
import { buildVm } from "./estate-vm";
import { STANDARD_PORT_GROUP, STANDARD_SWITCH } from "./problems-network";

export interface EstateOptions {
  /** Any whole number of 0 or more; the same options give the same estate. */
  seed?: number;
  /** VMs of every kind together, templates and vCLS agents included. */
  vmCount?: number;
  /** The moment of the export; every date of the estate lies before it. */
  exportedAtIso: string;
}

/** The demo project's estate. */
export const DEMO_VM_COUNT = 800;
export const DEMO_SEED = 20_250;
/** Fewer VMs would not leave one for every kind of problem. */
const LEAST_VM_COUNT = 100;
const DAY_MS = 86_400_000;
const LOCAL_DATASTORE_MIB = 900 * 1024;

/**
 * Generates an estate of exactly `vmCount` VMs, the same for the same options.
 * @throws RangeError for fewer than 100 VMs or a date that is none
 */
export function generateEstate(options: EstateOptions): Estate {
  const { seed = DEMO_SEED, vmCount = DEMO_VM_COUNT, exportedAtIso } = options;
  const exportedAtMs = Date.parse(exportedAtIso);
  if (Number.isNaN(exportedAtMs)) throw new RangeError(`${exportedAtIso} is not a date`);
  if (vmCount < LEAST_VM_COUNT) throw new RangeError(`an estate has ${LEAST_VM_COUNT} VMs or more`);
  const networks = new NetworkPlan();
  const switches = buildSwitches(seed, exportedAtMs);
  for (const distributed of switches) addSpecialPortGroups(networks, distributed);
  const { ordinary, special, placement } = placeEstate(seed, vmCount, exportedAtMs, networks);
  const problems = plantProblems(
    ordinary,
    { seed, vmCount },
    { exportedAtMs, networks, placement },
  );
  const vms = [...ordinary, ...special];
  numberVms(vms);
  return {
    seed,
    exportedAtMs,
    vcenter: {
      uuid: uuid(namedStream(seed, "vcenter")),
      name: "icn1-vcenter-01.corp.example",
      version: "8.0.2",
      build: "22617221",
    },
    vms,
    hosts: placement.hosts,
    clusters: placement.clusters,
    datastores: [...placement.datastores, ...localDatastores(placement)],
    portGroups: [...networks.portGroups, ...standardPortGroups(switches)],
    switches,
    problems,
  };
}

/** vCLS agents take the place of the last development VMs, so that the total stays what was asked for. */
function placeEstate(seed: number, vmCount: number, exportedAtMs: number, networks: NetworkPlan) {
  const slots = planSlots(vmCount - SPECIAL_VM_COUNT);
  const items = slots.map((slot): Placeable => {
    const { site, clusterClass } = slot.application;
    return { vm: buildVm(slot, seed, exportedAtMs, networks), site, clusterClass };
  });
  const specialItems = buildSpecialVms(seed, exportedAtMs, networks);
  const placement = placeVms([...items, ...specialItems], seed, exportedAtMs);
  const agents = vclsSites(placement).map((cluster, index) =>
    buildVclsVm(seed, exportedAtMs, placement, cluster, index % 3),
  );
  const ordinary = items.slice(0, items.length - agents.length).map((item) => item.vm);
  const special = [...specialItems.map((item) => item.vm), ...agents];
  return { ordinary, special, placement };
}

/** vCenter's own identifiers, in the order of creation as far as anybody can tell. */
function numberVms(vms: readonly EstateVm[]): void {
  const folders = new Map<string, string>();
  for (const [index, vm] of vms.entries()) {
    vm.moRef = `vm-${1001 + index}`;
    const folderId = folders.get(vm.folder) ?? `group-v${501 + folders.size}`;
    folders.set(vm.folder, folderId);
    vm.folderId = folderId;
  }
}

function buildSwitches(seed: number, exportedAtMs: number): EstateSwitch[] {
  return ["icn1", "pus1"].map((site) => ({
    name: `${site}-dvs-01`,
    datacenter: site.toUpperCase(),
    version: "7.0.3",
    createdAtMs: exportedAtMs - 1500 * DAY_MS,
    uuid: uuid(namedStream(seed, "switch", site)),
  }));
}

/** Every host has a standard switch; most of the estate has left it. */
function standardPortGroups(switches: readonly EstateSwitch[]): EstatePortGroup[] {
  return switches.map(({ datacenter }) => ({
    name: STANDARD_PORT_GROUP,
    switchName: STANDARD_SWITCH,
    datacenter,
    kind: "standard",
    vlan: "0",
    networkPrefix: null,
    type: "earlyBinding",
    uplink: false,
    promiscuous: false,
    objectId: "",
  }));
}

function localDatastores(placement: Placement): EstateDatastore[] {
  return placement.hosts.map((host, index) => ({
    name: host.localDatastore,
    type: "VMFS",
    address: `local.${host.serialNumber}`,
    capacityMib: LOCAL_DATASTORE_MIB,
    clusters: [host.cluster],
    hosts: [host.name],
    majorVersion: host.esxVersion.includes(" 6.0") ? 5 : 6,
    objectId: `datastore-${90_001 + index}`,
  }));
}
