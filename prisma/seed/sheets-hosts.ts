import { NO_TOTALS, type Totals, totalsBy } from "./estate-totals";
import type { Estate, EstateDatastore, EstateHost } from "./estate-types";
import {
  type Cell,
  type Column,
  column,
  constants,
  dateColumn,
  type Sheet,
  sheetOf,
  vcenterColumns,
  word,
} from "./sheet-model";

type HostRow = { host: EstateHost; totals: Totals };

function cores(host: EstateHost): number {
  return host.cpuSockets * host.coresPerSocket;
}

function hostHardwareColumns(): Column<HostRow>[] {
  return [
    column("Host", ({ host }) => host.name),
    column("Datacenter", ({ host }) => host.datacenter),
    column("Cluster", ({ host }) => host.cluster),
    ...constants({
      "Config status": "green",
      "Compliance Check State": null,
      "in Maintenance Mode": "False",
      "in Quarantine Mode": "False",
      "vSAN Fault Domain Name": null,
    }),
    column("CPU Model", ({ host }) => host.cpuModel),
    column("Speed", ({ host }) => host.speedMhz),
    ...constants({ "HT Available": "True", "HT Active": "True" }),
    column("# CPU", ({ host }) => host.cpuSockets),
    column("Cores per CPU", ({ host }) => host.coresPerSocket),
    column("# Cores", ({ host }) => cores(host)),
    column("CPU usage %", ({ host }) => host.cpuUsagePercent),
    column("# Memory", ({ host }) => host.memoryMib),
    ...constants({ "Memory Tiering Type": "noTiering" }),
    column("Memory usage %", ({ host }) => host.memoryUsagePercent),
    ...constants({ Console: 0, "# NICs": 4, "# HBAs": 2 }),
  ];
}

function hostLoadColumns(): Column<HostRow>[] {
  return [
    column("# VMs total", ({ totals }) => totals.vms),
    column("# VMs", ({ totals }) => totals.poweredOnVms),
    column("VMs per Core", ({ host, totals }) => totals.poweredOnVms / cores(host)),
    column("# vCPUs", ({ totals }) => totals.vcpus),
    column("vCPUs per Core", ({ host, totals }) => totals.vcpus / cores(host)),
    column("vRAM", ({ totals }) => totals.memoryMib),
    column("VM Used memory", ({ totals }) => totals.consumedMemoryMib),
    column("VM Memory Swapped", ({ totals }) => totals.swappedMib),
    column("VM Memory Ballooned", ({ totals }) => totals.balloonedMib),
    ...constants({ "VMotion support": "True", "Storage VMotion support": "True" }),
  ];
}

function hostSystemColumns(evcModes: Map<string, string>): Column<HostRow>[] {
  return [
    column("Current EVC", ({ host }) => evcModes.get(host.cluster) || null),
    column("Max EVC", ({ host }) => host.maximumEvcMode),
    ...constants({
      "Assigned License(s)": "VMware vSphere 8 Enterprise Plus",
      "ATS Heartbeat": 1,
      "ATS Locking": 1,
      "Current CPU power man. policy": "Balanced",
      "Supported CPU power man.": "ACPI C-states",
      "Host Power Policy": "dynamic",
    }),
    column("ESX Version", ({ host }) => host.esxVersion),
    dateColumn("Boot time", ({ host }) => host.bootedAtMs),
    ...constants({
      "DNS Servers": "10.16.0.11, 10.16.0.12",
      DHCP: "False",
      Domain: "corp.example",
      "DNS Search Order": "corp.example",
    }),
    column("NTP Server(s)", ({ host }) => (host.ntpRunning ? "10.16.0.13" : null)),
    column("NTPD running", ({ host }) => word(host.ntpRunning)),
    ...constants({ "Time Zone": "UTC", "Time Zone Name": "UTC", "GMT Offset": 0 }),
    column("Vendor", ({ host }) => host.vendor),
    column("Model", ({ host }) => host.model),
    column("Serial number", ({ host }) => host.serialNumber),
    column("Service tag", ({ host }) => host.serialNumber),
    ...constants({ "OEM specific string": null }),
    column("BIOS Vendor", ({ host }) => host.vendor),
    column("BIOS Version", ({ host }) => host.biosVersion),
    dateColumn("BIOS Date", ({ host }) => host.biosDateMs),
    column("Object ID", ({ host }) => host.objectId),
    ...constants({ "AutoDeploy.MachineIdentity": null }),
    column("UUID", ({ host }) => host.uuid),
  ];
}

export function vHost(estate: Estate): Sheet {
  const totals = totalsBy(estate, (vm) => vm.host);
  const evcModes = new Map(estate.clusters.map((cluster) => [cluster.name, cluster.evcMode]));
  const columns: Column<HostRow>[] = [
    ...hostHardwareColumns(),
    ...hostLoadColumns(),
    ...hostSystemColumns(evcModes),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vHost", columns, () =>
    estate.hosts.map((host) => ({ host, totals: totals.get(host.name) ?? NO_TOTALS })),
  );
}

export function vDatastore(estate: Estate): Sheet {
  const totals = totalsBy(estate, (vm) => vm.disks[0]?.datastore ?? "");
  type Row = { datastore: EstateDatastore; totals: Totals; inUseMib: number };
  const free = (row: Row) => row.datastore.capacityMib - row.inUseMib;
  const columns: Column<Row>[] = [
    column("Name", ({ datastore }) => datastore.name),
    ...constants({ "Config status": "green" }),
    column("Address", ({ datastore }) => datastore.address),
    ...constants({ Accessible: "True" }),
    column("Type", ({ datastore }) => datastore.type),
    column("# VMs total", (row) => row.totals.vms),
    column("# VMs", (row) => row.totals.poweredOnVms),
    column("Capacity MiB", ({ datastore }) => datastore.capacityMib),
    column("Provisioned MiB", (row) => row.totals.provisionedMib),
    column("In Use MiB", (row) => row.inUseMib),
    column("Free MiB", free),
    column("Free %", (row) => Math.floor((100 * free(row)) / row.datastore.capacityMib)),
    ...constants({ "SIOC enabled": "False", "SIOC Threshold": 30 }),
    column("# Hosts", ({ datastore }) => datastore.hosts.length),
    column("Hosts", ({ datastore }) => datastore.hosts.join(", ")),
    ...constants({ "Cluster name": null, "Cluster capacity MiB": 0, "Cluster free space MiB": 0 }),
    ...constants({ "Block size": 1, "Max Blocks": 67_108_864, "# Extents": 1 }),
    column("Major Version", ({ datastore }) => datastore.majorVersion),
    column("Version", ({ datastore }) => versionOf(datastore)),
    column("VMFS Upgradeable", ({ datastore }) => word(datastore.majorVersion === 5)),
    column("MHA", ({ datastore }) => word(datastore.hosts.length > 1)),
    column("URL", ({ datastore }) => `ds:///vmfs/volumes/${datastore.objectId}/`),
    column("Object ID", ({ datastore }) => datastore.objectId),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vDatastore", columns, () =>
    estate.datastores.map((datastore) => {
      const own = totals.get(datastore.name) ?? NO_TOTALS;
      // A thin datastore may promise more than it has, but never holds more.
      const inUseMib = Math.min(own.inUseMib, Math.round(datastore.capacityMib * 0.97));
      return { datastore, totals: own, inUseMib };
    }),
  );
}

function versionOf(datastore: EstateDatastore): Cell {
  if (datastore.majorVersion === null) return null;
  return datastore.majorVersion === 5 ? "5.61" : "6.82";
}
