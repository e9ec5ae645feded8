import type { Container } from "../container/zip-container";
import type { ReadingSession } from "../part-reading";
import { DEFAULT_LOCALE, LocaleVotes, parseDateText, serialToIso } from "../values";
import type { SharedStrings } from "../workbook/shared-strings";
import { sheetRows } from "../workbook/sheet-rows";
import type { WorkbookInfo } from "../workbook/workbook";

export interface CollectionDetails {
  /** When the collection was made, local time; null when the sheet does not say. */
  collectedAt: string | null;
  collectorVersion: string | null;
}

const MAX_ROWS = 200;
const DATE_LABELS = ["date", "collection date", "report date", "start date", "start time"];

/** The sheet Details: names in its first column, what they are in the second. */
export async function readDetails(
  container: Container,
  info: WorkbookInfo,
  strings: SharedStrings,
  session: ReadingSession,
): Promise<CollectionDetails> {
  const details: CollectionDetails = { collectedAt: null, collectorVersion: null };
  const sheet = info.sheets.find((other) => other.name.trim().toLowerCase() === "details");
  if (sheet === undefined) return details;
  let seen = 0;
  for await (const rows of sheetRows(container, info, sheet, strings, session)) {
    for (const [label = "", value = ""] of rows) {
      seen += 1;
      const name = label.replace(/:$/, "").trim().toLowerCase();
      if (DATE_LABELS.includes(name)) details.collectedAt ??= dateOf(value, info.date1904);
      if (name === "collector build version") details.collectorVersion = value || null;
    }
    if (seen > MAX_ROWS) break;
  }
  return details;
}

function dateOf(value: string, date1904: boolean): string | null {
  const serial = /^\d{5}(?:\.\d+)?$/.test(value) ? Number(value) : null;
  if (serial !== null) return serialToIso(serial, date1904);
  return parseDateText(value, new LocaleVotes(DEFAULT_LOCALE));
}
