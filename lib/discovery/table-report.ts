import type { DelimitedTable } from "./delimited/delimited-table";
import type { DroppedReason, SheetReport } from "./schema";

interface RowCounts {
  rowsRead: number;
  rowsKept: number;
  dropped: Partial<Record<DroppedReason, number>>;
}

/** What the data confidence report says of a table: its rows, and the columns that nothing was made of. */
export function tableReportOf(
  sheet: SheetReport["sheet"],
  table: DelimitedTable,
  columns: Readonly<Record<string, number>>,
  rows: RowCounts,
): SheetReport {
  const known = new Set<number>(Object.values(columns));
  return {
    sheet,
    ...rows,
    unknownColumns: table.headers.filter((header, index) => header !== "" && !known.has(index)),
    customAttributes: [],
  };
}
