import type { ByteSource } from "../byte-source";
import { openContainer } from "../container/zip-container";
import { DEFAULT_IMPORT_LIMITS } from "../limits";
import { serialToIso } from "../values";
import { CELL, type CellRow } from "../workbook/cell-row";
import { openSharedStrings, sheetInputOf } from "../workbook/open-workbook";
import type { SharedStrings } from "../workbook/shared-strings";
import { readWorkbookInfo, type WorkbookInfo } from "../workbook/workbook";

export type CellValue = string | number | boolean | { date: string } | { error: string } | null;

/** Every cell of every sheet as our scanner sees it, by row number and column, for comparison with others. */
export async function readCells(
  source: ByteSource,
): Promise<Map<string, Map<number, CellValue[]>>> {
  const container = await openContainer(source, DEFAULT_IMPORT_LIMITS);
  const info = await readWorkbookInfo(container, DEFAULT_IMPORT_LIMITS);
  const reading = {
    limits: DEFAULT_IMPORT_LIMITS,
    cellsLeft: { count: DEFAULT_IMPORT_LIMITS.cells },
    signal: undefined,
    onBytes: () => {},
  };
  const strings = await openSharedStrings(container, info, reading);
  const sheets = new Map<string, Map<number, CellValue[]>>();
  for (const sheet of info.sheets) {
    const rows = new Map<number, CellValue[]>();
    await sheetInputOf(container, sheet, sheet.name, reading).scan(() => ({
      onRow: (row) => {
        const cells = cellsOf(row, strings, info);
        if (cells.some((cell) => cell !== null)) rows.set(row.rowNumber, cells);
      },
    }));
    sheets.set(sheet.name, rows);
  }
  return sheets;
}

function cellsOf(row: CellRow, strings: SharedStrings, info: WorkbookInfo): CellValue[] {
  const cells: CellValue[] = [];
  for (let column = 0; column < row.width; column += 1) {
    cells.push(cellOf(row, column, strings, info));
  }
  return cells;
}

function cellOf(
  row: CellRow,
  column: number,
  strings: SharedStrings,
  info: WorkbookInfo,
): CellValue {
  const number = row.numbers[column] ?? 0;
  switch (row.kinds[column]) {
    case CELL.number: {
      const isDate = info.isDateStyle[row.styles[column] ?? 0] === true;
      const iso = isDate ? serialToIso(number, info.date1904) : null;
      return iso === null ? number : { date: iso };
    }
    case CELL.shared:
      return strings.get(number);
    case CELL.boolean:
      return number === 1;
    case CELL.error:
      return { error: row.texts[column] ?? "" };
    case CELL.isoDate:
      return { date: (row.texts[column] ?? "").slice(0, 19) };
    case CELL.text:
      return row.texts[column] ?? null;
    default:
      return null;
  }
}
