import type { ColumnCoverage } from "../column-coverage";
import { sheetColumns } from "../rvtools/header";

/**
 * Sheets of Live Optics' VMware collector (Dell: Optical Prime VMware Excel field definitions). Its column `vCenter`
 * is the version of the vCenter Server, never its name. Older exports say MB where newer ones say MiB.
 */

const PLACE = {
  host: ["Host", "text", "Host Name", "Host-Name"],
  datacenter: ["Datacenter", "text"],
  cluster: ["Cluster", "text"],
} as const;

/** What names the VM of a row on every sheet about VMs. */
const VM = {
  name: ["VM Name", "text", "Guest VM Name"],
  mobId: ["MOB ID", "text"],
  instanceUuid: ["InstanceUUID", "text", "Instance UUID"],
  ...PLACE,
} as const;

export const VMS = sheetColumns(
  "VMs",
  {
    ...VM,
    powerState: ["Power State", "text"],
    running: ["IsRunning", "flag"],
    os: ["VM OS", "text"],
    cpus: ["Virtual CPU", "number", "Virtual CPUs"],
    memoryMib: ["Provisioned Memory (MiB)", "mib"],
    activeMemoryMib: ["Used Memory (active) (MiB)", "mib"],
    consumedMemoryMib: ["Consumed Memory (MiB)", "mib"],
    guestCapacityMib: ["Guest VM Disk Capacity (MiB)", "mib"],
    guestUsedMib: ["Guest VM Disk Used (MiB)", "mib"],
    diskSizeMib: ["Virtual Disk Size (MiB)", "mib"],
    diskUsedMib: ["Virtual Disk Used (MiB)", "mib"],
    toolsVersion: ["VMware Tools Version", "text"],
    connectionState: ["Connection State", "text"],
    template: ["Template", "flag"],
    srmPlaceholder: ["SRM Placeholder", "flag"],
    vcenterVersion: ["vCenter", "text"],
    uuid: ["UUID", "text"],
    dnsName: ["Guest Hostname", "text"],
    ip1: ["Guest IP1", "text"],
    ip2: ["Guest IP2", "text"],
    ip3: ["Guest IP3", "text"],
    ip4: ["Guest IP4", "text"],
    createdAt: ["Date Provisioned", "date"],
  },
  [
    "Disks",
    "NICs",
    "Datastore",
    "Boot Time",
    "Unshared (MiB)",
    "Guest VM % Occupancy",
    "Provisioned Memory (Bytes)",
    "Used Memory (active) (Bytes)",
    "Consumed Memory (Bytes)",
    "Image Backup",
  ],
);

/** Peaks and averages over the collection, a week by default. */
export const VM_PERFORMANCE = sheetColumns(
  "VM Performance",
  {
    ...VM,
    cpuPeakPercent: ["Peak vCPU %", "number", "Peak CPU %"],
    cpuAveragePercent: ["Average vCPU %", "number", "Avg vCPU %", "Average CPU %"],
    cpu95Percent: ["95% vCPU %", "number", "95th Percentile vCPU %", "95th Percentile CPU %"],
    memoryPeakPercent: ["Peak Memory %", "number"],
    memoryAveragePercent: ["Avg Memory %", "number", "Average Memory %"],
    memory95Percent: ["95% Memory %", "number", "95th Percentile Memory %"],
    memoryPeakMib: ["Peak Memory (MiB)", "mib"],
    memoryAverageMib: ["Avg Memory (MiB)", "mib", "Average Memory (MiB)"],
  },
  [
    "IsRunning",
    "vCenter",
    "VM IO Classification",
    "Peak vCPU (GHz)",
    "Average vCPU (GHz)",
    "% of vCPU",
    "% of Memory",
    "% of KB/sec",
    "% of IOPS",
    "Peak IOPS",
    "Average IOPS",
    "95% IOPS",
    "Max KB/sec",
    "Average KB/sec",
    "Peak Latency",
    ...["Peak", "Avg"].flatMap((what) =>
      ["Read", "Write"].flatMap((way) => [
        `${what} ${way} Latency`,
        `${what} ${way} IOPS`,
        `${what} ${way} MB/s`,
      ]),
    ),
  ],
);

/** Partitions as the guest sees them, whatever the sheet's name says. */
export const VM_DISKS = sheetColumns(
  "VM Disks",
  {
    ...VM,
    path: ["Disk", "text"],
    capacityMib: ["Capacity (MiB)", "mib"],
    usedMib: ["Used (MiB)", "mib"],
    freeMib: ["Free (MiB)", "mib"],
  },
  ["IsRunning", "vCenter", "% Used", "% Free"],
);

export const ESX_HOSTS = sheetColumns(
  "ESX Hosts",
  {
    name: ["Host Name", "text", "Host-Name", "Host"],
    datacenter: PLACE.datacenter,
    cluster: PLACE.cluster,
    vcenterVersion: ["vCenter", "text"],
    esxVersion: ["OS", "text"],
    vendor: ["Manufacturer", "text"],
    model: ["Model", "text"],
    cpuModel: ["CPU Description", "text"],
    cpuSockets: ["CPU Sockets", "number"],
    cores: ["CPU Cores", "number"],
    threads: ["CPU Threads", "number"],
    speedGhz: ["CPU Clock Speed (GHz)", "number"],
    memoryMib: ["Memory (MiB)", "mib"],
    vmCount: ["Guest VM Count", "number"],
  },
  [
    "Net Clock Speed (GHz)",
    "Boot Time",
    "Config Status",
    "Serial No",
    "Serial No.",
    "Number of NICs",
    "Number of HBAs",
    "Local Capacity (GiB)",
    "IP1",
    "IP2",
    "IP3",
    "IP4",
  ],
);

export const ESX_PERFORMANCE = sheetColumns(
  "ESX Performance",
  {
    name: ["Host", "text", "Host Name"],
    cpuAveragePercent: ["Average CPU %", "number"],
    memoryAveragePercent: ["Average Memory %", "number"],
  },
  [
    "Datacenter",
    "Cluster",
    "Peak CPU %",
    "Peak CPU (GHz)",
    "Average CPU (GHz)",
    "95th Percentile CPU (GHz)",
    "Peak Memory %",
    "Peak Memory (MiB)",
    "Average Memory (MiB)",
    "Peak IOPS",
    "Average IOPS",
    "95% IOPS",
    "Peak Throughput MB/s",
    "Avg Throughput MB/s",
  ],
);

/** Datastores as each host sees them: a shared one stands there once a host. */
export const HOST_DEVICES = sheetColumns(
  "Host Devices",
  {
    name: ["Device Name", "text"],
    host: ["Server Name", "text", "Host", "Host Name"],
    deviceType: ["Device Type", "text"],
    lunType: ["Lun Type", "text"],
    capacityMib: ["Capacity (GiB)", "gib"],
    usedMib: ["Used Capacity (GiB)", "gib"],
    freeMib: ["Free Capacity (GiB)", "gib"],
  },
  ["Cluster", "Datacenter", "VM Count", "Vendor", "Model", "SCSI Level", "vStorageSupport"],
);

export const CUSTOM_ATTRIBUTES = sheetColumns(
  "Custom Attributes",
  {
    ...VM,
    attribute: ["Custom Attribute", "text"],
    content: ["Custom Content", "text"],
  },
  ["vCenter"],
);

/** Whether these are the sheets of Live Optics' VMware collector. */
export function isLiveOptics(sheets: readonly string[]): boolean {
  const names = new Set(sheets.map((sheet) => sheet.trim().toLowerCase()));
  return (
    names.has("vms") &&
    ["details", "esx hosts", "vm performance", "vm disks"].some((name) => names.has(name))
  );
}

/** What the columns of each sheet fill, by the RVTools columns that readiness rules ask for. */
export const LIVE_OPTICS_COVERAGE: Readonly<Record<string, ColumnCoverage>> = {
  VMs: {
    "VM Name": [["vInfo", "VM"]],
    "Power State": [["vInfo", "Powerstate"]],
    "VM OS": [["vInfo", "OS according to the configuration file"]],
    "Virtual CPU": [["vInfo", "CPUs"]],
    "Provisioned Memory (MiB)": [["vInfo", "Memory"]],
    "Used Memory (active) (MiB)": [["vInfo", "Active Memory"]],
    "Consumed Memory (MiB)": [["vMemory", "Consumed"]],
    "Virtual Disk Size (MiB)": [["vInfo", "Provisioned MiB"]],
    "Virtual Disk Used (MiB)": [["vInfo", "In Use MiB"]],
    "Connection State": [["vInfo", "Connection state"]],
    "VMware Tools Version": [["vTools", "Tools Version"]],
    Template: [["vInfo", "Template"]],
    "Guest Hostname": [["vInfo", "DNS Name"]],
    "Guest IP1": [
      ["vInfo", "Primary IP Address"],
      ["vNetwork", "IPv4 Address"],
    ],
    "Date Provisioned": [["vInfo", "Creation date"]],
    Host: [["vInfo", "Host"]],
    Cluster: [["vInfo", "Cluster"]],
    vCenter: [["vSource", "Product version"]],
  },
  "VM Disks": {
    Disk: [["vPartition", "Disk"]],
    "Capacity (MiB)": [["vPartition", "Capacity MiB"]],
    "Used (MiB)": [["vPartition", "Consumed MiB"]],
    "Free (MiB)": [["vPartition", "Free MiB"]],
  },
  "ESX Hosts": {
    "Host Name": [["vHost", "Host"]],
    OS: [["vHost", "ESX Version"]],
    Cluster: [["vHost", "Cluster"]],
    "CPU Description": [["vHost", "CPU Model"]],
    "CPU Cores": [["vHost", "# Cores"]],
    "CPU Sockets": [["vHost", "# CPU"]],
    "Memory (MiB)": [["vHost", "# Memory"]],
    Manufacturer: [["vHost", "Vendor"]],
    Model: [["vHost", "Model"]],
    vCenter: [["vSource", "Product version"]],
  },
  "Host Devices": {
    "Device Name": [["vDatastore", "Name"]],
    "Capacity (GiB)": [["vDatastore", "Capacity MiB"]],
    "Server Name": [["vDatastore", "# Hosts"]],
  },
};
