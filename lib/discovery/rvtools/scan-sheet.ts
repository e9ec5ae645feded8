import { type Estate, emptyTally, type SheetTally } from "./estate";
import type { HeaderMatch, SheetColumns } from "./header";
import type { RowValues, ValueContext } from "./row-values";
import { type SheetInput, SheetReader } from "./sheet-reader";

export interface ScanOptions {
  context: ValueContext;
  /** Told as each sheet begins. */
  onSheet?: (name: string) => void;
  onRows?: (rows: number) => void;
}

export type RowHandler = (row: RowValues, tally: SheetTally) => void;

/** Reads one sheet row by row and adds its tally to the estate; null when no header was found. */
export async function scanSheet(
  input: SheetInput,
  columns: SheetColumns,
  estate: Estate,
  options: ScanOptions,
  onValues: RowHandler,
): Promise<HeaderMatch | null> {
  const tally = emptyTally(input.name);
  options.onSheet?.(input.name);
  let header: HeaderMatch | null = null;
  await input.scan(
    (feed) =>
      new SheetReader(feed, columns, tally, options.context, {
        keepCustomAttributes: false,
        onHeader: (match) => {
          header = match;
        },
        onValues: (values) => onValues(values, tally),
      }),
  );
  options.onRows?.(tally.rowsRead);
  estate.tallies.push(tally);
  return header;
}
