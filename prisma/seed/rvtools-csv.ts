import type { Writable } from "node:stream";
import type { Estate } from "./estate-types";
import { collect, rvtoolsSheets, type SheetSelection } from "./rvtools-workbook";
import type { Cell, Sheet } from "./sheet-model";
import { ZipWriter } from "./zip-writer";

export interface CsvOptions {
  selection?: SheetSelection;
  /** RVTools takes it from the regional settings. */
  delimiter?: "," | ";" | "\t";
  /** A decimal comma asks for another delimiter than the comma. */
  decimal?: "." | ",";
}

/** A zip of `RVTools_tab*.csv`, one file a sheet, as `ExportAll2csv` leaves them in a folder. */
export async function writeRvtoolsCsvZip(
  estate: Estate,
  sink: Writable,
  options: CsvOptions = {},
): Promise<void> {
  const zip = new ZipWriter(sink, estate.exportedAtMs);
  for (const sheet of rvtoolsSheets(estate, options.selection)) {
    await zip.add(`RVTools_tab${sheet.name}.csv`, csvLines(sheet, options));
  }
  await zip.finish();
}

export async function rvtoolsCsvZipBuffer(
  estate: Estate,
  options: CsvOptions = {},
): Promise<Buffer> {
  return collect((sink) => writeRvtoolsCsvZip(estate, sink, options));
}

function* csvLines(sheet: Sheet, options: CsvOptions): Iterable<string> {
  const { delimiter = ",", decimal = "." } = options;
  yield `${sheet.headers.map(csvText).join(delimiter)}\r\n`;
  for (const cells of sheet.rows()) {
    const line = cells.map((cell, index) =>
      csvCell(cell, sheet.dateColumns[index] === true, delimiter, decimal),
    );
    yield `${line.join(delimiter)}\r\n`;
  }
}

function csvCell(cell: Cell, isDate: boolean, delimiter: string, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return csvText(cell);
  if (isDate) return csvDate(cell);
  const number = String(cell).replace(".", decimal);
  return number.includes(delimiter) ? csvText(number) : number;
}

export function csvText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `2025/06/16 08:00:00`, as RVTools writes dates to CSV. */
function csvDate(epochMs: number): string {
  const [date = "", time = ""] = new Date(epochMs).toISOString().split("T");
  return `${date.replaceAll("-", "/")} ${time.slice(0, 8)}`;
}
