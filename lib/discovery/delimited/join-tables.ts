import { foldHeader } from "../rvtools/header";
import { ImportError } from "../schema";
import type { DelimitedTable } from "./delimited-table";

/**
 * Several tables of one kind as one, in order, under the header of the first: the columns of the others are put in
 * its order, ones that it lacks are left out, ones that they lack are blank. Throws `mixedDecimalMarks` where the tables write
 * numbers in different ways, as no reader could tell `1,546` of one from that of the other.
 */
export function joinTables(tables: readonly DelimitedTable[]): DelimitedTable {
  const [first] = tables;
  if (first === undefined) throw new RangeError("no table to join");
  if (tables.length === 1) return first;
  if (tables.some((table) => table.decimalComma !== first.decimalComma)) {
    throw new ImportError("mixedDecimalMarks");
  }
  const wanted = first.headers.map(foldHeader);
  return {
    ...first,
    batches: async function* () {
      for (const table of tables) {
        const folded = table.headers.map(foldHeader);
        const columns = wanted.map((header) => folded.indexOf(header));
        const isSame = columns.every((column, index) => column === index);
        for await (const batch of table.batches()) {
          yield isSame ? batch : batch.map((row) => columns.map((column) => row[column] ?? ""));
        }
      }
    },
  };
}
