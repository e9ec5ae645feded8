import { describe, expect, test } from "vitest";
import { readBytes } from "../testing/read-one";

/** Headers of the downloadable template, as public tools that fill it write them. */
const TEMPLATE = [
  "*Server name",
  "IP addresses",
  "*Cores",
  "*Memory (In MB)",
  "*OS name",
  "OS version",
  "OS architecture",
  "Server type",
  "Hypervisor",
  "CPU utilization percentage",
  "Memory utilization percentage",
  "Network adapters",
  "Network In throughput",
  "Network Out throughput",
  "Boot type",
  "Number of disks",
  "Storage in use (In GB)",
  ...Array.from({ length: 20 }, (_, index) => [
    `Disk ${index + 1} size (In GB)`,
    `Disk ${index + 1} read throughput (MB per second)`,
    `Disk ${index + 1} write throughput (MB per second)`,
    `Disk ${index + 1} read ops (operations per second)`,
    `Disk ${index + 1} write ops (operations per second)`,
  ]).flat(),
];

function templateRow(values: Record<string, string>): string {
  return TEMPLATE.map((header) => values[header] ?? "").join(",");
}

describe("the import template", () => {
  const csv = [
    TEMPLATE.join(","),
    templateRow({
      "*Server name": "web-01.contoso.local",
      "IP addresses": "10.0.1.10;10.0.1.11",
      "*Cores": "4",
      "*Memory (In MB)": "8192",
      "*OS name": "Windows Server 2019",
      "OS architecture": "x64",
      "Server type": "Virtual",
      Hypervisor: "VMware",
      "CPU utilization percentage": "45",
      "Memory utilization percentage": "60",
      "Boot type": "UEFI",
      "Storage in use (In GB)": "80",
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`Disk ${index + 1} size (In GB)`, "10"]),
      ),
    }),
    templateRow({
      "*Server name": "db-01",
      "*Cores": "8",
      "*Memory (In MB)": "65536",
      "*OS name": "Red Hat Enterprise Linux",
      "OS version": "8.9",
      "OS architecture": "32-bit",
      "Server type": "Physical",
    }),
  ].join("\n");

  test("gives every server with its sizes, all of its disks and its stated use", async () => {
    const { inventory, confidence } = await readBytes("servers.csv", Buffer.from(csv));
    const [web, db] = inventory?.vms ?? [];
    expect(confidence.kind).toBe("azureMigrateCsv");
    expect(web).toMatchObject({
      name: "web-01.contoso.local",
      dnsName: "web-01.contoso.local",
      cpus: 4,
      memoryMib: 8192,
      osConfigured: "Windows Server 2019 (64-bit)",
      firmware: "efi",
      primaryIpAddress: "10.0.1.10",
      powerState: "unknown",
      // 20 disks of 10 GB: 20 x 10 x 1,024 MiB.
      diskCapacityMib: 204_800,
      provisionedMib: 204_800,
      inUseMib: 81_920,
      customAttributes: { "Server type": "Virtual", Hypervisor: "VMware" },
    });
    expect(web?.disks).toHaveLength(20);
    expect(web?.nics[0]?.ipAddresses).toEqual(["10.0.1.10", "10.0.1.11"]);
    expect(web?.performance).toMatchObject({
      sampleCount: 0,
      cpuRatio: { p95: 0.45 },
      memoryRatio: { p95: 0.6 },
    });
    expect(db).toMatchObject({
      osConfigured: "Red Hat Enterprise Linux 8.9 (32-bit)",
      performance: null,
      diskCapacityMib: null,
      provisionedMib: null,
      inUseMib: null,
      primaryIpAddress: null,
    });
  });

  test("says which figures are derived or missing, and which servers HCX cannot move as they are", async () => {
    const { confidence } = await readBytes("servers.csv", Buffer.from(csv));
    expect(confidence.sheets[0]).toMatchObject({ rowsRead: 2, rowsKept: 2, unknownColumns: [] });
    const figure = (name: string) =>
      confidence.figures
        .filter((source) => source.figure === name)
        .map(({ figure: _, ...rest }) => rest);
    expect(figure("diskCapacityMib")).toEqual([
      { origin: "derived", how: "sumOfDisks", vmCount: 1 },
      { origin: "missing", how: null, vmCount: 1 },
    ]);
    expect(figure("powerState")).toEqual([{ origin: "missing", how: null, vmCount: 2 }]);
    // The template knows servers and their disks, and nothing of what else RVTools tells.
    const less = confidence.notes.find((note) => note.code === "formatSaysLess");
    expect(less?.detail.sheets).toContain("vSnapshot");
    expect(less?.detail.sheets).not.toMatch(/vInfo|vDisk/);
    expect(confidence.notes).toContainEqual({
      code: "outsideVmware",
      severity: "warning",
      count: 1,
      detail: {},
    });
  });

  test("takes columns that users add as the documentation tells them, and lists ones that it does not know", async () => {
    const text =
      'Server name;Cores;Memory (MB);OS name;Disk 1 size;Disk 2 size;Cost centre\r\na;2;4096;CentOS 7;"1,5";10;77\r\n';
    const { inventory, confidence } = await readBytes("servers.csv", Buffer.from(text));
    // A size without a unit is in GB, as the template's are: 1.5 + 10 GB = 11,776 MiB.
    expect(inventory?.vms[0]).toMatchObject({ memoryMib: 4096, diskCapacityMib: 11_776 });
    expect(confidence.sheets[0]?.unknownColumns).toEqual(["Cost centre"]);
  });
});
