import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import readWithReadExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { generateEstate } from "@/prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { sourceOfBytes } from "../byte-source";
import { shapedWorkbook } from "../testing/cell-shapes";
import { type CellValue, readCells } from "../testing/read-cells";
import { rvtoolsWorkbook } from "../testing/rvtools-export";
import { workbookOf } from "../testing/workbook-of";

/** Real exports lie beside the project where it is developed, and nowhere else. */
const SAMPLES = resolve(import.meta.dirname, "../../../../shared/samples");

/** The cells of a workbook as hucre sees them, in our form: blank texts and trailing nulls do not count. */
async function peerCells(bytes: Buffer): Promise<Map<string, CellValue[][]>> {
  const workbook = await readXlsx(bytes);
  return new Map(
    workbook.sheets.map((sheet) => [
      sheet.name,
      sheet.rows.map((row) => (row ?? []).map((cell) => normalise(cell))),
    ]),
  );
}

function normalise(cell: unknown): CellValue {
  if (cell === undefined || cell === null || cell === "") return null;
  if (cell instanceof Date) return { date: toSecond(cell) };
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean")
    return cell;
  return String(cell);
}

/** To the nearest second: serial days carry rounding of some milliseconds. */
function toSecond(date: Date): string {
  return new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
}

function ourForm(cell: CellValue | undefined): CellValue {
  if (cell === undefined || cell === "") return null;
  if (typeof cell === "object" && cell !== null && "error" in cell) return cell.error;
  return cell;
}

/** Answers how many cells were compared. */
async function expectAgreement(bytes: Buffer): Promise<number> {
  const ours = await readCells(sourceOfBytes("workbook.xlsx", bytes));
  const theirs = await peerCells(bytes);
  expect([...ours.keys()]).toEqual([...theirs.keys()]);
  let compared = 0;
  for (const [sheet, rows] of theirs) {
    const ourRows = ours.get(sheet) ?? new Map<number, CellValue[]>();
    const last = Math.max(rows.length, ...ourRows.keys());
    for (let rowNumber = 1; rowNumber <= last; rowNumber += 1) {
      const peer = rows[rowNumber - 1] ?? [];
      const own = ourRows.get(rowNumber) ?? [];
      for (let column = 0; column < Math.max(peer.length, own.length); column += 1) {
        const expected = peer[column] ?? null;
        const actual = ourForm(own[column]);
        if (JSON.stringify(actual) !== JSON.stringify(expected)) {
          expect({ sheet, rowNumber, column, cell: actual }).toEqual({
            sheet,
            rowNumber,
            column,
            cell: expected,
          });
        }
        compared += 1;
      }
    }
  }
  return compared;
}

/** hucre needs seconds for a real export, and more where the machine has other things to do. */
const SLOW = { timeout: 120_000 };

const DATE_STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/mm/dd\\ hh:mm:ss"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>';

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

describe("cells agree with hucre, an independent reader", () => {
  test.skipIf(!existsSync(SAMPLES))("on every cell of every real export", SLOW, async () => {
    for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"))) {
      expect(await expectAgreement(readFileSync(resolve(SAMPLES, file)))).toBeGreaterThan(1_000);
    }
  });

  test("on a generated export of all sheets", async () => {
    const estate = generateEstate({ vmCount: 150, exportedAtIso: "2025-06-16T08:00:00Z" });
    expect(await expectAgreement(await rvtoolsWorkbookBuffer(estate))).toBeGreaterThan(20_000);
  });

  test("on shared strings with rich text, phonetic runs, entities, CDATA and blanks", async () => {
    const bytes = workbookOf({
      sheets: {
        vInfo: `<row r="1">${[0, 1, 2, 3, 4, 5].map((index) => `<c r="${"ABCDEF"[index]}1" t="s"><v>${index}</v></c>`).join("")}</row>`,
      },
      sharedStrings: [
        '<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> plain</t></r></si>',
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
        "<si><t>a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; &#x1F600;</t></si>",
        "<si><t>x<![CDATA[<raw> & kept]]>y</t></si>",
        "<si><t/></si>",
        "<si><t>한국어 가상 머신</t></si>",
      ].join(""),
    });
    expect(await expectAgreement(bytes)).toBe(6);
  });

  test("on inline strings, booleans, errors, formulas' values and numbers in every notation", async () => {
    const row = [
      '<c r="A1" t="inlineStr"><is><t>inline &amp; text</t></is></c>',
      '<c r="B1" t="b"><v>1</v></c>',
      '<c r="C1" t="b"><v>0</v></c>',
      '<c r="D1"><v>3.125E-2</v></c>',
      '<c r="E1"><v>-12.5</v></c>',
      '<c r="F1"><v>0.1</v></c>',
      '<c r="G1"><v>12345678901234567</v></c>',
      '<c r="H1" t="str"><f>A1&amp;"x"</f><v>inline &amp; textx</v></c>',
      '<c r="I1" t="n"><f>1+1</f><v>2</v></c>',
      '<c r="J1" t="e"><v>#N/A</v></c>',
      '<c r="K1" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>',
    ].join("");
    const bytes = workbookOf({ sheets: { vInfo: `<row r="1">${row}</row>` } });
    expect(await expectAgreement(bytes)).toBe(11);
  });

  test("on dates of both epochs", async () => {
    // 45352.5 is 2024-03-01 12:00 in the 1900 system, and four years and a day later in the 1904 one.
    const sheets = {
      vInfo: '<row r="1"><c r="A1" s="1"><v>45352.5</v></c><c r="B1" s="2"><v>61</v></c></row>',
    };
    expect(await expectAgreement(workbookOf({ sheets, styles: DATE_STYLES }))).toBe(2);
    expect(await expectAgreement(workbookOf({ sheets, styles: DATE_STYLES, date1904: true }))).toBe(
      2,
    );
  });

  test("on sparse rows and rows and cells that do not say where they are", async () => {
    const bytes = workbookOf({
      sheets: {
        vInfo:
          '<row r="2"><c r="C2"><v>1</v></c><c r="AB2"><v>2</v></c></row><row r="7" spans="1:3"/><row r="9"><c r="B9" s="0"/><c r="D9"><v>4</v></c></row>',
        vCPU: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>",
      },
    });
    expect(await expectAgreement(bytes)).toBeGreaterThan(8);
  });

  test("on namespaced XML with single quotes, comments and blanks in tags", async () => {
    const bytes = workbookOf({
      sheets: {
        vInfo: `<?xml version='1.0'?><x:worksheet xmlns:x='${MAIN}'><!-- <sheetData> --><x:sheetData><x:row r='1' ><x:c r='A1' t='inlineStr' ><x:is><x:t>one</x:t></x:is></x:c><x:c r='B1'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    });
    expect(await expectAgreement(bytes)).toBe(2);
  });
});

describe("cells in every spelling that writers have", () => {
  test("mean what was written", SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(shapedWorkbook({ hasPhonetics: true }), async ({ bytes, means }) => {
        const ours = await readCells(sourceOfBytes("workbook.xlsx", bytes));
        const rows = [...(ours.get("vInfo") ?? [])].map(([number, cells]) => [
          number,
          withoutTrailing(cells),
        ]);
        const written = [...means].map(([number, cells]) => [number, withoutTrailing(cells)]);
        expect(rows).toEqual(written);
      }),
      { numRuns: 100 },
    );
  });

  test("are what hucre finds too", SLOW, async () => {
    // hucre takes phonetic runs of inline strings for text; ECMA-376 part 1, 18.4.6 says that they are not.
    await fc.assert(
      fc.asyncProperty(shapedWorkbook({ hasPhonetics: false }), async ({ bytes }) => {
        await expectAgreement(bytes);
      }),
      { numRuns: 50 },
    );
  });

  test("are what read-excel-file finds too", SLOW, async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      VM: `서울-${index} & co`,
      Powerstate: index % 3 === 0 ? null : "poweredOn",
      Template: index % 2 === 0,
      CPUs: index + 1,
      Memory: 1024.5 * index,
      Annotation: index % 4 === 0 ? "two\nlines <b>" : null,
    }));
    const bytes = rvtoolsWorkbook("4.3.2.0", { vInfo: rows, vHost: [{ Host: "esx-01" }] });
    const ours = await readCells(sourceOfBytes("workbook.xlsx", bytes));
    const theirs = await readWithReadExcelFile(bytes, { trim: false });
    expect(theirs.map(({ sheet }) => sheet)).toEqual([...ours.keys()]);
    for (const { sheet, data } of theirs) {
      const own = [...(ours.get(sheet)?.values() ?? [])].map((row) => row.map(ourForm));
      expect(own.map(withoutTrailing), sheet).toEqual(
        data.map((row) => withoutTrailing(row.map(normalise))),
      );
    }
  });
});

function withoutTrailing(cells: readonly CellValue[]): CellValue[] {
  const last = cells.findLastIndex((cell) => cell !== null);
  return cells.slice(0, last + 1);
}
