import { describe, expect, test } from "vitest";
import { readBytes } from "../testing/read-one";
import { rowsOf, workbookOf, zipOf } from "../testing/workbook-of";

type Cell = string | number | boolean | null;
type Sheets = Record<string, readonly (readonly Cell[])[]>;

/** Headers as the VMware collector writes them (Dell: Optical Prime VMware Excel field definitions). */
const VMS = [
  "MOB ID",
  "VM Name",
  "Guest Hostname",
  "IsRunning",
  "Power State",
  "VM OS",
  "Virtual CPU",
  "Provisioned Memory (MiB)",
  "Used Memory (active) (MiB)",
  "Consumed Memory (MiB)",
  "Guest VM Disk Capacity (MiB)",
  "Guest VM Disk Used (MiB)",
  "Guest VM % Occupancy",
  "Virtual Disk Size (MiB)",
  "Virtual Disk Used (MiB)",
  "Unshared (MiB)",
  "Disks",
  "NICs",
  "VMware Tools Version",
  "Connection State",
  "Template",
  "vCenter",
  "UUID",
  "InstanceUUID",
  "Datastore",
  "Datacenter",
  "Host",
  "Cluster",
  "Guest IP1",
  "Guest IP2",
  "Boot Time",
  "Date Provisioned",
  " Image Backup",
];
const UUIDS = [1, 2, 3].map((n) => `5006000${n}-9806-d6d6-7e09-c0ae87309b4f`);
const VCENTER = "VMware vCenter Server 8.0.3 build-25197330";

function vmRow(mob: string, name: string, uuid: string, values: Record<string, Cell> = {}): Cell[] {
  const row: Record<string, Cell> = {
    "MOB ID": mob,
    "VM Name": name,
    "Power State": "poweredOn",
    "VM OS": "Microsoft Windows Server 2019 (64-bit)",
    "Virtual CPU": 4,
    "Provisioned Memory (MiB)": 8192,
    "Virtual Disk Size (MiB)": 102_400,
    "Virtual Disk Used (MiB)": 51_200,
    Template: "FALSE",
    vCenter: VCENTER,
    InstanceUUID: uuid,
    Datacenter: "DC1",
    Host: "esx-01",
    Cluster: "C1",
    ...values,
  };
  return VMS.map((header) => row[header] ?? null);
}

const SHEETS: Sheets = {
  Details: [
    ["Project ID", 1000001],
    ["Project Name", "Contoso"],
    ["Date", "2025-06-18 10:00:00"],
    ["Collector Build Version", "24.1.0"],
  ],
  "ESX Hosts": [
    [
      "Host Name",
      "Datacenter",
      "Cluster",
      "Manufacturer",
      "Model",
      "CPU Sockets",
      "CPU Cores",
      "CPU Threads",
      "CPU Description",
      "CPU Clock Speed (GHz)",
      "Net Clock Speed (GHz)",
      "Memory (KiB)",
      "OS",
      "vCenter",
      "Guest VM Count",
    ],
    [
      "esx-01",
      "DC1",
      "C1",
      "Dell",
      "R740",
      2,
      40,
      80,
      "Intel Xeon Gold 6248",
      2.5,
      100,
      536_870_912,
      "VMware ESXi 8.0.3",
      VCENTER,
      2,
    ],
  ],
  "ESX Performance": [
    ["Host", "Peak CPU %", "Average CPU %", "Peak Memory %", "Average Memory %"],
    ["esx-01", 80, 31, 90, 62],
  ],
  VMs: [
    VMS,
    vmRow("vm-1", "web-01", UUIDS[0] ?? "", {
      "Guest Hostname": "web-01.contoso.local",
      "Guest IP1": "10.0.0.5",
      "Guest IP2": "fe80::1",
      "VMware Tools Version": "12389",
    }),
    // Another vCenter Server of the same project gives the same MOB ID to another VM.
    vmRow("vm-1", "app-01", UUIDS[1] ?? "", { Datacenter: "DC2", Host: "esx-09" }),
    vmRow("vm-3", "tmpl-01", UUIDS[2] ?? "", { Template: "TRUE", "Power State": "poweredOff" }),
  ],
  "VM Performance": [
    [
      "MOB ID",
      "VM Name",
      "Host",
      "Datacenter",
      "Cluster",
      "Peak vCPU %",
      "Average vCPU %",
      "Peak Memory %",
      "Avg Memory (MiB)",
      "Peak IOPS",
      "VM IO Classification",
    ],
    ["vm-1", "web-01", "esx-01", "DC1", "C1", 140, 20, 75, 2048, 900, "Standard"],
    ["vm-1", "app-01", "esx-09", "DC2", "C1", 50, 5, 30, 1024, 10, "Standard"],
  ],
  "VM Disks": [
    [
      "MOB ID",
      "VM Name",
      "InstanceUUID",
      "Disk",
      "Capacity (MiB)",
      "Used (MiB)",
      "Free (MiB)",
      "Host",
    ],
    ["vm-1", "web-01", UUIDS[0] ?? "", "C:\\", 60_000, 20_000, 40_000, "esx-01"],
    ["vm-1", "app-01", UUIDS[1] ?? "", "/", 30_000, 1_000, 29_000, "esx-09"],
  ],
  "Host Devices": [
    [
      "Server Name",
      "Device Name",
      "Device Type",
      "Lun Type",
      "Capacity (GiB)",
      "Used Capacity (GiB)",
      "Free Capacity (GiB)",
      "VM Count",
    ],
    ["esx-01", "ds-shared", "Cluster", "disk", 1000, 400, 600, 2],
    ["esx-02", "ds-shared", "Cluster", "disk", 1000, 400, 600, 2],
    ["esx-01", "local", "Local", "disk", 100, 10, 90, 0],
    ["esx-02", "local", "Local", "disk", 100, 10, 90, 0],
  ],
  "Custom Attributes": [
    ["Guest VM Name", "Custom Attribute", "Custom Content"],
    ["web-01", "Owner", "team-a"],
  ],
};

function workbook(sheets: Sheets): Buffer {
  const xml = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [name, rowsOf(rows)]),
  );
  return workbookOf({ sheets: xml });
}

function read(sheets: Sheets) {
  return readBytes("live_optics.xlsx", workbook(sheets));
}

describe("a Live Optics workbook", () => {
  test("gives VMs, hosts, datastores and custom attributes", async () => {
    const { inventory, confidence } = await read(SHEETS);
    expect(confidence).toMatchObject({ kind: "liveOptics", exportAgeDays: 1 });
    const [web, , template] = inventory?.vms ?? [];
    expect(inventory?.vms).toHaveLength(3);
    expect(web).toMatchObject({
      name: "web-01",
      moRef: "vm-1",
      cpus: 4,
      memoryMib: 8192,
      provisionedMib: 102_400,
      inUseMib: 51_200,
      dnsName: "web-01.contoso.local",
      primaryIpAddress: "10.0.0.5",
      customAttributes: { Owner: "team-a" },
    });
    expect(template).toMatchObject({ setAside: "template", powerState: "poweredOff" });
    expect(inventory?.hosts[0]).toMatchObject({
      name: "esx-01",
      cores: 40,
      coresPerSocket: 20,
      speedMhz: 2500,
      hyperThreadingActive: true,
      // 536,870,912 KiB / 1,024.
      memoryMib: 524_288,
      cpuUsagePercent: 31,
    });
    expect(
      inventory?.datastores.map((store) => [store.name, store.capacityMib, store.hostCount]),
    ).toEqual([
      ["ds-shared", 1_024_000, 2],
      ["local", 102_400, 1],
      ["local", 102_400, 1],
    ]);
  });

  test("takes the column vCenter for what it is: a version, and no name", async () => {
    const { inventory } = await read(SHEETS);
    expect(inventory?.vcenters).toEqual([
      {
        uuid: null,
        name: null,
        version: VCENTER,
        exportedAt: "2025-06-18T10:00:00",
        exporterVersion: "24.1.0",
      },
    ]);
  });

  test("tells VMs of two vCenter Servers apart where their MOB IDs do not", async () => {
    const { inventory } = await read(SHEETS);
    const [web, app] = inventory?.vms ?? [];
    expect(web?.partitions.map((partition) => partition.path)).toEqual(["C:\\"]);
    expect(app?.partitions.map((partition) => partition.path)).toEqual(["/"]);
    expect(app?.performance?.cpuRatio).toEqual({ max: 0.5, average: 0.05 });
  });

  test("keeps peaks and averages as what they are, and makes no percentile of them", async () => {
    const { inventory } = await read(SHEETS);
    // 2,048 of 8,192 MiB on average; a burst of 140 % is all that the VM has.
    expect(inventory?.vms[0]?.performance).toEqual({
      sampleCount: 0,
      coverageRatio: 0,
      startAt: null,
      endAt: null,
      cpuRatio: { max: 1, average: 0.2 },
      memoryRatio: { max: 0.75, average: 0.25 },
    });
    expect(inventory?.vms[2]?.performance).toBeNull();
  });

  test("is read under the older headers in MB, and from guest file systems where disks are not stated", async () => {
    const { inventory, confidence } = await read({
      Details: [["Project ID", 1]],
      VMs: [
        [
          "MOB ID",
          "VM Name",
          "Power State",
          "Virtual CPU",
          "Provisioned Memory (MB)",
          "Guest VM Disk Capacity (MB)",
          "Guest VM Disk Used (MB)",
        ],
        ["vm-1", "old-01", "poweredOn", 2, 4096, 50_000, 20_000],
      ],
    });
    expect(inventory?.vms[0]).toMatchObject({
      memoryMib: 4096,
      diskCapacityMib: 50_000,
      inUseMib: 20_000,
      provisionedMib: null,
    });
    expect(confidence.figures).toContainEqual({
      figure: "inUseMib",
      origin: "derived",
      how: "guestFileSystems",
      vmCount: 1,
    });
  });

  test("keeps VMs apart that share a MOB ID and have no UUID", async () => {
    const headers = ["MOB ID", "VM Name", "Datacenter", "Virtual CPU"];
    const { inventory } = await read({
      Details: [["Project ID", 1]],
      VMs: [headers, ["vm-1", "web-01", "DC1", 2], ["vm-1", "app-01", "DC2", 4]],
    });
    expect(inventory?.vms.map((vm) => vm.name)).toEqual(["web-01", "app-01"]);
  });

  test("is found in the zip that Live Optics gives, beside workbooks that are none of ours", async () => {
    const zip = zipOf({
      "LiveOptics_1000001_VMWARE.xlsx": workbook(SHEETS),
      "LiveOptics_1000001_AIR.xlsx": workbook({
        Summary: [
          ["Metric", "Value"],
          ["x", 1],
        ],
      }),
    });
    const { inventory, confidence } = await readBytes("lo.zip", zip);
    expect(inventory?.vms).toHaveLength(3);
    expect(confidence.notes).toContainEqual({
      code: "filesSkipped",
      severity: "info",
      count: 1,
      detail: { files: "LiveOptics_1000001_AIR.xlsx" },
    });
  });
});
