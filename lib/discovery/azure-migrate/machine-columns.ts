import type { ColumnCoverage } from "../column-coverage";
import { foldHeader, knownHeaders, sheetColumns } from "../rvtools/header";

/** The import template has room for 20 disks a server (Azure Migrate: server import, 2026-02-27). */
const MAX_DISKS = 20;

type DiskKey = `disk${number}SizeMib`;
const DISK_SIZES = Object.fromEntries(
  Array.from({ length: MAX_DISKS }, (_, index) => [
    `disk${index + 1}SizeMib`,
    [`Disk ${index + 1} size (In GiB)`, "gib", `Disk ${index + 1} size`],
  ]),
) as Record<DiskKey, readonly [string, "gib", string]>;

/** Throughput and operations per disk: Azure sizes managed disks by them, an AVS host's vSAN is not. */
const DISK_SPEEDS = Array.from({ length: MAX_DISKS }, (_, index) =>
  ["read", "write"].flatMap((way) => [
    `Disk ${index + 1} ${way} throughput (MB per second)`,
    `Disk ${index + 1} ${way} throughput`,
    `Disk ${index + 1} ${way} ops (operations per second)`,
    `Disk ${index + 1} ${way} ops`,
  ]),
).flat();

/**
 * Servers as Azure Migrate lists them: its import template ("*Server name"), the reports of its export tool
 * ("Machine Name") and the assessments exported from the portal ("Machine"). One row is one server in all of them.
 */
export const MACHINES = sheetColumns(
  "machines",
  {
    name: ["Server name", "text", "Machine Name", "Machine", "Display name"],
    cores: ["Cores", "number", "Number of cores"],
    memoryMib: ["Memory (In MiB)", "mib", "Memory (MiB)"],
    osName: ["OS name", "text", "Operating System"],
    osVersion: ["OS version", "text"],
    osArchitecture: ["OS architecture", "text"],
    serverType: ["Server type", "text"],
    hypervisor: ["Hypervisor", "text"],
    ipAddresses: ["IP addresses", "text", "IP address"],
    macAddresses: ["MAC addresses", "text", "MAC address"],
    bootType: ["Boot type", "text", "Firmware type"],
    powerState: ["Power Stats", "text", "Power status", "Power state"],
    vmHost: ["VM Host", "text"],
    storageMib: ["Storage (in GiB)", "gib", "Storage (GiB)"],
    storageInUseMib: [
      "Storage in use (In GiB)",
      "gib",
      "Total Storage In Use (in GiB)",
      "Storage Utilization (in GiB)",
    ],
    cpuPercent: ["CPU utilization percentage", "number", "CPU Utilization (in %)", "CPU usage(%)"],
    memoryPercent: [
      "Memory utilization percentage",
      "number",
      "Memory Utilization (in %)",
      "Memory usage(%)",
    ],
    diskNames: ["Disk Names", "text"],
    environment: ["Environment", "text"],
    groupName: ["Group Name", "text"],
    updatedAt: ["Last Updated Time", "date"],
    machineId: ["Machine ID", "text"],
    ...DISK_SIZES,
  },
  [
    ...DISK_SPEEDS,
    "Number of disks",
    "Total Disks",
    "Network adapters",
    "Number of network adapters",
    "Total Network Adapters",
    "Network In throughput",
    "Network Out throughput",
    "Network In throughput (MBps)",
    "Network Out throughput (MBps)",
    "Network in(MBPS)",
    "Network out(MBPS)",
    "Network in/out (in MBPS)",
    "Network in (in MBPS)",
    "Network out (in MBPS)",
    "Total disks read ops",
    "Total disks write ops",
    "Total disks read throughput",
    "Total disks write throughput",
    "Storage read throughput (MB per second)",
    "Storage write throughput (MB per second)",
    "Storage read ops (operations per second)",
    "Storage write ops (operations per second)",
    "Disk Read (in OPS)",
    "Disk Write (in OPS)",
    "Disk Read (in MBPS)",
    "Disk Write (in MBPS)",
    "Disk Read/Write (in OPS)",
    "Disk Read/Write (in MBPS)",
    "Disk read(ops/sec)",
    "Disk write(ops/sec)",
    "Disk read(MBPS)",
    "Disk write(MBPS)",
    "OS license",
    "Processor",
    "Support Status",
    "First Discovery Time",
    "Software Inventory Count",
    "SQL Discovery Server Count",
    "Is SQL Service Present",
    "Web Applications Count",
    "Azure VM Readiness",
    "Azure VM Readiness - Warnings",
    "Azure VMWare Solution Readiness",
    "Azure VMWare Solution Readiness - Warnings",
    "Azure readiness issues",
    "Data collection issues",
    "Recommended VM Size",
    "Recommended size",
    "Azure Disk Readiness",
    "Recommended Disk SKUs",
    ...["Standard HDD", "Standard SSD", "Premium", "Ultra"].flatMap((type) => [
      `${type} Disks`,
      `Monthly Storage Cost for ${type} Disks`,
    ]),
    ...["", " (Pay as you go)", " (Pay as you go + RI)", " (Pay as you go + AHUB)"].map(
      (offer) => `Monthly Compute Cost Estimate${offer}`,
    ),
    "Monthly Compute Cost Estimate (Pay as you go + AHUB + RI)",
    "Monthly Compute Cost Estimate (Pay as you go + ASP)",
    "Monthly Storage Cost Estimate",
    "Monthly Security Cost Estimate",
    "Monthly Azure Site Recovery Cost Estimate",
    "Monthly Azure Backup Cost Estimate",
    "Compute monthly cost estimate USD",
    "Storage monthly cost estimate USD",
  ],
);

/** Disks of assessed machines, on a sheet of their own in the portal's export. */
export const MACHINE_DISKS = sheetColumns(
  "disks",
  {
    machine: ["Machine", "text", "Machine Name", "Server name"],
    name: ["Disk name", "text"],
    sizeMib: ["Source disk size (GiB)", "gib", "Disk size (GiB)"],
  },
  [
    "Azure disk readiness",
    "Recommended disk size SKU",
    "Recommended disk type",
    "Redundancy",
    "Azure readiness issues",
    "Data collection issues",
    "Monthly cost estimate",
    "Target disk size(GB)",
    "Disk read(MBPS)",
    "Disk write(MBPS)",
    "Disk read(ops/sec)",
    "Disk write(ops/sec)",
    "Ultra disk provisioned IOPS (Operations/Sec)",
    "Ultra disk provisioned throughput (MBPS)",
    "Group name",
  ],
);

/** What the columns of a server fill, by the RVTools columns that readiness rules ask for. */
export const MACHINE_COVERAGE: ColumnCoverage = {
  "Server name": [["vInfo", "VM"]],
  Cores: [["vInfo", "CPUs"]],
  "Memory (In MiB)": [["vInfo", "Memory"]],
  "OS name": [["vInfo", "OS according to the configuration file"]],
  "IP addresses": [
    ["vInfo", "Primary IP Address"],
    ["vNetwork", "IPv4 Address"],
  ],
  "MAC addresses": [["vNetwork", "Mac Address"]],
  "Boot type": [["vInfo", "Firmware"]],
  "Power Stats": [["vInfo", "Powerstate"]],
  "VM Host": [["vInfo", "Host"]],
  "Storage (in GiB)": [["vInfo", "Provisioned MiB"]],
  "Storage in use (In GiB)": [["vInfo", "In Use MiB"]],
  "Disk 1 size (In GiB)": [["vDisk", "Capacity MiB"]],
  "Source disk size (GiB)": [["vDisk", "Capacity MiB"]],
};

/** Sheets of SQL instances and web applications name their machine too, but their rows are no servers. */
const OTHER_ROWS = ["sqlinstance", "webapplicationname", "diskname"];

/** Whether a header is that of servers: a name, and two things that only servers have. */
export function isMachineHeader(headers: readonly string[]): boolean {
  const folded = headers.filter((header) => header !== "").map(foldHeader);
  const has = (...names: string[]) => names.some((name) => folded.includes(name));
  if (!has("servername", "machinename", "machine") || has(...OTHER_ROWS)) return false;
  if (!has("cores", "osname", "operatingsystem")) return false;
  return knownHeaders(MACHINES, folded).fields >= 3;
}

export function isMachineDiskHeader(headers: readonly string[]): boolean {
  const folded = headers.map(foldHeader);
  return folded.includes("machine") && folded.includes("diskname");
}
