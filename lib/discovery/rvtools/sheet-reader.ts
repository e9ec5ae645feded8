import { CELL, type CellRow } from "../workbook/cell-row";
import type { RowSink } from "../workbook/sheet-scanner";
import { drop, type SheetTally } from "./estate";
import { type HeaderMatch, headerScore, matchHeader, type SheetColumns } from "./header";
import { RowValues, type ValueContext } from "./row-values";

/** Whoever produces the rows of a sheet: told which columns are read as soon as the header is known. */
export interface RowFeed {
  row: CellRow;
  assignSlots(slots: Int32Array, slotCount: number): void;
}

/** One sheet of an export, wherever its rows come from. */
export interface SheetInput {
  /** The sheet's name as RVTools spells it. */
  readonly name: string;
  readonly scan: (attach: (feed: RowFeed) => RowSink) => Promise<void>;
}

/** A header is looked for this far: people put titles and blank rows above tables. */
const HEADER_SEARCH_ROWS = 30;
/** A row that names this many of a sheet's columns is its header. */
const HEADER_MIN_COLUMNS = 2;

/** Finds the header of a sheet, then hands over its rows as values; counts what it passes over. */
export class SheetReader implements RowSink {
  header: HeaderMatch | null = null;
  private readonly values: RowValues;
  private headerTexts: (string | null)[] = [];
  private searched = 0;

  constructor(
    private readonly feed: RowFeed,
    private readonly sheet: SheetColumns,
    private readonly tally: SheetTally,
    context: ValueContext,
    private readonly handlers: {
      keepCustomAttributes: boolean;
      /** Told once, before the first row of data; may take slots away by setting them to -1. */
      onHeader?: (header: HeaderMatch) => void;
      onValues: (values: RowValues) => void;
    },
  ) {
    this.values = new RowValues(feed.row, context);
  }

  onRow(row: CellRow): void {
    this.values.row = row;
    if (this.header === null) {
      this.findHeader(row);
      return;
    }
    this.tally.rowsRead += 1;
    if (row.width === 0 || this.values.isBlank()) drop(this.tally, "blank");
    else if (this.repeatsHeader()) drop(this.tally, "repeatedHeader");
    else this.handlers.onValues(this.values);
  }

  private findHeader(row: CellRow): void {
    if (this.searched >= HEADER_SEARCH_ROWS) return;
    const texts: (string | null)[] = [];
    for (let column = 0; column < row.width; column += 1) texts.push(this.values.text(column));
    if (texts.every((text) => text === null)) return;
    this.searched += 1;
    if (headerScore(this.sheet, texts) < Math.min(HEADER_MIN_COLUMNS, this.sheet.columns.length)) {
      if (this.searched === 1) this.tally.unknownColumns = texts.filter((text) => text !== null);
      return;
    }
    const header = matchHeader(this.sheet, texts, this.handlers.keepCustomAttributes);
    this.handlers.onHeader?.(header);
    this.header = header;
    this.values.factors = header.factors;
    this.headerTexts = new Array<string | null>(header.slotCount).fill(null);
    texts.forEach((text, column) => {
      const slot = header.slots[column] ?? -1;
      if (slot >= 0) this.headerTexts[slot] = text;
    });
    this.tally.unknownColumns = header.unknown;
    this.tally.customAttributes = header.customAttributes.map((attribute) => attribute.name);
    this.feed.assignSlots(header.slots, header.slotCount);
  }

  /** Files put together by hand repeat the header between their parts. */
  private repeatsHeader(): boolean {
    let equal = 0;
    for (let slot = 0; slot < this.headerTexts.length && equal < HEADER_MIN_COLUMNS; slot += 1) {
      const header = this.headerTexts[slot];
      if (header === null || header === undefined) continue;
      const kind = this.values.row.kinds[slot];
      if (kind !== CELL.shared && kind !== CELL.text) {
        if (kind === CELL.empty) continue;
        return false;
      }
      if (this.values.text(slot) !== header) return false;
      equal += 1;
    }
    return equal >= HEADER_MIN_COLUMNS;
  }
}
