import type { Container } from "../container/zip-container";
import { serialToIso } from "../values";
import { CELL, type CellRow } from "./cell-row";
import type { WorkbookReading } from "./open-workbook";
import type { SharedStrings } from "./shared-strings";
import { SheetScanner } from "./sheet-scanner";
import type { WorkbookInfo, WorkbookSheet } from "./workbook";

/**
 * Every row of a sheet as texts, in order: what a cell shows, dates as ISO 8601, nothing for blank cells and errors.
 * Whoever stops asking stops the reading too, so that a header costs no more than its rows.
 */
export async function* sheetRows(
  container: Container,
  info: WorkbookInfo,
  sheet: WorkbookSheet,
  strings: SharedStrings,
  reading: WorkbookReading,
): AsyncGenerator<string[][]> {
  const part = container.parts.get(sheet.partName);
  if (part === undefined) return;
  let rows: string[][] = [];
  const scanner = new SheetScanner(
    {
      onRow: (row) => {
        const texts = textsOf(row, strings, info);
        if (texts.some((text) => text !== "")) rows.push(texts);
      },
    },
    { tokenBytes: reading.limits.tokenBytes, cellsLeft: reading.cellsLeft },
  );
  for await (const chunk of part.stream(reading.signal)) {
    scanner.write(chunk);
    reading.onBytes(chunk.byteLength);
    if (rows.length === 0) continue;
    const batch = rows;
    rows = [];
    yield batch;
  }
  scanner.end();
  if (rows.length > 0) yield rows;
}

function textsOf(row: CellRow, strings: SharedStrings, info: WorkbookInfo): string[] {
  const texts: string[] = [];
  for (let column = 0; column < row.width; column += 1) {
    texts.push(textOf(row, column, strings, info).trim());
  }
  return texts;
}

function textOf(row: CellRow, column: number, strings: SharedStrings, info: WorkbookInfo): string {
  const number = row.numbers[column] as number;
  switch (row.kinds[column]) {
    case CELL.shared:
      return strings.get(number) ?? "";
    case CELL.number: {
      const isDate = info.isDateStyle[row.styles[column] as number] === true;
      return (isDate ? serialToIso(number, info.date1904) : null) ?? String(number);
    }
    case CELL.boolean:
      return number === 1 ? "True" : "False";
    case CELL.text:
    case CELL.isoDate:
      return row.texts[column] ?? "";
    default:
      return "";
  }
}
