import type { InventoryDatastore } from "@/lib/inventory/schema";
import type { Estate } from "../rvtools/estate";
import type { RowValues } from "../rvtools/row-values";
import { ESX_HOSTS, ESX_PERFORMANCE, HOST_DEVICES } from "./columns";

/** Why a row was not kept; null for one that was. */
type Refusal = "blank" | "duplicate" | null;

export function readHost(row: RowValues, estate: Estate): Refusal {
  const S = ESX_HOSTS.slots;
  const name = row.text(S.name);
  if (name === null) return "blank";
  const key = estate.scopedKey(null, name);
  if (estate.hosts.has(key)) return "duplicate";
  const cpuSockets = row.number(S.cpuSockets);
  const cores = row.number(S.cores);
  const threads = row.number(S.threads);
  const speedGhz = row.number(S.speedGhz);
  estate.hosts.set(key, {
    name,
    vcenterUuid: null,
    datacenter: row.text(S.datacenter),
    cluster: row.text(S.cluster),
    vendor: row.text(S.vendor),
    model: row.text(S.model),
    cpuModel: row.text(S.cpuModel),
    cpuSockets,
    coresPerSocket: cores === null || !cpuSockets ? null : cores / cpuSockets,
    cores,
    speedMhz: speedGhz === null ? null : speedGhz * 1000,
    hyperThreadingActive: threads === null || cores === null ? null : threads > cores,
    memoryMib: row.number(S.memoryMib),
    cpuUsagePercent: null,
    memoryUsagePercent: null,
    esxVersion: row.text(S.esxVersion),
    currentEvcMode: null,
    maximumEvcMode: null,
    inMaintenanceMode: null,
    ntpRunning: null,
    certificateExpiresAt: null,
    biosDate: null,
    vmCount: row.number(S.vmCount),
  });
  return null;
}

export function readHostPerformance(row: RowValues, estate: Estate): Refusal {
  const S = ESX_PERFORMANCE.slots;
  const name = row.text(S.name);
  const host = name === null ? undefined : estate.hosts.get(estate.scopedKey(null, name));
  if (host === undefined) return "blank";
  host.cpuUsagePercent = row.number(S.cpuAveragePercent);
  host.memoryUsagePercent = row.number(S.memoryAveragePercent);
  return null;
}

/**
 * Each host lists the datastores that it mounts: a shared one (device type `Cluster`) is one datastore of several
 * hosts, a local one is its host's own even where another host has one of the same name.
 */
export function readDevice(row: RowValues, estate: Estate, hostsOf: HostsOfDatastores): Refusal {
  const S = HOST_DEVICES.slots;
  const name = row.text(S.name);
  const lunType = row.text(S.lunType)?.toLowerCase() ?? "disk";
  if (name === null || lunType !== "disk") return "blank";
  const host = row.text(S.host);
  const isLocal = row.text(S.deviceType)?.toLowerCase() === "local";
  const key = estate.scopedKey(null, name, isLocal ? host : null);
  const known = estate.datastores.get(key);
  const datastore = known ?? datastoreOf(row, name);
  if (known === undefined) estate.datastores.set(key, datastore);
  if (host !== null) {
    const hosts = hostsOf.get(datastore) ?? new Set<string>();
    hosts.add(host);
    hostsOf.set(datastore, hosts);
    datastore.hostCount = hosts.size;
  }
  return known === undefined ? null : "duplicate";
}

export type HostsOfDatastores = Map<InventoryDatastore, Set<string>>;

function datastoreOf(row: RowValues, name: string): InventoryDatastore {
  const S = HOST_DEVICES.slots;
  return {
    name,
    vcenterUuid: null,
    type: null,
    capacityMib: row.number(S.capacityMib),
    provisionedMib: null,
    inUseMib: row.number(S.usedMib),
    freeMib: row.number(S.freeMib),
    accessible: null,
    hostCount: null,
    version: null,
  };
}
