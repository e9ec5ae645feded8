import type { InventoryPortGroup } from "@/lib/inventory/schema";
import { maskSecrets } from "../redaction/mask-secrets";
import { drop, type Estate, type SheetTally } from "./estate";
import type { SheetColumns } from "./header";
import {
  DV_PORT,
  DV_SWITCH,
  V_CLUSTER,
  V_DATASTORE,
  V_HEALTH,
  V_HOST,
  V_PORT,
  V_RP,
  V_SC_VMK,
  V_SWITCH,
} from "./infrastructure-columns";
import type { RowValues } from "./row-values";

/** Reads a row; answers why it was not kept, or null. */
type InfrastructureRowReader = (row: RowValues, estate: Estate) => "duplicate" | "blank" | null;

/** Health messages are kept up to this many: a broken storage array writes one a file. */
const MAX_HEALTH = 20_000;

function readHost(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_HOST.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  const vcenterUuid = row.text(S.vcenterUuid);
  const key = estate.scopedKey(vcenterUuid, name);
  if (estate.hosts.has(key)) return "duplicate";
  estate.hosts.set(key, {
    name,
    vcenterUuid,
    datacenter: row.text(S.datacenter),
    cluster: row.text(S.cluster),
    vendor: row.text(S.vendor),
    model: row.text(S.model),
    cpuModel: row.text(S.cpuModel),
    cpuSockets: row.number(S.cpuSockets),
    coresPerSocket: row.number(S.coresPerSocket),
    cores: row.number(S.cores),
    speedMhz: row.number(S.speedMhz),
    hyperThreadingActive: row.flag(S.hyperThreadingActive),
    memoryMib: row.number(S.memoryMib),
    cpuUsagePercent: row.number(S.cpuUsagePercent),
    memoryUsagePercent: row.number(S.memoryUsagePercent),
    esxVersion: row.text(S.esxVersion),
    currentEvcMode: row.text(S.currentEvcMode),
    maximumEvcMode: row.text(S.maximumEvcMode),
    inMaintenanceMode: row.flag(S.inMaintenanceMode),
    ntpRunning: row.flag(S.ntpRunning),
    certificateExpiresAt: row.date(S.certificateExpiresAt),
    biosDate: row.date(S.biosDate),
    vmCount: row.number(S.vmCountTotal) ?? row.number(S.vmCount),
  });
  return null;
}

function readCluster(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_CLUSTER.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  const vcenterUuid = row.text(S.vcenterUuid);
  const datacenter = row.text(S.datacenter);
  const key = estate.scopedKey(vcenterUuid, name, datacenter);
  if (estate.clusters.has(key)) return "duplicate";
  estate.clusters.set(key, {
    name,
    vcenterUuid,
    datacenter,
    hostCount: row.number(S.hostCount),
    haEnabled: row.flag(S.haEnabled),
    drsEnabled: row.flag(S.drsEnabled),
    admissionControlEnabled: row.flag(S.admissionControlEnabled),
    failoverLevel: row.number(S.failoverLevel),
  });
  return null;
}

function readDatastore(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_DATASTORE.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  const vcenterUuid = row.text(S.vcenterUuid);
  const key = estate.scopedKey(vcenterUuid, name);
  if (estate.datastores.has(key)) return "duplicate";
  estate.datastores.set(key, {
    name,
    vcenterUuid,
    type: row.text(S.type),
    capacityMib: row.number(S.capacityMib),
    provisionedMib: row.number(S.provisionedMib),
    inUseMib: row.number(S.inUseMib),
    freeMib: row.number(S.freeMib),
    accessible: row.flag(S.accessible),
    hostCount: row.number(S.hostCount),
    version: row.text(S.version) ?? row.text(S.majorVersion),
  });
  return null;
}

/** A standard port group stands on every host; it is one network and is kept once. */
function readStandardPort(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_PORT.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  return addPortGroup(estate, {
    name,
    vcenterUuid: row.text(S.vcenterUuid),
    switchName: row.text(S.switchName),
    switchKind: "standard",
    vlan: row.text(S.vlan),
    isUplink: false,
    promiscuous: row.flag(S.promiscuous),
    macChanges: row.flag(S.macChanges),
    forgedTransmits: row.flag(S.forgedTransmits),
    binding: null,
    blocked: null,
    hasVmkernel: false,
  });
}

/** vSphere names the uplink group of a distributed switch `<switch>-DVUplinks-<number>`; it trunks 0-4094. */
const UPLINK_NAME = /-DVUplinks-\d+$/i;

function readDistributedPort(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = DV_PORT.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  return addPortGroup(estate, {
    name,
    vcenterUuid: row.text(S.vcenterUuid),
    switchName: row.text(S.switchName),
    switchKind: "distributed",
    vlan: row.text(S.vlan),
    isUplink: UPLINK_NAME.test(name),
    promiscuous: row.flag(S.promiscuous),
    macChanges: row.flag(S.macChanges),
    forgedTransmits: row.flag(S.forgedTransmits),
    binding: row.text(S.binding),
    blocked: row.flag(S.blocked),
    hasVmkernel: false,
  });
}

function addPortGroup(estate: Estate, portGroup: InventoryPortGroup): "duplicate" | null {
  const { vcenterUuid, switchKind, name, vlan } = portGroup;
  const switchName = switchKind === "distributed" ? portGroup.switchName : null;
  const key = estate.scopedKey(vcenterUuid, switchKind, switchName, name, vlan);
  if (estate.portGroups.has(key)) return "duplicate";
  estate.portGroups.set(key, portGroup);
  return null;
}

function readVmkernel(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_SC_VMK.slots;
  const name = row.text(S.portGroup);
  if (name === null) return "blank";
  estate.vmkernelPortGroups.add(estate.scopedKey(row.text(S.vcenterUuid), name));
  return null;
}

function readHealth(row: RowValues, estate: Estate): "duplicate" | "blank" | null {
  const S = V_HEALTH.slots;
  if (estate.health.length >= MAX_HEALTH) return "duplicate";
  const message = row.text(S.message);
  estate.health.push({
    name: row.text(S.name),
    message: message === null ? null : maskSecrets(message).text,
    kind: row.text(S.kind),
  });
  return null;
}

/** The sheets about everything but VMs, in the order in which they are read. */
export const INFRASTRUCTURE_SHEETS: readonly {
  columns: SheetColumns;
  read: InfrastructureRowReader;
}[] = [
  { columns: V_HOST, read: readHost },
  { columns: V_CLUSTER, read: readCluster },
  { columns: V_DATASTORE, read: readDatastore },
  { columns: V_PORT, read: readStandardPort },
  { columns: DV_PORT, read: readDistributedPort },
  { columns: V_SC_VMK, read: readVmkernel },
  { columns: V_HEALTH, read: readHealth },
  { columns: V_SWITCH, read: () => null },
  { columns: DV_SWITCH, read: () => null },
  { columns: V_RP, read: () => null },
];

export function readInfrastructureRow(
  row: RowValues,
  estate: Estate,
  tally: SheetTally,
  read: InfrastructureRowReader,
): void {
  const reason = read(row, estate);
  if (reason === null) tally.rowsKept += 1;
  else drop(tally, reason);
}
