import { describe, expect, test } from "vitest";
import { readBytes } from "../testing/read-one";
import { rowsOf, workbookOf } from "../testing/workbook-of";

type Cell = string | number | boolean | null;

function readSheets(sheets: Record<string, readonly (readonly Cell[])[]>) {
  const xml = Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [name, rowsOf(rows)]),
  );
  return readBytes("AzureMigrate_Discovery_Report.xlsx", workbookOf({ sheets: xml }));
}

/** Azure Migrate Export: DiscoveryReportConstants, with the storage that the newer version adds. */
const DISCOVERY = [
  "Machine Name",
  "Environment",
  "Software Inventory Count",
  "SQL Discovery Server Count",
  "Is SQL Service Present",
  "Web Applications Count",
  "Operating System",
  "Cores",
  "Memory (in MB)",
  "Total Disks",
  "IP Addresses",
  "MAC Addresses",
  "Total Network Adapters",
  "Boot Type",
  "Power Stats",
  "Support Status",
  "First Discovery Time",
  "Last Updated Time",
  "Machine ID",
  "Total Storage In Use (in GB)",
];
const SITE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.OffAzure/VMwareSites/site/machines";
const WEB_ID = `${SITE}/vc01_cfcc5a24-a40e-56b9-a6af-e206c9ca4f93_50063baa-9806-d6d6-7e09-c0ae87309b4f`;
const DB_ID = `${SITE}/vc01_cfcc5a24-a40e-56b9-a6af-e206c9ca4f93_50061111-9806-d6d6-7e09-c0ae87309b4f`;

const DISCOVERY_ROWS: Cell[][] = [
  DISCOVERY,
  [
    "web-01",
    "Prod",
    12,
    0,
    false,
    1,
    "Microsoft Windows Server 2019 (64-bit)",
    4,
    8192,
    2,
    "[10.1.1.1,2404:f800::1];[10.2.2.2];",
    "[00:50:56:86:00:01];[00:50:56:86:00:02];",
    2,
    "EFI",
    "ON",
    "Mainstream",
    "2025-05-01 08:00:00",
    "2025-06-18 06:30:00",
    WEB_ID,
    64,
  ],
  [
    "db-01",
    "Dev",
    -1,
    1,
    true,
    0,
    "Oracle Linux 8 (64-bit)",
    8,
    32768,
    -1,
    "-1",
    "-1",
    -1,
    "BIOS",
    "OFF",
    "-",
    "",
    "2025-06-17 06:30:00",
    DB_ID,
    -1,
  ],
];

describe("reports of Azure Migrate's export tool", () => {
  test("read the discovery report with its lists, and -1 as not collected", async () => {
    const { inventory, confidence } = await readSheets({
      Properties: [
        ["Tenant ID", "t"],
        ["Workflow", "Discovery"],
      ],
      Discovery_Report: DISCOVERY_ROWS,
      vCenter_Host_Report: [
        ["vCenters", "Hosts"],
        ["vc01", "12"],
      ],
    });
    const [web, db] = inventory?.vms ?? [];
    expect(confidence).toMatchObject({ kind: "azureMigrateReport", exportAgeDays: 1 });
    expect(web).toMatchObject({
      key: "iu:50063baa9806d6d67e09c0ae87309b4f",
      powerState: "poweredOn",
      primaryIpAddress: "10.1.1.1",
      inUseMib: 65_536,
      customAttributes: { Environment: "Prod" },
    });
    expect(web?.nics.map((nic) => [nic.macAddress, nic.ipAddresses])).toEqual([
      ["00:50:56:86:00:01", ["10.1.1.1", "2404:f800::1"]],
      ["00:50:56:86:00:02", ["10.2.2.2"]],
    ]);
    expect(db).toMatchObject({
      powerState: "poweredOff",
      primaryIpAddress: null,
      inUseMib: null,
      nics: [],
    });
    expect(confidence.sheets.map((sheet) => sheet.sheet)).toEqual(["Discovery_Report"]);
    expect(confidence.sheets[0]?.unknownColumns).toEqual([]);
  });

  test("join the sheets of one report: a server is one VM on all of them", async () => {
    const avs = [
      "Machine Name",
      "Azure VMWare Solution Readiness",
      "Azure VMWare Solution Readiness - Warnings",
      "Operating System",
      "Boot Type",
      "Cores",
      "Memory (in MB)",
      "Storage (in GB)",
      "Storage Utilization (in GB)",
      "IP Addresses",
      "Disk Names",
      "Group Name",
      "Machine ID",
    ];
    const { inventory, confidence } = await readSheets({
      Discovery_Report: DISCOVERY_ROWS,
      AVS_IaaS_Rehost_Perf: [
        avs,
        [
          "web-01",
          "Ready",
          "",
          "Microsoft Windows Server 2019 (64-bit)",
          "EFI",
          4,
          8192,
          120,
          64,
          "[10.1.1.1];",
          "[scsi0:0,scsi0:1];",
          "wave1",
          WEB_ID,
        ],
        [
          "db-01",
          "Ready",
          "",
          "Oracle Linux 8 (64-bit)",
          "BIOS",
          8,
          32768,
          500,
          300,
          "",
          "[scsi0:0];",
          "wave2",
          DB_ID,
        ],
      ],
      SQL_All_Instances: [
        ["Machine Name", "SQL Instance", "Environment", "CPU Utilization (in %)", "Machine ID"],
        ["db-01", "MSSQLSERVER", "Dev", 10, DB_ID],
      ],
    });
    expect(inventory?.vms).toHaveLength(2);
    expect(inventory?.vms[0]).toMatchObject({
      name: "web-01",
      // 120 GB x 1,024.
      provisionedMib: 122_880,
      powerState: "poweredOn",
      customAttributes: { Environment: "Prod", "Group name": "wave1" },
    });
    expect(inventory?.vms[0]?.disks.map((disk) => disk.label)).toEqual(["scsi0:0", "scsi0:1"]);
    expect(inventory?.vms[1]).toMatchObject({ inUseMib: 307_200 });
    expect(confidence.notes.map((note) => note.code)).not.toContain("duplicatesCollapsed");
    expect(confidence.sheets.map((sheet) => [sheet.sheet, sheet.rowsKept])).toEqual([
      ["Discovery_Report", 2],
      ["AVS_IaaS_Rehost_Perf", 2],
    ]);
  });

  test("read a clash report, which knows no sizes, without inventing any", async () => {
    const { inventory, confidence } = await readSheets({
      Clash_Report: [
        [
          "Machine Name",
          "Environment",
          "Operating System",
          "Boot Type",
          "IP Addresses",
          "MAC Addresses",
          "VM_IaaS_Server_Rehost_Perf",
          "SQL_MI_PaaS",
          "VM Host",
          "Machine ID",
        ],
        [
          "web-01",
          "Prod",
          "Ubuntu Linux (64-bit)",
          "BIOS",
          "[10.1.1.1];",
          "[00:50:56:86:00:01];",
          1,
          0,
          "esx-01",
          WEB_ID,
        ],
      ],
    });
    expect(inventory?.vms[0]).toMatchObject({ host: "esx-01", cpus: null, memoryMib: null });
    expect(confidence.figures).toContainEqual({
      figure: "cpus",
      origin: "missing",
      how: null,
      vmCount: 1,
    });
  });
});

test("an assessment exported from the portal gives machines with their disks", async () => {
  const { inventory, confidence } = await readSheets({
    Assessment_Summary: [
      ["Assessment name", "wave1-assess"],
      ["Group name", "wave1"],
    ],
    All_Assessed_Machines: [
      [
        "Machine",
        "VM host",
        "Azure VM readiness",
        "Azure readiness issues",
        "Data collection issues",
        "Recommended size",
        "Operating system",
        "Boot type",
        "Processor",
        "Cores",
        "Memory(MB)",
        "CPU usage(%)",
        "Memory usage(%)",
        "Storage(GB)",
        "Group name",
      ],
      [
        "web-01",
        "esx-01",
        "Ready",
        "",
        "",
        "Standard_D4s_v5",
        "Windows Server 2019",
        "BIOS",
        "Intel",
        4,
        16384,
        12.5,
        40,
        256,
        "wave1",
      ],
    ],
    All_Assessed_Disks: [
      [
        "Machine",
        "Disk name",
        "Azure disk readiness",
        "Recommended disk size SKU",
        "Recommended disk type",
        "Redundancy",
        "Source disk size(GB)",
      ],
      ["web-01", "scsi0:0", "Ready", "P10", "Premium managed disks", "LRS", 128],
      ["web-01", "scsi0:1", "Ready", "P10", "Premium managed disks", "LRS", 128],
      ["gone-01", "scsi0:0", "Ready", "P10", "Premium managed disks", "LRS", 128],
    ],
    Assessment_Properties: [
      ["Property", "Selected value"],
      ["Target location", "East US 2"],
    ],
  });
  const [web] = inventory?.vms ?? [];
  expect(web).toMatchObject({
    host: "esx-01",
    memoryMib: 16_384,
    diskCapacityMib: 262_144,
    performance: { cpuRatio: { p95: 0.125 }, memoryRatio: { p95: 0.4 } },
  });
  expect(web?.disks.map((disk) => [disk.label, disk.capacityMib])).toEqual([
    ["scsi0:0", 131_072],
    ["scsi0:1", 131_072],
  ]);
  expect(confidence.sheets[1]).toMatchObject({ rowsKept: 2, dropped: { noMatchingVm: 1 } });
});
