import type { Cells, SheetRows } from "./estate-of-headers";

/**
 * For every rule: rows on which it must find something, and rows near them on which it must not. Values
 * are written as RVTools and re-saved files write them. Only tests import this.
 */
export type RuleCase = {
  /** Each alone is a finding. */
  fires: readonly SheetRows[];
  /** None of these is. The ordinary estate is tried as well unless `ordinaryFires`. */
  quiet?: readonly SheetRows[];
  ordinaryFires?: true;
  /** A finding when the export lacks these. */
  firesWithoutColumns?: readonly string[];
  /** Columns that say the same under another name, and that go when the rule's columns go. */
  saidAgainBy?: readonly string[];
  /** No export that is known states it, so that it can only be "not evaluated". */
  neverEvaluated?: true;
};

export const MIB_PER_TIB = 1_048_576;
export const DISK_2: Cells = { Disk: "Hard disk 2", "Disk Key": "2001", "Disk UUID": "6000C291-2" };
export const VM_2: Cells = {
  VM: "app02",
  "VM ID": "vm-12",
  "VM UUID": "5021d6b4-7c8a-4f10-8e55-0123456789ac",
  "SMBIOS UUID": "42212222-7c8a-4f10-8e55-0123456789ac",
  "DNS Name": "app02.corp.example",
  "Primary IP Address": "10.20.0.12",
};
export const HOST_2: Cells = { Host: "esx02.corp.example" };

export const vm = (cells: Cells): SheetRows => ({ vInfo: [cells] });
export const disk = (cells: Cells): SheetRows => ({ vDisk: [cells] });
export const nic = (cells: Cells): SheetRows => ({ vNetwork: [cells] });
export const host = (cells: Cells): SheetRows => ({ vHost: [cells] });
export const os = (name: string): SheetRows =>
  vm({ "OS according to the configuration file": name, "OS according to the VMware Tools": name });
export const snapshot = (cells: Cells): SheetRows => ({ vSnapshot: [cells] });
export const tools = (status: string, power = "poweredOn"): SheetRows => ({
  vInfo: [{ Powerstate: power }],
  vTools: [{ Powerstate: power, Tools: status }],
});
export const distributed = (cells: Cells): SheetRows => ({ dvPort: [cells] });
export const partition = (cells: Cells): SheetRows => ({ vPartition: [cells] });
export const cluster = (cells: Cells): SheetRows => ({ vCluster: [cells] });
export const datastore = (cells: Cells): SheetRows => ({ vDatastore: [cells] });
export const standardSwitch: SheetRows = {
  vNetwork: [{ Network: "VM Network", Switch: "vSwitch0" }],
  vPort: [{ "Port Group": "VM Network" }],
};

export function disks(count: number): Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    Disk: `Hard disk ${index + 1}`,
    "Disk Key": String(2_000 + index),
    "Disk UUID": `6000C291-${index}`,
  }));
}

export function nics(count: number): Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    "NIC label": `Network adapter ${index + 1}`,
    "Mac Address": `00:50:56:aa:00:0${index}`,
  }));
}

/** RVTools writes the version on vInfo and, as `vmx-NN`, on vTools. */
export function hardware(version: string | number): SheetRows {
  return { vInfo: [{ "HW version": version }], vTools: [{ "VM Version": version }] };
}

/** The one VM under another name, on every sheet that could name it. */
export function onlyVm(name: string): SheetRows {
  const sheets = [
    "vInfo",
    "vCPU",
    "vMemory",
    "vDisk",
    "vPartition",
    "vNetwork",
    "vCD",
    "vUSB",
    "vTools",
  ];
  return Object.fromEntries(sheets.map((sheet) => [sheet, [{ VM: name }]]));
}
