import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../byte-source";
import { readExport } from "../read-export";
import { headersOf, type Row, rvtoolsWorkbook, tableOf } from "../testing/rvtools-export";
import { rowsOf, workbookOf } from "../testing/workbook-of";

const OPTIONS = { nowIso: "2025-06-20T00:00:00Z" };
const NEWEST = "4.8-like synthetic CSV (xzitony)";
const NEW = "4.3.2.0";
const OLD = "3.x (mjvincent SizingWorkshop, trimmed)";
const VCENTER = "11111111-2222-3333-4444-555555555555";

/** Real exports lie beside the project where it is developed, and nowhere else. */
const SAMPLES = resolve(import.meta.dirname, "../../../../shared/samples");

async function read(bytes: Buffer, name = "export.xlsx") {
  const { inventory, confidence } = await readExport([sourceOfBytes(name, bytes)], OPTIONS);
  if (inventory === null) throw new Error("no inventory");
  const note = (code: string) => confidence.notes.find((found) => found.code === code);
  return { inventory, confidence, note };
}

const web: Row = {
  VM: "web-01",
  Powerstate: "poweredOn",
  Template: "False",
  CPUs: 2,
  Memory: 4096,
  "Provisioned MiB": 20_480,
  "In Use MiB": 10_240,
  Datacenter: "DC1",
  Cluster: "C1",
  Host: "esx-01",
  "VM ID": "vm-1",
  "VM UUID": "50061111-9806-d6d6-7e09-c0ae87309b4f",
  "VI SDK UUID": VCENTER,
};
const db: Row = {
  ...web,
  VM: "db-01",
  "VM ID": "vm-2",
  "VM UUID": "50062222-9806-d6d6-7e09-c0ae87309b4f",
};

describe("versions", () => {
  test("3.x in MB and 4.x in MiB mean the same: both count in 2^20", async () => {
    const old = await read(
      rvtoolsWorkbook(OLD, {
        vInfo: [
          { VM: "web-01", CPUs: 2, Memory: 4096, "Provisioned MB": 20_480, "In Use MB": 10_240 },
        ],
      }),
    );
    const newer = await read(rvtoolsWorkbook(NEW, { vInfo: [web] }));
    for (const { inventory } of [old, newer]) {
      expect(inventory.vms[0]).toMatchObject({
        memoryMib: 4096,
        provisionedMib: 20_480,
        inUseMib: 10_240,
      });
    }
    expect(old.note("noIdentity")).toMatchObject({ severity: "warning", count: 1 });
    expect(newer.note("noIdentity")).toBeUndefined();
  });

  test("VM UUID is the SMBIOS UUID up to 4.3.0 and the instance UUID since 4.3.1", async () => {
    // Neither vCenter's `50` nor an SMBIOS `42`/`564d` prefix: only the version can tell.
    const uuid = "9f8e7d6c-9806-d6d6-7e09-c0ae87309b4f";
    for (const [version, field] of [
      ["4.3.0.0", "smbiosUuid"],
      ["4.3.1.0", "instanceUuid"],
      ["4.10.0.0", "instanceUuid"],
    ]) {
      const { inventory } = await read(
        rvtoolsWorkbook(NEW, {
          vInfo: [{ ...web, "VM UUID": uuid }],
          vMetaData: [
            { "RVTools version": version ?? "", "xlsx creation datetime": "2025-06-18 10:00:00" },
          ],
        }),
      );
      expect(inventory.vms[0]).toMatchObject({ [field ?? ""]: uuid });
    }
  });

  test("4.4.1 adds total disk capacity, SMBIOS UUID, disk UUID and sharing mode", async () => {
    const disks = [
      "VM",
      "VM ID",
      "Disk",
      "Disk UUID",
      "Capacity MiB",
      "Sharing mode",
      "VI SDK UUID",
    ];
    const vInfo = tableOf(headersOf(NEWEST, "vInfo"), [
      {
        ...web,
        "Total disk capacity MiB": 30_720,
        "SMBIOS UUID": "4206aaaa-0000-0000-0000-000000000001",
      },
    ]);
    const { inventory } = await read(
      workbookOf({
        sheets: {
          vInfo: rowsOf(vInfo),
          vDisk: rowsOf([
            disks,
            ["web-01", "vm-1", "Hard disk 1", "6000c29a", 30_720, "sharingMultiWriter", VCENTER],
          ]),
        },
      }),
    );
    expect(inventory.vms[0]).toMatchObject({
      diskCapacityMib: 30_720,
      smbiosUuid: "4206aaaa-0000-0000-0000-000000000001",
      disks: [{ uuid: "6000c29a", sharingMode: "sharingMultiWriter" }],
      derived: {},
    });
  });

  test("DBColumnNames spell the same columns without blanks, behind the sheet's name", async () => {
    const { inventory, confidence } = await read(
      workbookOf({
        sheets: {
          vInfo: rowsOf([
            [
              "vInfoVMName",
              "vInfoUUID",
              "vInfoPowerstate",
              "vInfoTemplate",
              "vInfoGuestHostName",
              "vInfoCPUs",
              "vInfoMemory",
              "vInfoNICs",
              "vInfoNumVirtualDisks",
              "vInfoProvisioned",
              "vInfoInUse",
              "vInfoDataCenter",
              "vInfoCluster",
              "vInfoHost",
              "vInfoSRMPlaceHolder",
              "vInfoOSTools",
              "vInfoOS",
              "vInfoPrimaryIPAddress",
              "vInfoNetwork1",
              "vInfoCreateDate",
              "vInfoVISDKServer",
            ],
            [
              "web-01",
              "50061111-9806-d6d6-7e09-c0ae87309b4f",
              "poweredOn",
              "False",
              "web-01.contoso.local",
              2,
              4096,
              1,
              1,
              20_480,
              10_240,
              "DC1",
              "C1",
              "esx-01",
              "False",
              "Ubuntu Linux (64-bit)",
              "Other Linux (64-bit)",
              "10.0.0.5",
              "VLAN10",
              "2024/03/01 09:30:00",
              "vc01",
            ],
          ]),
          vHost: rowsOf([
            [
              "vHostName",
              "vHostDatacenter",
              "vHostCluster",
              "vHostCpuModel",
              "vHostCpuMhz",
              "vHostNumCpu",
              "vHostCoresPerCPU",
              "vHostNumCpuCores",
              "vHostOverallCpuUsage",
              "vHostMemorySize",
              "vHostOverallMemoryUsage",
              "vHostFullName",
            ],
            [
              "esx-01",
              "DC1",
              "C1",
              "Intel Xeon",
              2500,
              2,
              20,
              40,
              31,
              549_755_813_888,
              60,
              "VMware ESXi 8.0.3",
            ],
          ]),
          vPartition: rowsOf([
            [
              "vPartitionVMName",
              "vPartitionUUID",
              "vPartitionDisk",
              "vPartitionCapacityMiB",
              "vPartitionConsumedMiB",
            ],
            ["web-01", "50061111-9806-d6d6-7e09-c0ae87309b4f", "/", 20_000, 9_000],
          ]),
          vMemory: rowsOf([
            ["vMemoryVMName", "vMemorySizeMiB", "vMemoryReservation"],
            ["web-01", 4096, 1024],
          ]),
        },
      }),
    );
    expect(inventory.vms[0]).toMatchObject({
      name: "web-01",
      dnsName: "web-01.contoso.local",
      cpus: 2,
      memoryMib: 4096,
      provisionedMib: 20_480,
      osRunning: "Ubuntu Linux (64-bit)",
      osConfigured: "Other Linux (64-bit)",
      primaryIpAddress: "10.0.0.5",
      createdAt: "2024-03-01T09:30:00",
      memoryReservationMib: 1024,
      partitions: [{ path: "/", capacityMib: 20_000, consumedMib: 9_000 }],
      nics: [{ network: "VLAN10" }],
    });
    // 549,755,813,888 bytes are 512 GiB: these exports write bytes here.
    expect(inventory.hosts[0]).toMatchObject({
      cores: 40,
      speedMhz: 2500,
      memoryMib: 524_288,
      esxVersion: "VMware ESXi 8.0.3",
    });
    expect(confidence.sheets.flatMap((sheet) => sheet.unknownColumns)).toEqual([]);
  });
});

describe("cells", () => {
  test("in scientific notation, as percentages and as real booleans are what they say", async () => {
    const vInfo = tableOf(headersOf(NEWEST, "vInfo"), [
      {
        ...web,
        "In Use MiB": "3.125E-2",
        "Overall Cpu Readiness": "0%",
        Template: false,
        CBT: true,
      },
    ]);
    const vHost = tableOf(headersOf(NEW, "vHost"), [
      { Host: "esx-01", "CPU usage %": "37%", "Memory usage %": 0 },
    ]);
    const { inventory } = await read(
      workbookOf({ sheets: { vInfo: rowsOf(vInfo), vHost: rowsOf(vHost) } }),
    );
    expect(inventory.vms[0]).toMatchObject({
      inUseMib: 0.03125,
      cpuReadyPercent: 0,
      changedBlockTracking: true,
      setAside: null,
    });
    expect(inventory.hosts[0]).toMatchObject({ cpuUsagePercent: 37, memoryUsagePercent: 0 });
  });

  test("with dates are serials of either epoch or text in the file's order; an epoch is no date", async () => {
    // 45352.395833 is 2024-03-01 09:30 counted from 1900. From 1904 the same day is 1,462 days less.
    for (const [serial, date1904] of [
      [45_352 + 9.5 / 24, false],
      [43_890 + 9.5 / 24, true],
    ] as const) {
      const { inventory } = await read(
        rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": serial }] }, { date1904 }),
      );
      expect(inventory.vms[0]?.createdAt).toBe("2024-03-01T09:30:00");
    }
    const german = await read(
      rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": "01.03.2024 09:30:00" }] }),
    );
    expect(german.inventory.vms[0]?.createdAt).toBe("2024-03-01T09:30:00");
    // 3/4/2024 alone is ambiguous: 25/12/2023 in another row says that the day comes first.
    const british = await read(
      rvtoolsWorkbook(NEW, {
        vInfo: [
          { ...web, "Creation date": "3/4/2024" },
          { ...db, "Creation date": "25/12/2023 10:00:00" },
        ],
      }),
    );
    expect(british.inventory.vms.map((vm) => vm.createdAt)).toEqual([
      "2024-04-03T00:00:00",
      "2023-12-25T10:00:00",
    ]);
    const epoch = await read(
      rvtoolsWorkbook(NEW, { vInfo: [{ ...web, "Creation date": "1970/01/01 00:00:00" }] }),
    );
    expect(epoch.inventory.vms[0]?.createdAt).toBeNull();
    expect(epoch.note("suspiciousValue")).toMatchObject({
      count: 1,
      detail: { figure: "createdAt" },
    });
  });

  test("hold several addresses, an NSX switch, a range of VLANs or nothing", async () => {
    const nsx = "nsx.LogicalSwitch: 1f2e3d4c-0000-1111-2222-333344445555";
    const { inventory } = await read(
      rvtoolsWorkbook(NEW, {
        vInfo: [web],
        vNetwork: [
          {
            VM: "web-01",
            "VM ID": "vm-1",
            "NIC label": "Network adapter 1",
            Network: nsx,
            "IPv4 Address": "10.0.0.5",
            "IPv6 Address": "fe80::1, 2001:db8::5",
            "VI SDK UUID": VCENTER,
          },
        ],
        dvPort: [
          { Port: "dv-trunk", Switch: "dvs1", VLAN: "0-4094", "VI SDK UUID": VCENTER },
          { Port: "dv-access", Switch: "dvs1", VLAN: 120, "VI SDK UUID": VCENTER },
          { Port: "dv-blank", Switch: "dvs1", "VI SDK UUID": VCENTER },
        ],
      }),
    );
    expect(inventory.vms[0]?.nics[0]).toMatchObject({
      network: nsx,
      ipAddresses: ["10.0.0.5", "fe80::1", "2001:db8::5"],
    });
    expect(inventory.portGroups.map((group) => group.vlan)).toEqual(["0-4094", "120", null]);
  });

  test("of custom attributes are kept, and columns that nobody knows are listed", async () => {
    const headers = headersOf(NEW, "vInfo");
    const at = headers.indexOf("Datacenter");
    const wider = [
      ...headers.slice(0, at),
      "Backup status",
      "Last backup",
      ...headers.slice(at),
      "Zoom level",
    ];
    const { inventory, confidence } = await read(
      workbookOf({
        sheets: {
          vInfo: rowsOf(tableOf(wider, [{ ...web, "Backup status": "ok", "Zoom level": 3 }])),
        },
      }),
    );
    expect(inventory.vms[0]?.customAttributes).toEqual({ "Backup status": "ok" });
    expect(confidence.sheets[0]).toMatchObject({
      customAttributes: ["Backup status", "Last backup"],
      unknownColumns: ["Zoom level"],
    });
  });
});

describe("rows", () => {
  test("that are blank, formatted or repeat the header are passed over and counted", async () => {
    const blanks = Array.from(
      { length: 990 },
      (_, index) => `<row r="${index + 4}"><c r="A${index + 4}" s="0"/></row>`,
    );
    const header = [...headersOf(NEW, "vInfo"), " "];
    const rows = tableOf(header, [web, db]);
    const { inventory, confidence } = await read(
      workbookOf({
        sheets: {
          vInfo:
            rowsOf(rows) +
            blanks.join("") +
            rowsOf([header])
              .replaceAll('r="1"', 'r="994"')
              .replace(/r="([A-Z]+)1"/g, 'r="$1994"'),
        },
      }),
    );
    expect(inventory.vms.map((vm) => vm.name)).toEqual(["web-01", "db-01"]);
    expect(confidence.sheets[0]).toMatchObject({
      rowsRead: 993,
      rowsKept: 2,
      dropped: { blank: 990, repeatedHeader: 1 },
      unknownColumns: [],
    });
  });

  test("that repeat one VM are merged and counted once", async () => {
    const { inventory, confidence, note } = await read(
      rvtoolsWorkbook(NEW, { vInfo: [...Array.from({ length: 132 }, () => web), db] }),
    );
    expect(inventory.vms).toHaveLength(2);
    expect(note("duplicatesCollapsed")).toMatchObject({ count: 131 });
    expect(confidence.sheets[0]).toMatchObject({
      rowsRead: 133,
      rowsKept: 2,
      dropped: { duplicate: 131 },
    });
  });

  test("that are half empty give what they have, and the report says how many", async () => {
    const { inventory, note } = await read(
      rvtoolsWorkbook(NEW, { vInfo: [web, { VM: "husk-01" }] }),
    );
    expect(inventory.vms[1]).toMatchObject({
      name: "husk-01",
      cpus: null,
      memoryMib: null,
      powerState: "unknown",
    });
    expect(note("halfEmptyRows")).toMatchObject({ count: 1 });
  });

  test("that vInfo lacks and vCPU has are missed aloud", async () => {
    const cpu = (vm: Row) => ({
      VM: vm.VM ?? null,
      CPUs: 2,
      "VM ID": vm["VM ID"] ?? null,
      "VI SDK UUID": VCENTER,
    });
    const more = Array.from({ length: 5 }, (_, index) => ({
      ...web,
      VM: `x-${index}`,
      "VM ID": `vm-9${index}`,
    }));
    const { inventory, note, confidence } = await read(
      rvtoolsWorkbook(NEW, { vInfo: [web, db], vCPU: [web, db, ...more].map(cpu) }),
    );
    expect(inventory.vms).toHaveLength(2);
    expect(note("truncatedVInfo")).toMatchObject({ severity: "error", count: 5 });
    expect(confidence.sheets[1]).toMatchObject({
      sheet: "vCPU",
      rowsKept: 2,
      dropped: { noMatchingVm: 5 },
    });
  });
});

test("a sheet that was copied into a workbook of another name is known by its header", async () => {
  const { inventory, confidence } = await read(
    workbookOf({
      sheets: {
        Notes: rowsOf([["Prepared by", "J. Doe"]]),
        Sheet2: rowsOf(tableOf(headersOf(NEW, "vInfo"), [web, db])),
        Hosts: rowsOf(tableOf(headersOf(NEW, "vHost"), [{ Host: "esx-01", "# Cores": 40 }])),
      },
    }),
  );
  expect(inventory.vms).toHaveLength(2);
  expect(inventory.hosts).toHaveLength(1);
  expect(confidence.sheetsFound).toEqual(["Notes", "vInfo", "vHost"]);
});

test("a workbook of which no sheet is known ends with a code that says so", async () => {
  const bytes = workbookOf({
    sheets: {
      Budget: rowsOf([
        ["Item", "Cost"],
        ["Rack", 12],
      ]),
    },
  });
  await expect(read(bytes)).rejects.toMatchObject({ code: "noVInfo" });
});

describe.skipIf(!existsSync(SAMPLES))("real exports", () => {
  test("of 3.x give 805 VMs of 3,503 rows, 34 hosts, 10 templates and 42 powered off", async () => {
    const { inventory } = await read(readFileSync(resolve(SAMPLES, "SizingWorkshop-RVTools.xlsx")));
    expect(inventory.vms).toHaveLength(805);
    expect(inventory.hosts).toHaveLength(34);
    expect(inventory.vms.filter((vm) => vm.setAside === "template")).toHaveLength(10);
    expect(inventory.vms.filter((vm) => vm.powerState === "poweredOff")).toHaveLength(42);
  });

  test("re-saved by LibreOffice give 9 VMs of 999 physical rows", async () => {
    const { inventory, note } = await read(readFileSync(resolve(SAMPLES, "example1.xlsx")));
    expect(inventory.vms).toHaveLength(9);
    expect(note("resavedWorkbook")?.detail.application).toMatch(/LibreOffice/);
  });
});
