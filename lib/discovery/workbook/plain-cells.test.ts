import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL, CellRow } from "./cell-row";
import { scanPlainCells } from "./plain-cells";
import { SheetScanner } from "./sheet-scanner";

const HEAD = '<?xml version="1.0"?><worksheet><sheetData>';
const TAIL = "</sheetData></worksheet>";

type Read = { kind: number; number: number; style: number }[][];

function scan(xml: string, chunkBytes: number): Read {
  const rows: Read = [];
  const scanner = new SheetScanner(
    {
      onRow: (row) =>
        rows.push(
          Array.from({ length: row.width }, (_, slot) => ({
            kind: row.kinds[slot] ?? 0,
            number: row.kinds[slot] === CELL.empty ? 0 : (row.numbers[slot] ?? 0),
            style: row.kinds[slot] === CELL.empty ? 0 : (row.styles[slot] ?? 0),
          })),
        ),
    },
    { tokenBytes: 1_000_000, cellsLeft: { count: 1_000_000 } },
  );
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    scanner.write(bytes.subarray(at, at + chunkBytes));
  }
  scanner.end();
  return rows;
}

/** Numbers as XML may write them, beyond what the short way takes. */
const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.nat(999_999), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom("0", "-0.5", "3.125E-2", "123456789012345", "1234567890123456", "0.1", ".5"),
);
const cells = fc.array(
  fc.record({
    column: fc.nat(40),
    style: fc.option(fc.nat(9)),
    type: fc.constantFrom("", ' t="n"', ' t="s"', ' t="b"'),
    value: numbers,
  }),
  { maxLength: 12 },
);

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

describe("the short way through plain cells", () => {
  it("reads what the long way reads, wherever chunks are cut", () => {
    fc.assert(
      fc.property(
        fc.array(cells, { maxLength: 6 }),
        fc.integer({ min: 7, max: 400 }),
        (rows, cut) => {
          const rowsXml = (blank: string) =>
            rows
              .map(
                (row, index) =>
                  `<row r="${index + 1}">${row
                    .map(({ column, style, type, value }) => {
                      const attributes = `r="${letters(column)}${index + 1}"${style === null ? "" : ` s="${style}"`}`;
                      return `<c ${attributes}${type}${blank}><v>${value}</v></c>`;
                    })
                    .join("")}</row>`,
              )
              .join("");
          // A blank before `>` is as good XML, and nothing that the short way takes.
          const long = scan(`${HEAD}${rowsXml(" ")}${TAIL}`, 1_000_000);
          expect(scan(`${HEAD}${rowsXml("")}${TAIL}`, cut)).toEqual(long);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("stops before a cell that it does not take", () => {
    const plain = '<c r="A1" s="2" t="s"><v>7</v></c>';
    for (const other of [
      '<c r="B1" t="str"><v>x</v></c>',
      '<c r="B1"><f>1+1</f><v>2</v></c>',
      '<c  r="B1"><v>2</v></c>',
      '<c r="b1"><v>2</v></c>',
      "<c><v>2</v></c>",
      '<c r="B1"><v>1e5</v></c>',
      '<c r="B1"><v>1234567890123456</v></c>',
      '<c r="B1"><v></v></c>',
      '<c r="XFE1"><v>1</v></c>',
    ]) {
      const bytes = Buffer.from(`${plain}${other}${" ".repeat(200)}`);
      const state = { row: new CellRow(20_000), slots: null, column: -1, cellCount: 0 };
      expect(scanPlainCells(bytes, 0, bytes.length, state), other).toBe(plain.length);
      expect(state.cellCount).toBe(1);
      expect(state.row.numbers[0]).toBe(7);
      expect(state.row.kinds[0]).toBe(CELL.shared);
    }
  });
});
