import type { DelimitedTable } from "../delimited/delimited-table";
import { sheetInputOfTables } from "../delimited/table-rows";
import type { PartReading, ReadingSession } from "../part-reading";
import { DEFAULT_LOCALE } from "../values";
import { readMachines } from "./read-machines";

/** Reads servers from text: the filled import template, or machines of an assessment saved as CSV. */
export function readMachineTable(
  table: DelimitedTable,
  session: ReadingSession,
): Promise<PartReading> {
  const name = "servers";
  return readMachines(
    {
      kind: "azureMigrateCsv",
      fileName: table.fileName,
      sheets: [{ holds: "machines", input: sheetInputOfTables(name, [table]) }],
      sheetsFound: [name],
      base: { strings: null, date1904: false, isDateStyle: [] },
      assumed: { ...DEFAULT_LOCALE, decimal: table.decimalComma ? "comma" : "point" },
      resavedBy: null,
    },
    session,
  );
}
