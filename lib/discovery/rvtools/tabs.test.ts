import { describe, expect, test } from "vitest";
import { type ByteSource, sourceOfBytes } from "../byte-source";
import { readExport } from "../read-export";
import { type Row, rvtoolsCsv, rvtoolsWorkbook } from "../testing/rvtools-export";
import { zipOf } from "../testing/workbook-of";

const OPTIONS = { nowIso: "2025-06-20T00:00:00Z" };
const VERSION = "4.3.2.0";
const ONE = "11111111-2222-3333-4444-555555555555";
const TWO = "66666666-7777-8888-9999-000000000000";

function vm(number: number, vcenter: string, more: Row = {}): Row {
  return {
    VM: `vm-${number}`,
    Powerstate: "poweredOn",
    Template: "False",
    CPUs: 2,
    Memory: 4096,
    "Provisioned MiB": 20_480,
    "VM ID": `vm-10${number}`,
    "VM UUID": `5006${String(number).padStart(4, "0")}-9806-d6d6-7e09-c0ae87309b4f`,
    "VI SDK UUID": vcenter,
    ...more,
  };
}

function disk(number: number, vcenter: string): Row {
  return {
    VM: `vm-${number}`,
    "VM ID": `vm-10${number}`,
    Disk: "Hard disk 1",
    "Capacity MiB": 20_480,
    "VI SDK UUID": vcenter,
  };
}

const file = (name: string, text: string | Buffer): ByteSource =>
  sourceOfBytes(name, Buffer.isBuffer(text) ? text : Buffer.from(text));

async function read(...sources: ByteSource[]) {
  const { inventory, confidence } = await readExport(sources, OPTIONS);
  if (inventory === null) throw new Error("no inventory");
  return { inventory, confidence };
}

const V_INFO = rvtoolsCsv(VERSION, "vInfo", [vm(1, ONE), vm(2, ONE)]);
const V_DISK = rvtoolsCsv(VERSION, "vDisk", [disk(1, ONE), disk(2, ONE)]);

describe("RVTools' CSV files", () => {
  test("that are dropped together are one export, whatever they are called", async () => {
    const { inventory, confidence } = await read(
      file("a.csv", V_DISK),
      file("b.txt", V_INFO),
      file("c.csv", rvtoolsCsv(VERSION, "vLicense", [{ Name: "vSphere 8", Total: 64 }])),
    );
    expect(inventory.vms.map((found) => found.disks.length)).toEqual([1, 1]);
    expect(confidence).toMatchObject({ kind: "rvtoolsCsv" });
    expect(confidence.sheetsFound.sort()).toEqual(["vDisk", "vInfo", "vLicense"]);
    expect(confidence.sheetsMissing).not.toContain("vDisk");
  });

  test("in a zip are found in its folders, beside files that are none", async () => {
    const zip = zipOf({
      "RVTools_export_all_2025-06-18_10.00.00/RVTools_tabvInfo.csv": V_INFO,
      "RVTools_export_all_2025-06-18_10.00.00/RVTools_tabvDisk.csv": V_DISK,
      "RVTools_export_all_2025-06-18_10.00.00/notes.txt": "exported by J. Doe\n",
      "__MACOSX/RVTools_export_all_2025-06-18_10.00.00/._RVTools_tabvInfo.csv": "\u0000\u0005",
    });
    const { inventory, confidence } = await read(file("export.zip", zip));
    expect(inventory.vms.map((found) => found.disks.length)).toEqual([1, 1]);
    expect(confidence).toMatchObject({ kind: "rvtoolsZip", exportAgeDays: 1 });
    expect(confidence.notes.find((note) => note.code === "filesSkipped")).toMatchObject({
      count: 1,
      detail: { files: "RVTools_export_all_2025-06-18_10.00.00/notes.txt" },
    });
  });

  test("of several vCenter Servers are told apart by folder, or by name", async () => {
    const other = {
      info: rvtoolsCsv(VERSION, "vInfo", [vm(3, TWO)]),
      disk: rvtoolsCsv(VERSION, "vDisk", [disk(3, TWO)]),
    };
    const folders = await read(
      file(
        "both.zip",
        zipOf({
          "vc1/RVTools_tabvInfo.csv": V_INFO,
          "vc1/RVTools_tabvDisk.csv": V_DISK,
          "vc2/RVTools_tabvInfo.csv": other.info,
          "vc2/RVTools_tabvDisk.csv": other.disk,
        }),
      ),
    );
    const names = await read(
      file("vc1_RVTools_tabvInfo.csv", V_INFO),
      file("vc2_RVTools_tabvInfo.csv", other.info),
      file("vc1_RVTools_tabvDisk.csv", V_DISK),
      file("vc2_RVTools_tabvDisk.csv", other.disk),
    );
    const untold = await read(
      file("1.csv", V_INFO),
      file("2.csv", other.info),
      file("3.csv", V_DISK),
      file("4.csv", other.disk),
    );
    for (const { inventory } of [folders, names, untold]) {
      expect(inventory.vms.map((found) => found.name).sort()).toEqual(["vm-1", "vm-2", "vm-3"]);
      expect(inventory.vms.every((found) => found.disks.length === 1)).toBe(true);
    }
  });

  test("with `;`, a decimal comma, a mark and UTF-16 are read as what they say", async () => {
    const rows = [
      vm(1, ONE, { "In Use MiB": "1,5", "Creation date": "2024/03/01 09:30:00" }),
      vm(2, ONE, { "In Use MiB": "1.546,6", "Provisioned MiB": "20.480" }),
    ];
    const text = rvtoolsCsv(VERSION, "vInfo", rows, ";");
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, "utf16le"),
      Buffer.from(rvtoolsCsv(VERSION, "vInfo", rows, "\t")),
      Buffer.from(rvtoolsCsv(VERSION, "vInfo", rows, ",")),
    ]) {
      const { inventory, confidence } = await read(file("RVTools_tabvInfo.csv", bytes));
      expect(inventory.vms.map((found) => [found.inUseMib, found.provisionedMib])).toEqual([
        [1.5, 20_480],
        [1546.6, 20_480],
      ]);
      expect(inventory.vms[0]?.createdAt).toBe("2024-03-01T09:30:00");
      expect(confidence.notes.map((note) => note.code)).toContain("decimalComma");
    }
  });

  test("with `1,546.6` have a decimal point, and `1,546` is then 1546", async () => {
    const rows = [vm(1, ONE, { "In Use MiB": "1,546.6", "Provisioned MiB": "20,480" })];
    const { inventory, confidence } = await read(
      file("RVTools_tabvInfo.csv", rvtoolsCsv(VERSION, "vInfo", rows)),
    );
    expect(inventory.vms[0]).toMatchObject({ inUseMib: 1546.6, provisionedMib: 20_480 });
    expect(confidence.notes.map((note) => note.code)).not.toContain("decimalComma");
  });

  test("without vInfo end with a code that says so", async () => {
    await expect(read(file("RVTools_tabvDisk.csv", V_DISK))).rejects.toMatchObject({
      code: "noVInfo",
    });
  });

  test("that are other tables, or texts, end as unknown kinds", async () => {
    for (const text of ["Item,Cost\nRack,12\n", "just a note\nwith two lines\n", "\n"]) {
      await expect(read(file("x.csv", text))).rejects.toMatchObject({
        code: text === "\n" ? "noRows" : "unsupportedKind",
      });
    }
    await expect(
      read(file("x.zip", zipOf({ "readme.txt": "hello, world\n" }))),
    ).rejects.toMatchObject({ code: "unsupportedKind" });
  });
});

describe("several workbooks", () => {
  const older = rvtoolsWorkbook(VERSION, {
    vInfo: [vm(1, ONE, { Powerstate: "poweredOff" }), vm(2, ONE)],
    vMetaData: [{ "RVTools version": VERSION, "xlsx creation datetime": "2025-06-17 10:00:00" }],
  });
  const newer = rvtoolsWorkbook(VERSION, {
    // vm-1 was moved to the other vCenter Server: a new reference there, the same instance UUID.
    vInfo: [vm(1, TWO, { "VM ID": "vm-9" }), vm(4, TWO)],
    vMetaData: [{ "RVTools version": VERSION, "xlsx creation datetime": "2025-06-18 10:00:00" }],
  });

  test("keep a VM once that moved between them, and say so", async () => {
    const apart = await read(file("vc1.xlsx", older), file("vc2.xlsx", newer));
    const zipped = await read(
      file("all.zip", zipOf({ "vc1.xlsx": older, "vc2.xlsx": newer }, { stored: true })),
    );
    for (const { inventory, confidence } of [apart, zipped]) {
      expect(inventory.vms.map((found) => found.name).sort()).toEqual(["vm-1", "vm-2", "vm-4"]);
      expect(inventory.vms.find((found) => found.name === "vm-1")).toMatchObject({
        vcenterUuid: TWO,
        powerState: "poweredOn",
      });
      expect(confidence.notes.find((note) => note.code === "crossVcenterDuplicate")).toMatchObject({
        count: 1,
      });
      // The older one says how far back the inventory reaches.
      expect(confidence.exportAgeDays).toBe(2);
    }
  });

  test("go together with CSV files of another vCenter Server", async () => {
    const { inventory } = await read(
      file("vc2.xlsx", newer),
      file("RVTools_tabvInfo.csv", rvtoolsCsv(VERSION, "vInfo", [vm(5, ONE), vm(6, ONE)])),
    );
    expect(inventory.vms).toHaveLength(4);
  });
});
