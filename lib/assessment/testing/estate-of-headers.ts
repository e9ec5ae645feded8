import { sourceOfBytes } from "@/lib/discovery/byte-source";
import { readExport } from "@/lib/discovery/read-export";
import { foldHeader } from "@/lib/discovery/rvtools/header";
import { rowsOf, workbookOf } from "@/lib/discovery/testing/workbook-of";
import headers from "./rvtools-headers.json";

/** Workbooks under headers that RVTools really writes, for tests of rules. Only tests import this. */

export type Cell = string | number | boolean | null;
/** Cells by header, in RVTools' newest spelling. */
export type Cells = Readonly<Record<string, Cell>>;
/** Rows by sheet; what a row leaves out is as in `ORDINARY`. An empty list is a sheet without rows. */
export type SheetRows = Readonly<Record<string, readonly Cells[]>>;

export type HeaderSet = Readonly<Record<string, readonly string[]>>;

/** Columns that newer versions write and that the header lists, taken from older files, do not have. */
const LATER_COLUMNS: HeaderSet = { vInfo: ["Encrypted"], vHost: ["Certificate Expiry Date"] };

function withLaterColumns(set: HeaderSet): HeaderSet {
  return Object.fromEntries(
    Object.entries(set).map(([sheet, columns]) => [
      sheet,
      [...columns, ...(LATER_COLUMNS[sheet] ?? [])],
    ]),
  );
}

/** Headers of real exports by RVTools version, blanks and spelling as they are. */
export const HEADER_SETS: Readonly<Record<string, HeaderSet>> = {
  "3.x": headers["3.x"],
  "4.1.4": headers["4.1.4"],
  newer: withLaterColumns(headers.newer),
};

const VCENTER = "7b2e8c1a-0d4f-4c55-9a61-3f0e5d9c2b70";
const ON_VM = {
  VM: "app01",
  Powerstate: "poweredOn",
  Template: "False",
  "SRM Placeholder": "False",
  Datacenter: "DC1",
  Cluster: "CL1",
  Host: "esx01.corp.example",
  "VM ID": "vm-11",
  "VM UUID": "5021d6b4-7c8a-4f10-8e55-0123456789ab",
  "VI SDK UUID": VCENTER,
} as const;

/** A VM with nothing to object to, on an estate with nothing to object to. */
const ORDINARY: Readonly<Record<string, Cells>> = {
  vInfo: {
    ...ON_VM,
    "Config status": "green",
    "DNS Name": "app01.corp.example",
    "Connection state": "connected",
    "Guest state": "running",
    Heartbeat: "green",
    "Consolidation Needed": "False",
    CPUs: 4,
    "Overall Cpu Readiness": 1,
    Memory: 8_192,
    "Active Memory": 2_048,
    NICs: 1,
    Disks: 1,
    "Total disk capacity MiB": 51_200,
    "Fixed Passthru HotPlug": "False",
    "min Required EVC Mode Key": "intel-broadwell",
    "Latency Sensitivity": "normal",
    EnableUUID: "False",
    CBT: "False",
    "Primary IP Address": "10.20.0.11",
    "FT State": "notConfigured",
    "Provisioned MiB": 51_200,
    "In Use MiB": 20_480,
    "Cluster rule(s)": null,
    "EFI Secure boot": "False",
    Encrypted: "False",
    Firmware: "efi",
    "HW version": "19",
    Annotation: "Billing, team Blue",
    "OS according to the configuration file": "Microsoft Windows Server 2022 (64-bit)",
    "OS according to the VMware Tools": "Microsoft Windows Server 2022 (64-bit)",
    "SMBIOS UUID": "42211111-7c8a-4f10-8e55-0123456789ab",
    "VI SDK Server": "vc01.corp.example",
  },
  vCPU: {
    ...ON_VM,
    CPUs: 4,
    Sockets: 1,
    "Cores p/s": 4,
    Reservation: 0,
    Limit: -1,
    "Hot Add": "False",
  },
  vMemory: {
    ...ON_VM,
    "Size MiB": 8_192,
    Consumed: 4_096,
    Swapped: 0,
    Ballooned: 0,
    Active: 2_048,
    Reservation: 0,
    Limit: -1,
    "Hot Add": "False",
  },
  vDisk: {
    ...ON_VM,
    Disk: "Hard disk 1",
    "Disk Key": "2000",
    "Disk UUID": "6000C291-0000-0000-0000-000000000001",
    "Disk Path": "[ds01] app01/app01.vmdk",
    Path: "[ds01] app01/app01.vmdk",
    "Capacity MiB": 51_200,
    Raw: "False",
    "Raw Comp. Mode": null,
    "Disk Mode": "persistent",
    "Sharing mode": "sharingNone",
    "Shared Bus": "noSharing",
    Thin: "True",
    Controller: "VMware paravirtual SCSI",
    "Unit #": 0,
  },
  vPartition: {
    ...ON_VM,
    Disk: "C:\\",
    "Disk Key": "2000",
    "Capacity MiB": 51_000,
    "Consumed MiB": 20_000,
    "Free MiB": 31_000,
    "Free %": 61,
  },
  vNetwork: {
    ...ON_VM,
    "NIC label": "Network adapter 1",
    Adapter: "Vmxnet3",
    Network: "VLAN-120-app",
    Switch: "dvSwitch01",
    Connected: "True",
    "Starts Connected": "True",
    "Mac Address": "00:50:56:aa:00:01",
    "IPv4 Address": "10.20.0.11",
    "IPv6 Address": null,
    "Direct Path IO": "False",
  },
  vCD: {
    ...ON_VM,
    "Device Node": "CD/DVD drive 1",
    Connected: "False",
    "Starts Connected": "False",
    "Device Type": "Client Device",
  },
  vUSB: { ...ON_VM, "Device Node": "USB 1", Connected: "False", "Device Type": "USB" },
  vSnapshot: {
    ...ON_VM,
    Name: "before patch",
    Description: "",
    "Date / time": "2025-06-15 08:00:00",
    "Size MiB (vmsn)": 1,
    "Size MiB (total)": 1_024,
  },
  vTools: {
    ...ON_VM,
    "VM Version": "vmx-19",
    Tools: "toolsOk",
    "Tools Version": "12352",
    Upgradeable: "No",
  },
  vSource: {
    Name: "VMware vCenter Server",
    Fullname: "VMware vCenter Server 8.0.2 build-22617221",
    "Product version": "8.0.2",
    "VI SDK UUID": VCENTER,
  },
  vCluster: {
    Name: "CL1",
    NumHosts: 4,
    "HA enabled": "True",
    "Failover Level": 1,
    AdmissionControlEnabled: "True",
    "DRS enabled": "True",
    "VI SDK UUID": VCENTER,
  },
  vHost: {
    Host: "esx01.corp.example",
    Datacenter: "DC1",
    Cluster: "CL1",
    "CPU Model": "Intel(R) Xeon(R) Gold 6140 CPU @ 2.30GHz",
    Speed: 2_300,
    "HT Active": "True",
    "# CPU": 2,
    "Cores per CPU": 18,
    "# Cores": 36,
    "CPU usage %": 20,
    "# Memory": 589_824,
    "Memory usage %": 40,
    "Current EVC": "intel-broadwell",
    "Max EVC": "intel-skylake",
    "ESX Version": "VMware ESXi 8.0.2 build-22380479",
    "NTPD running": "True",
    "BIOS Date": "2024-02-01 00:00:00",
    "Certificate Expiry Date": "2027-02-01 00:00:00",
    "VI SDK UUID": VCENTER,
  },
  vPort: {
    "Port Group": "Management Network",
    Switch: "vSwitch0",
    VLAN: 10,
    "Promiscuous Mode": "False",
    "Mac Changes": "False",
    "Forged Transmits": "False",
    "VI SDK UUID": VCENTER,
  },
  dvPort: {
    Port: "VLAN-120-app",
    Switch: "dvSwitch01",
    Type: "earlyBinding",
    VLAN: "120",
    Blocked: "False",
    "Allow Promiscuous": "False",
    "Mac Changes": "False",
    "Forged Transmits": "False",
    "VI SDK UUID": VCENTER,
  },
  vSC_VMK: {
    Host: "esx01.corp.example",
    "Port Group": "Management Network",
    Device: "vmk0",
    "VI SDK UUID": VCENTER,
  },
  vDatastore: {
    Name: "ds01",
    Accessible: "True",
    Type: "VMFS",
    "Capacity MiB": 4_194_304,
    "Provisioned MiB": 3_000_000,
    "In Use MiB": 2_000_000,
    "Free MiB": 2_194_304,
    "# Hosts": 4,
    "Major Version": 6,
    Version: "6.82",
    "VI SDK UUID": VCENTER,
  },
  vHealth: { Name: "app01", Message: "VM Tools are out of date", "Message type": "Tools" },
  vMetaData: {
    "RVTools major version": "4.6",
    "RVTools version": "4.6.1",
    "xlsx creation datetime": "2025-06-16 08:00:00",
    Server: "vc01.corp.example",
  },
};

/** Sheets that an estate without anything to object to leaves empty. */
const EMPTY_AT_FIRST = new Set(["vSnapshot"]);

export interface EstateOfHeaders {
  set: HeaderSet;
  rows?: SheetRows;
  /** The sheets to write beside vInfo and vMetaData and those of `rows`; every one unless told. */
  onlySheets?: readonly string[];
  /** Sheets that the export lacks. */
  withoutSheets?: readonly string[];
  /** Columns that the export lacks: `vDisk.Raw`. */
  withoutColumns?: readonly string[];
}

/** Whether the headers have the column, compared as the reader does. */
export function hasColumn(set: HeaderSet, sheet: string, column: string): boolean {
  return set[sheet]?.some((header) => foldHeader(header) === foldHeader(column)) ?? false;
}

/** Reads a workbook of ordinary rows, changed by `rows`, by the reader of every import. */
export async function readEstateOfHeaders(estate: EstateOfHeaders) {
  const { set, rows = {}, onlySheets, withoutSheets = [], withoutColumns = [] } = estate;
  const wanted = onlySheets && new Set(["vInfo", "vMetaData", ...onlySheets, ...Object.keys(rows)]);
  const pathOf = (sheet: string, header: string) => `${sheet}.${foldHeader(header)}`;
  const lacking = new Set(
    withoutColumns.map((path) =>
      pathOf(path.slice(0, path.indexOf(".")), path.slice(path.indexOf(".") + 1)),
    ),
  );
  const sheets: Record<string, string> = {};
  for (const [sheet, all] of Object.entries(set)) {
    if (withoutSheets.includes(sheet) || wanted?.has(sheet) === false) continue;
    const headers = all.filter((header) => !lacking.has(pathOf(sheet, header)));
    const changed = rows[sheet] ?? (EMPTY_AT_FIRST.has(sheet) ? [] : [{}]);
    const lines = changed.map((changes) => lineOf(headers, { ...ORDINARY[sheet], ...changes }));
    sheets[sheet] = rowsOf([headers, ...lines]);
  }
  const file = sourceOfBytes("RVTools_export_all_2025-06-16.xlsx", workbookOf({ sheets }));
  const { inventory, confidence } = await readExport([file], { nowIso: "2025-06-17T08:00:00Z" });
  if (inventory === null) throw new Error("a workbook with vInfo has an inventory");
  return { inventory, confidence };
}

function lineOf(headers: readonly string[], cells: Cells): Cell[] {
  const byFolded = new Map(Object.entries(cells).map(([name, cell]) => [foldHeader(name), cell]));
  return headers.map((header) => byFolded.get(foldHeader(header)) ?? null);
}
