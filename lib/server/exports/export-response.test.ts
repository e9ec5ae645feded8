import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { exportResponse } from "./export-response";
import { type ExportTable, pagedRows, rowsOf } from "./export-table";

const HEAD = [{ label: "Name" }, { label: "메모리(MiB)", format: "integer" as const }];

function table(rows: (string | number | null)[][]): ExportTable {
  return {
    fileName: "landfall-test",
    sheet: "VMs: [all]/every?",
    columns: HEAD,
    rows: rowsOf(rows, (row) => row),
  };
}

async function sheetOf(response: Response) {
  const workbook = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  return workbook.sheets[0]!;
}

describe("an exported list", () => {
  const rows = [
    ["=1+2", 4_096],
    ['a "quoted", name', null],
    ["@cmd", 0.5],
  ];

  it("has text that no spreadsheet runs, and numbers as numbers, in CSV", async () => {
    const response = exportResponse(table(rows), "csv");
    const lines: string[][] = parse(await response.text(), { bom: true });
    expect(lines).toEqual([
      ["Name", "메모리(MiB)"],
      ["'=1+2", "4096"],
      ['a "quoted", name', ""],
      ["'@cmd", "0.5"],
    ]);
    expect(response.headers.get("content-disposition")).toContain("landfall-test.csv");
  });

  it("has typed cells without a formula in XLSX", async () => {
    const sheet = await sheetOf(exportResponse(table(rows), "xlsx"));
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    expect(sheet.name).not.toMatch(/[[\]:?/\\*]/);
    expect(sheet.rows).toEqual([
      ["Name", "메모리(MiB)"],
      ["=1+2", 4_096],
      ['a "quoted", name', null],
      ["@cmd", 0.5],
    ]);
    expect(JSON.stringify([...(sheet.cells?.values() ?? [])])).not.toContain('"formula"');
  });

  it("streams 50,000 rows whole", async () => {
    const many = Array.from({ length: 50_000 }, (_, index) => [`vm-${index}`, index]);
    const sheet = await sheetOf(exportResponse(table(many), "xlsx"));
    expect(sheet.rows).toHaveLength(50_001);
    expect(sheet.rows.at(-1)).toEqual(["vm-49999", 49_999]);
    const csv = await exportResponse(table(many), "csv").text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(50_001);
  });
});

describe("the pages of a list", () => {
  it("are read to the end, each once, and stop where the list has shrunk", async () => {
    const read = async (total: number, there: number) => {
      const asked: number[] = [];
      const page = (offset: number) => ({
        rows: Array.from(
          { length: Math.min(2, Math.max(0, there - offset)) },
          (_, i) => offset + i,
        ),
        total,
      });
      const rows: unknown[] = [];
      for await (const [value] of pagedRows(
        page(0),
        async (offset) => {
          asked.push(offset);
          return page(offset);
        },
        (row) => [row],
      )) {
        rows.push(value);
      }
      return { asked, rows };
    };
    expect(await read(5, 5)).toEqual({ asked: [2, 4], rows: [0, 1, 2, 3, 4] });
    expect((await read(9, 3)).rows).toEqual([0, 1, 2]);
  });
});
