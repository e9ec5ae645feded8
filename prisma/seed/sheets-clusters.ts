import { NO_TOTALS, type Totals, totalsBy } from "./estate-totals";
import type { Estate, EstateCluster, EstateHost } from "./estate-types";
import {
  type Column,
  column,
  constants,
  type Sheet,
  sheetOf,
  vcenterColumns,
  word,
} from "./sheet-model";

function cores(host: EstateHost): number {
  return host.cpuSockets * host.coresPerSocket;
}

type ClusterRow = { cluster: EstateCluster; hosts: EstateHost[]; totals: Totals };

function clusterRows(estate: Estate): ClusterRow[] {
  const totals = totalsBy(estate, (vm) => vm.cluster);
  return estate.clusters.map((cluster) => ({
    cluster,
    hosts: estate.hosts.filter((host) => host.cluster === cluster.name),
    totals: totals.get(cluster.name) ?? NO_TOTALS,
  }));
}

function sum(hosts: readonly EstateHost[], value: (host: EstateHost) => number): number {
  return hosts.reduce((total, host) => total + value(host), 0);
}

export function vCluster(estate: Estate): Sheet {
  const columns: Column<ClusterRow>[] = [
    column("Name", ({ cluster }) => cluster.name),
    ...constants({ "Config status": "green", OverallStatus: "green" }),
    column("NumHosts", ({ hosts }) => hosts.length),
    column("numEffectiveHosts", ({ hosts }) => hosts.length),
    column("TotalCpu", ({ hosts }) => sum(hosts, (host) => host.speedMhz * cores(host))),
    column("NumCpuCores", ({ hosts }) => sum(hosts, cores)),
    column("NumCpuThreads", ({ hosts }) => 2 * sum(hosts, cores)),
    column("Effective Cpu", ({ hosts }) => sum(hosts, (host) => host.speedMhz * cores(host))),
    column("TotalMemory", ({ hosts }) => sum(hosts, (host) => host.memoryMib)),
    column("Effective Memory", ({ hosts }) => sum(hosts, (host) => host.memoryMib)),
    column("Num VMotions", ({ totals }) => totals.vms * 11),
    column("HA enabled", ({ cluster }) => word(cluster.haEnabled)),
    ...constants({ "Failover Level": 1 }),
    column("AdmissionControlEnabled", ({ cluster }) => word(cluster.admissionControlEnabled)),
    ...constants({
      "Host monitoring": "enabled",
      "HB Datastore Candidate Policy": "allFeasibleDsWithUserPreference",
      "Isolation Response": "none",
      "Restart Priority": "medium",
      "Cluster Settings": "False",
      "Max Failures": 3,
      "Max Failure Window": -1,
      "Failure Interval": 30,
      "Min Up Time": 120,
      "VM Monitoring": "vmMonitoringDisabled",
    }),
    column("DRS enabled", ({ cluster }) => word(cluster.drsEnabled)),
    ...constants({
      "DRS default VM behavior": "fullyAutomated",
      "DRS vmotion rate": 3,
      "DPM enabled": "False",
      "DPM default behavior": "manual",
      "DPM Host Power Action Rate": 3,
    }),
    column("Object ID", ({ cluster }) => cluster.objectId),
    ...constants({ "com.vmware.vcenter.cluster.edrs.upgradeHostAdded": null }),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vCluster", columns, () => clusterRows(estate));
}

/** Resource pool figures that a pool without limits, reservations or load of its own shows. */
const POOL_MIDDLE = {
  "CPU limit": -1,
  "CPU overheadLimit": -1,
  "CPU reservation": 0,
  "CPU level": "normal",
  "CPU shares": 4000,
  "CPU expandableReservation": "True",
} as const;

const POOL_MEMORY = {
  "Mem limit": -1,
  "Mem overheadLimit": -1,
  "Mem reservation": 0,
  "Mem level": "normal",
  "Mem shares": 163_840,
  "Mem expandableReservation": "True",
} as const;

export function vRp(estate: Estate): Sheet {
  const blankColumns = (headers: readonly string[]) =>
    constants(Object.fromEntries(headers.map((header) => [header, 0])));
  const columns: Column<ClusterRow>[] = [
    ...constants({ "Resource Pool name": "Resources" }),
    column(
      "Resource Pool path",
      ({ cluster }) => `/${cluster.datacenter}/${cluster.name}/Resources`,
    ),
    ...constants({ Status: "green" }),
    column("# VMs total", ({ totals }) => totals.vms),
    column("# VMs", ({ totals }) => totals.poweredOnVms),
    column("# vCPUs", ({ totals }) => totals.vcpus),
    ...constants(POOL_MIDDLE),
    ...blankColumns(["CPU maxUsage", "CPU overallUsage", "CPU reservationUsed"]),
    ...blankColumns(["CPU reservationUsedForVm", "CPU unreservedForPool", "CPU unreservedForVm"]),
    column("Mem Configured", ({ totals }) => totals.memoryMib),
    ...constants(POOL_MEMORY),
    ...blankColumns(["Mem maxUsage", "Mem overallUsage", "Mem reservationUsed"]),
    ...blankColumns(["Mem reservationUsedForVm", "Mem unreservedForPool", "Mem unreservedForVm"]),
    ...blankColumns(["QS overallCpuDemand", "QS overallCpuUsage", "QS staticCpuEntitlement"]),
    ...blankColumns(["QS distributedCpuEntitlement"]),
    column("QS balloonedMemory", ({ totals }) => totals.balloonedMib),
    ...blankColumns(["QS compressedMemory", "QS consumedOverheadMemory"]),
    ...blankColumns(["QS distributedMemoryEntitlement", "QS guestMemoryUsage"]),
    column("QS hostMemoryUsage", ({ totals }) => totals.consumedMemoryMib),
    ...blankColumns(["QS overheadMemory", "QS privateMemory", "QS sharedMemory"]),
    ...blankColumns(["QS staticMemoryEntitlement"]),
    column("QS swappedMemory", ({ totals }) => totals.swappedMib),
    column("Object ID", ({ cluster }) => cluster.objectId.replace("domain-c", "resgroup-")),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vRP", columns, () => clusterRows(estate));
}
