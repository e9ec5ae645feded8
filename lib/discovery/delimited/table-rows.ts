import type { RowFeed, SheetInput } from "../rvtools/sheet-reader";
import { CELL, CellRow, MAX_COLUMNS } from "../workbook/cell-row";
import type { DelimitedTable } from "./delimited-table";

/** The rows of tables of text as rows of cells, for the readers of sheets. */
class TextFeed implements RowFeed {
  row: CellRow;
  private slots: Int32Array | null = null;
  private rowNumber = 0;

  constructor(columnCount: number) {
    this.row = new CellRow(Math.min(columnCount, MAX_COLUMNS));
  }

  assignSlots(slots: Int32Array, slotCount: number): void {
    this.slots = slots;
    this.row = new CellRow(slotCount);
  }

  put(cells: readonly string[]): CellRow {
    const { row, slots } = this;
    row.clear();
    this.rowNumber += 1;
    row.rowNumber = this.rowNumber;
    const count = Math.min(cells.length, slots === null ? row.kinds.length : slots.length);
    for (let column = 0; column < count; column += 1) {
      const text = cells[column] as string;
      const slot = slots === null ? column : (slots[column] as number);
      if (slot < 0 || text === "") continue;
      row.kinds[slot] = CELL.text;
      row.texts[slot] = text;
      if (slot >= row.width) row.width = slot + 1;
    }
    return row;
  }
}

/** Tables of one sheet, one after another, as something to read rows from. Each is read under its own header. */
export function sheetInputOfTables(name: string, tables: readonly DelimitedTable[]): SheetInput {
  return {
    name,
    scan: async (attach) => {
      for (const table of tables) {
        const feed = new TextFeed(table.headers.length);
        const sink = attach(feed);
        sink.onRow(feed.put(table.headers));
        for await (const batch of table.batches()) {
          for (const cells of batch) sink.onRow(feed.put(cells));
        }
      }
    },
  };
}
