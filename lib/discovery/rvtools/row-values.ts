import {
  type LocaleVotes,
  parseDateText,
  parseFlagText,
  parseNumberText,
  serialToIso,
} from "../values";
import { CELL, type CellRow } from "../workbook/cell-row";
import type { SharedStrings } from "../workbook/shared-strings";

/** What the values of one file depend on beside the cells. */
export interface ValueContext {
  strings: SharedStrings | null;
  date1904: boolean;
  isDateStyle: readonly boolean[];
  votes: LocaleVotes;
}

/** Text is kept once per distinct value up to this many: exports repeat cluster and host names in every row. */
const INTERN_LIMIT = 50_000;

/** The current row's cells as values. Every reader answers null for a cell that is blank or says nothing. */
export class RowValues {
  row: CellRow;
  /** Multiplier per slot, for columns whose header states another unit than the field. */
  factors: readonly number[] = [];
  private readonly interned = new Map<string, string>();

  constructor(
    row: CellRow,
    private readonly context: ValueContext,
  ) {
    this.row = row;
  }

  isBlank(): boolean {
    for (let slot = 0; slot < this.row.width; slot += 1) {
      if (this.row.kinds[slot] !== CELL.empty && this.text(slot) !== null) return false;
    }
    return true;
  }

  text(slot: number): string | null {
    const kind = this.row.kinds[slot];
    if (kind === CELL.empty || kind === CELL.error || kind === undefined) return null;
    if (kind === CELL.shared) {
      const text = this.context.strings?.get(this.row.numbers[slot] as number) ?? null;
      return text === null ? null : trimmed(text);
    }
    if (kind === CELL.number) return this.numberAsText(slot);
    if (kind === CELL.boolean) return this.row.numbers[slot] === 1 ? "True" : "False";
    const text = trimmed(this.row.texts[slot] ?? "");
    return text === null ? null : this.intern(text);
  }

  number(slot: number): number | null {
    const kind = this.row.kinds[slot];
    if (kind === CELL.number) return (this.row.numbers[slot] as number) * (this.factors[slot] ?? 1);
    if (kind === CELL.boolean) return this.row.numbers[slot] as number;
    const text = this.text(slot);
    if (text === null) return null;
    const value = parseNumberText(text, this.context.votes);
    return value === null ? null : value * (this.factors[slot] ?? 1);
  }

  flag(slot: number): boolean | null {
    const kind = this.row.kinds[slot];
    if (kind === CELL.boolean) return this.row.numbers[slot] === 1;
    const text = this.text(slot);
    return text === null ? null : parseFlagText(text);
  }

  /** ISO 8601; local time without a zone, as exports write it. */
  date(slot: number): string | null {
    const kind = this.row.kinds[slot];
    if (kind === CELL.number) {
      return serialToIso(this.row.numbers[slot] as number, this.context.date1904);
    }
    const text = this.text(slot);
    return text === null ? null : parseDateText(text, this.context.votes);
  }

  private numberAsText(slot: number): string {
    const value = this.row.numbers[slot] as number;
    if (this.context.isDateStyle[this.row.styles[slot] as number]) {
      return serialToIso(value, this.context.date1904) ?? String(value);
    }
    return String(value);
  }

  private intern(text: string): string {
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    if (this.interned.size < INTERN_LIMIT) this.interned.set(text, text);
    return text;
  }
}

/** Without the blanks around it; null when nothing is left. */
function trimmed(text: string): string | null {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Most cells carry no blanks: two comparisons instead of a scan.
  if (first > 0x20 && first !== 0xa0 && last > 0x20 && last !== 0xa0) return text;
  const bare = text.trim();
  return bare === "" ? null : bare;
}
