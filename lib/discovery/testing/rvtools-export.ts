import columns from "./rvtools-columns.json";
import { rowsOf, type WorkbookParts, workbookOf } from "./workbook-of";

/** RVTools exports for tests, under the headers that real versions write. Only tests import this. */

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export type Version = keyof typeof columns;

/** The headers of a sheet as a version of RVTools writes them, blanks around them included. */
export function headersOf(version: Version, sheet: string): readonly string[] {
  const headers = (columns[version] as Readonly<Record<string, readonly string[]>>)[sheet];
  if (headers === undefined) throw new RangeError(`${version} has no ${sheet}`);
  return headers;
}

export function sheetsOf(version: Version): readonly string[] {
  return Object.keys(columns[version]);
}

/** A header and rows under it; what a row does not name stays blank. Throws for a header that is not there. */
export function tableOf(headers: readonly string[], rows: readonly Row[]): Cell[][] {
  const known = new Set(headers.map((header) => header.trim()));
  for (const row of rows) {
    for (const header of Object.keys(row)) {
      if (!known.has(header)) throw new RangeError(`no header ${header}`);
    }
  }
  return [[...headers], ...rows.map((row) => headers.map((header) => row[header.trim()] ?? null))];
}

/** A workbook of the sheets given, each under its version's headers. */
export function rvtoolsWorkbook(
  version: Version,
  sheets: Readonly<Record<string, readonly Row[]>>,
  parts: Omit<WorkbookParts, "sheets"> = {},
): Buffer {
  const xml = Object.fromEntries(
    Object.entries(sheets).map(([sheet, rows]) => [
      sheet,
      rowsOf(tableOf(headersOf(version, sheet), rows)),
    ]),
  );
  return workbookOf({ ...parts, sheets: xml });
}

/** The same as a text of records, every field quoted as RVTools does. */
export function rvtoolsCsv(
  version: Version,
  sheet: string,
  rows: readonly Row[],
  delimiter = ",",
): string {
  return tableOf(headersOf(version, sheet), rows)
    .map((row) => row.map((cell) => quoted(cell)).join(delimiter))
    .join("\r\n");
}

function quoted(cell: Cell): string {
  return `"${String(cell ?? "").replaceAll('"', '""')}"`;
}
