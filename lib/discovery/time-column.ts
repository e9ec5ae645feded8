import type { DelimitedTable } from "./delimited/delimited-table";
import { monthNamesToNumbers } from "./month-names";
import { DEFAULT_LOCALE, LocaleVotes, parseDateText } from "./values";

/** Rows that decide whether `3/4/2025` is in March: a day of samples of a small estate. */
const SAMPLE_ROWS = 20_000;
/** Different texts whose meaning is kept: times repeat for every server. */
const KNOWN_TEXTS_MAX = 50_000;
/** Seconds and milliseconds since 1970: of the years 2001 to 2286. */
const EPOCH_SECONDS = /^\d{10}$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;

/** The times of a table, in whichever way its export writes them. The order of day and month holds for all rows. */
export class TimeColumn {
  private readonly known = new Map<string, number | null>();

  private constructor(
    private readonly column: number,
    private readonly votes: LocaleVotes,
  ) {}

  /** Reads the first rows of the table for the order of day and month. */
  static async open(table: DelimitedTable, column: number): Promise<TimeColumn> {
    const votes = new LocaleVotes(DEFAULT_LOCALE);
    let seen = 0;
    let last = "";
    for await (const rows of table.batches()) {
      for (const cells of rows) {
        const text = cells[column] ?? "";
        // A time that is repeated for every server says nothing new.
        if (text === last) continue;
        last = text;
        parseDateText(monthNamesToNumbers(text), votes);
      }
      seen += rows.length;
      if (seen >= SAMPLE_ROWS) break;
    }
    return new TimeColumn(column, new LocaleVotes(votes.decided()));
  }

  /** Milliseconds since 1970, local time taken as UTC; null for what is no time. */
  msOf(cells: readonly string[]): number | null {
    const text = cells[this.column] ?? "";
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const ms = this.parse(text);
    if (this.known.size >= KNOWN_TEXTS_MAX) this.known.clear();
    this.known.set(text, ms);
    return ms;
  }

  private parse(text: string): number | null {
    if (EPOCH_SECONDS.test(text)) return Number(text) * 1_000;
    if (EPOCH_MILLISECONDS.test(text)) return Number(text);
    const iso = parseDateText(monthNamesToNumbers(text), this.votes);
    if (iso === null) return null;
    const ms = Date.parse(iso.endsWith("Z") ? iso : `${iso}Z`);
    return Number.isNaN(ms) ? null : ms;
  }
}
