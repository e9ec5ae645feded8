import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { benchmarkEstate } from "./benchmark-estate";
import { generateEstate } from "./estate";
import { rvtoolsCsvZipBuffer } from "./rvtools-csv";
import { rvtoolsWorkbookBuffer } from "./rvtools-workbook";

type Row = Record<string, unknown>;

const estate = generateEstate({ exportedAtIso: "2025-06-16T08:00:00Z" });
let workbook: Buffer;
const sheets = new Map<string, Row[]>();

/** Read by an independent reader, so that the writer cannot agree with its own mistakes. */
beforeAll(async () => {
  workbook = await rvtoolsWorkbookBuffer(estate);
  for (const { sheet, data } of await readExcelFile(workbook)) {
    const [headers = [], ...rows] = data;
    sheets.set(
      sheet,
      rows.map((cells) =>
        Object.fromEntries(headers.map((header, index) => [String(header), cells[index]])),
      ),
    );
  }
}, 60_000);

function rowsOf(sheet: string): Row[] {
  const rows = sheets.get(sheet);
  if (rows === undefined) throw new Error(`no sheet ${sheet}`);
  return rows;
}

/** VMs with a row that matches. */
function vmsWith(sheet: string, matches: (row: Row) => boolean): number {
  return new Set(
    rowsOf(sheet)
      .filter(matches)
      .map((row) => row["VM ID"]),
  ).size;
}

describe("rvtoolsWorkbookBuffer", () => {
  it("has the sheets of an export, in RVTools' order", () => {
    const names =
      "vInfo vCPU vMemory vDisk vPartition vNetwork vCD vUSB vSnapshot vTools vSource vRP vCluster " +
      "vHost vSwitch vPort dvSwitch dvPort vSC_VMK vDatastore vHealth vMetaData";
    expect([...sheets.keys()]).toEqual(names.split(" "));
  });

  it("has 75 vInfo columns or more, those that Azure Migrate asks for among them", () => {
    const headers = Object.keys(rowsOf("vInfo")[0] ?? {});
    expect(headers.length).toBeGreaterThanOrEqual(75);
    // Azure Migrate, "Import servers using RVTools XLSX": mandatory columns of vInfo.
    for (const header of ["VM", "Powerstate", "CPUs", "Memory", "Provisioned MiB", "In Use MiB"]) {
      expect(headers).toContain(header);
    }
    expect(headers).toContain("OS according to the configuration file");
    expect(headers).toContain("VM UUID");
  });

  it("shows every VM once, and the planted duplicates again", () => {
    const repeats = estate.vms.reduce((sum, vm) => sum + vm.repeatedRows, 0);
    expect(repeats).toBeGreaterThan(0);
    expect(rowsOf("vInfo")).toHaveLength(800 + repeats);
    expect(rowsOf("vCPU")).toHaveLength(800);
  });

  it("writes dates that a reader takes for dates, to the second", () => {
    const [row] = rowsOf("vMetaData");
    const written = row?.["xlsx creation datetime"];
    // A serial day has no exact third of a day: this reader cuts the last millisecond off.
    const seconds = written instanceof Date ? Math.round(written.getTime() / 1000) : null;
    expect(seconds).toBe(Date.parse("2025-06-16T08:00:00Z") / 1000);
  });

  it("keeps text as it is, markup characters included", () => {
    const names = rowsOf("vCPU").map((row) => row.VM);
    expect(names).toEqual(estate.vms.map((vm) => vm.name));
    expect(names.filter((name) => String(name).includes(" & copy of "))).toHaveLength(2);
  });

  it("gives the same bytes twice", async () => {
    const again = await rvtoolsWorkbookBuffer(estate);
    expect(again.equals(workbook)).toBe(true);
  });

  it("has the benchmark's shape when asked: 11 sheets, 75 vInfo columns, 2.2 disks a VM", async () => {
    const vmCount = 200;
    const small = benchmarkEstate({ vmCount, exportedAtIso: "2025-06-16T08:00:00Z" });
    const read = await readExcelFile(await rvtoolsWorkbookBuffer(small, "benchmark"));
    expect(read).toHaveLength(11);
    const dataOf = (name: string) => read.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(dataOf("vInfo")[0]).toHaveLength(75);
    // 200 x 2.2 = 440 disks, and the header.
    expect(dataOf("vDisk")).toHaveLength(441);
  });
});

/** Counted in the written sheets by their columns, against the numbers that were asked for. */
const EXPECTED: readonly [
  kind: string,
  vms: number,
  sheet: string,
  matches: (row: Row) => boolean,
][] = [
  ["physical RDM", 3, "vDisk", (row) => row["Raw Comp. Mode"] === "physicalMode"],
  ["virtual RDM", 3, "vDisk", (row) => row["Raw Comp. Mode"] === "virtualMode"],
  ["shared bus", 4, "vDisk", (row) => row["Shared Bus"] !== "noSharing"],
  ["multi-writer", 4, "vDisk", (row) => row["Sharing mode"] === "sharingMultiWriter"],
  ["independent", 3, "vDisk", (row) => row["Disk Mode"] === "independent_persistent"],
  ["non-persistent", 2, "vDisk", (row) => row["Disk Mode"] === "independent_nonpersistent"],
  ["62 TiB", 1, "vDisk", (row) => Number(row["Capacity MiB"]) > 62 * 1024 * 1024],
  ["165 disks", 1, "vInfo", (row) => Number(row.Disks) > 165],
  ["any snapshot", 18, "vSnapshot", () => true],
  ["50 GiB snapshot", 3, "vSnapshot", (row) => Number(row["Size MiB (total)"]) > 51_200],
  ["consolidation", 3, "vInfo", (row) => row["Consolidation Needed"] === "True"],
  ["ISO", 6, "vCD", (row) => String(row["Device Type"]).startsWith("ISO [")],
  ["host CD", 2, "vCD", (row) => row["Device Type"] === "Host device"],
  ["USB", 2, "vUSB", () => true],
  ["passthrough", 2, "vInfo", (row) => row["Fixed Passthru HotPlug"] === "True"],
  ["secure boot", 4, "vInfo", (row) => row["EFI Secure boot"] === "True"],
  ["hardware 8", 4, "vInfo", (row) => row["HW version"] === 8],
  ["hardware 4", 2, "vInfo", (row) => row["HW version"] === 4],
  ["over 64 vCPUs", 1, "vInfo", (row) => Number(row.CPUs) > 64],
  ["over 1 TiB memory", 2, "vMemory", (row) => Number(row["Size MiB"]) > 1_048_576],
  ["hot add", 10, "vCPU", (row) => row["Hot Add"] === "True"],
  ["cluster rule", 4, "vInfo", (row) => row["Cluster rule(s)"] !== null],
  ["memory limit", 2, "vMemory", (row) => row.Limit !== -1],
  ["ballooned", 3, "vMemory", (row) => Number(row.Ballooned) >= 1024],
  ["CPU ready", 4, "vInfo", (row) => Number(row["Overall Cpu Readiness"]) > 5],
  ["latency", 2, "vInfo", (row) => row["Latency Sensitivity"] === "high"],
  ["FT", 2, "vInfo", (row) => row["FT State"] !== "notConfigured"],
  ["suspended", 4, "vInfo", (row) => row.Powerstate === "suspended"],
  ["orphaned", 2, "vInfo", (row) => row["Connection state"] === "orphaned"],
  ["disconnected", 2, "vInfo", (row) => row["Connection state"] === "disconnected"],
  ["no Tools", 5, "vTools", (row) => row.Tools === "toolsNotInstalled"],
  ["old Tools", 10, "vTools", (row) => row.Tools === "toolsOld"],
  ["red heartbeat", 2, "vInfo", (row) => row.Heartbeat === "red"],
  ["rare OS", 4, "vInfo", (row) => /Solaris|FreeBSD/.test(osOf(row))],
  ["old Windows", 6, "vInfo", (row) => /Server 200[38]/.test(osOf(row))],
  ["E1000", 8, "vNetwork", (row) => /^E1000/.test(String(row.Adapter))],
  ["LSI parallel", 4, "vDisk", (row) => row.Controller === "LSI Logic"],
  ["no network", 2, "vNetwork", (row) => row.Network === null],
  // Six on the standard switch alone, two beside a distributed port group.
  ["standard switch", 8, "vNetwork", (row) => row.Switch === "vSwitch0"],
  ["NSX", 2, "vNetwork", (row) => String(row.Network).startsWith("nsx.LogicalSwitch")],
  ["IPv6", 4, "vNetwork", (row) => row["IPv6 Address"] !== null],
  ["many NICs", 2, "vInfo", (row) => Number(row.NICs) > 4],
  ["no CBT", 8, "vInfo", (row) => row.CBT === "False"],
  ["local datastore", 3, "vDisk", (row) => String(row["Disk Path"]).includes("-local]")],
  ["secret", 2, "vInfo", (row) => /password=/.test(String(row.Annotation))],
  ["secret in snapshot", 1, "vSnapshot", (row) => /password:/.test(String(row.Description))],
  ["full file system", 6, "vPartition", (row) => Number(row["Free %"]) < 5],
  ["template", 6, "vInfo", (row) => row.Template === "True"],
  ["SRM placeholder", 4, "vInfo", (row) => row["SRM Placeholder"] === "True"],
  ["OS mismatch", 4, "vInfo", (row) => osRunning(row) !== null && osRunning(row) !== osOf(row)],
];

function osOf(row: Row): string {
  return String(row["OS according to the configuration file"]);
}

function osRunning(row: Row): unknown {
  return row["OS according to the VMware Tools"];
}

describe("the problems of the demo estate", () => {
  it.each(EXPECTED)("shows %s on %i VMs", (_kind, vms, sheet, matches) => {
    expect(vmsWith(sheet, matches)).toBe(vms);
  });

  it("shows both holders of every shared disk", () => {
    const holders = new Map<unknown, number>();
    for (const row of rowsOf("vDisk")) {
      holders.set(row["Disk Path"], (holders.get(row["Disk Path"]) ?? 0) + 1);
    }
    // Two pairs with a shared bus and two with the multi-writer flag.
    expect([...holders.values()].filter((count) => count === 2)).toHaveLength(4);
    expect([...holders.values()].filter((count) => count > 2)).toHaveLength(0);
  });
});

describe("rvtoolsCsvZipBuffer", () => {
  it("gives the same bytes twice and others with a decimal comma", async () => {
    const small = generateEstate({ vmCount: 100, exportedAtIso: "2025-06-16T08:00:00Z" });
    const first = await rvtoolsCsvZipBuffer(small);
    expect((await rvtoolsCsvZipBuffer(small)).equals(first)).toBe(true);
    const comma = await rvtoolsCsvZipBuffer(small, { delimiter: ";", decimal: "," });
    expect(comma.equals(first)).toBe(false);
  });
});
