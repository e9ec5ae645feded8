/**
 * CSV as spreadsheets open it safely: RFC 4180 quoting, and a leading apostrophe before text that a
 * spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, carriage return).
 */

type CsvValue = string | number | boolean | null | undefined;

const FORMULA_START = /^[=+\-@\t\r]/;

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its line end. Null is an empty cell. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** Excel takes a file for UTF-8 only when it starts so. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";
