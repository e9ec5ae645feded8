import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../byte-source";
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from "../limits";
import { ReadingSession } from "../part-reading";
import { ImportError } from "../schema";
import { openDelimited } from "./delimited-table";
import { joinTables } from "./join-tables";

function session(limits: Partial<ImportLimits> = {}, signal?: AbortSignal): ReadingSession {
  return new ReadingSession({ ...DEFAULT_IMPORT_LIMITS, ...limits }, signal, undefined);
}

function open(content: string | Uint8Array, limits: Partial<ImportLimits> = {}) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return openDelimited(sourceOfBytes("table.csv", bytes), session(limits));
}

async function rowsOf(table: Awaited<ReturnType<typeof open>>): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return rows;
}

const HEADER = ["VM", "Powerstate", "CPUs", "Memory", "In Use MiB"];
const ROW = ["web-01", "poweredOn", "2", "4096", "1546.6"];

describe("a table of text", () => {
  test.each([",", ";", "\t", "|"])(
    "is split by the delimiter %j that its header shows",
    async (mark) => {
      const table = await open(`${HEADER.join(mark)}\r\n${ROW.join(mark)}\r\n`);
      expect(table.delimiter).toBe(mark);
      expect(table.headers).toEqual(HEADER);
      expect(await rowsOf(table)).toEqual([ROW]);
    },
  );

  test("is decoded by its mark, and without one by what its bytes can be", async () => {
    const text = "VM,Powerstate,CPUs\n서울-웹,poweredOn,2\n";
    const utf16 = Buffer.from(text, "utf16le");
    const swapped = Buffer.from(utf16).swap16();
    // 서울-웹 in EUC-KR (KS X 1001): BC AD BF EF 2D C0 A5.
    const korean = Buffer.concat([
      Buffer.from("VM,Powerstate,CPUs\n"),
      Buffer.from("bcadbfef2dc0a5", "hex"),
      Buffer.from(",poweredOn,2\n"),
    ]);
    const files: [string, Buffer][] = [
      ["utf-8", Buffer.from(text)],
      ["utf-8", Buffer.from(`\ufeff${text}`)],
      ["utf-16le", utf16],
      ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
      ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
      ["utf-16be", swapped],
      ["euc-kr", korean],
    ];
    for (const [encoding, bytes] of files) {
      const table = await open(bytes);
      expect(table.encoding).toBe(encoding);
      expect(table.headers[0]).toBe("VM");
      expect(await rowsOf(table)).toEqual([["서울-웹", "poweredOn", "2"]]);
    }
  });

  test("keeps quoted delimiters, quotes and line breaks, passes over blank rows, takes ragged ones", async () => {
    const table = await open(
      'VM,Powerstate,Annotation\n\n"a, ""b""",poweredOn,"two\nlines"\n , , \nshort\nlong,poweredOff,x,y,z\n',
    );
    expect(await rowsOf(table)).toEqual([
      ['a, "b"', "poweredOn", "two\nlines"],
      ["short"],
      ["long", "poweredOff", "x", "y", "z"],
    ]);
  });

  test.each([
    ["notes", 'Meeting of June\n"done" by Ann\n"open, still\n'],
    ["JSON", '{"vms": [{"name": "web-01", "power": "on"},\n{"name": "db-01", "power": "off"}]}\n'],
  ])("is of no kind that is known where it is %s with quotes of their own", async (_kind, text) => {
    await expect(open(text)).rejects.toMatchObject({ code: "unsupportedKind" });
  });

  test("is damaged where its header is known and a quote below it does not close", async () => {
    await expect(open('VM,Powerstate,CPUs\n"web-01,poweredOn,2\n')).rejects.toMatchObject({
      code: "truncated",
    });
  });

  test("has its header below a title and Excel's separator hint", async () => {
    const table = await open(
      "sep=;\nInventory of June\n\nVM;Powerstate;CPUs\nweb-01;poweredOn;2\n",
    );
    expect(table.headers).toEqual(["VM", "Powerstate", "CPUs"]);
    expect(await rowsOf(table)).toEqual([["web-01", "poweredOn", "2"]]);
  });

  test("says of the whole file whether numbers have a decimal comma", async () => {
    // `1,546` alone could be either; `1,5` cannot group thousands, `1,546.6` cannot be a decimal comma.
    expect((await open('VM,CPUs,Memory\na,"1,546","1,5"\n')).decimalComma).toBe(true);
    expect((await open('VM,CPUs,Memory\na,"1,546","1,546.6"\n')).decimalComma).toBe(false);
    expect((await open("VM;CPUs;Memory\na;1,546;2\n")).decimalComma).toBe(true);
    expect((await open("VM;CPUs;Memory\na;1546;2\n")).decimalComma).toBe(false);
  });

  test("is read in batches from its start, as often as asked", async () => {
    const lines = Array.from({ length: 25_000 }, (_, index) => `vm-${index},poweredOn,2`);
    const table = await open(`VM,Powerstate,CPUs\n${lines.join("\n")}`);
    for (const _ of [1, 2]) {
      const rows = await rowsOf(table);
      expect(rows.length).toBe(25_000);
      expect(rows.at(-1)).toEqual(["vm-24999", "poweredOn", "2"]);
    }
  });

  test("ends with a code past its limits, when it is cut off, and when it is cancelled", async () => {
    const text = `VM,Powerstate,CPUs\n${"web,poweredOn,2\n".repeat(2_000)}`;
    await expect(rowsOf(await open(text, { cells: 100 }))).rejects.toThrow(
      new ImportError("tooManyCells"),
    );
    const cut = open('VM,Powerstate,CPUs\na,poweredOn,"2\n');
    await expect(cut.then(rowsOf)).rejects.toMatchObject({ code: "truncated" });
    const long = open(`VM,Powerstate,CPUs\na,"${"x".repeat(9_000)}",2\n`, { tokenBytes: 4_096 });
    await expect(long.then(rowsOf)).rejects.toMatchObject({ code: "damaged" });
    // Delimiters alone, which the parser would make millions of cells of.
    const wide = open(`VM,Powerstate,CPUs\n${",".repeat(3 * 2 ** 20)}`);
    await expect(wide.then(rowsOf)).rejects.toMatchObject({ code: "damaged" });
    const controller = new AbortController();
    const table = await openDelimited(
      sourceOfBytes("table.csv", Buffer.from(text)),
      session({}, controller.signal),
    );
    controller.abort();
    await expect(rowsOf(table)).rejects.toMatchObject({ code: "cancelled" });
    await expect(open("\n\n \n")).rejects.toMatchObject({ code: "noRows" });
  });
});

describe("tables of one kind", () => {
  test("are read as one, under the first one's header", async () => {
    const first = await open("VM,Powerstate,CPUs\na,poweredOn,1\n");
    const second = await open("cpus;vm;Host\n2;b;esx-1\n");
    expect(await rowsOf(joinTables([first, second]))).toEqual([
      ["a", "poweredOn", "1"],
      ["b", "", "2"],
    ]);
  });

  test("are refused where they write numbers in different ways", async () => {
    const point = await open('VM,CPUs,Memory\na,1,"1,546.6"\n');
    const comma = await open("VM;CPUs;Memory\na;1;1.546,6\n");
    expect(() => joinTables([point, comma])).toThrow(new ImportError("mixedDecimalMarks"));
  });
});
