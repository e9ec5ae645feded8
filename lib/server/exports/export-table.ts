import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { RefusedError } from "@/lib/errors/schema";
import type { Texts } from "@/lib/world/message-words";

/** One list as it is handed out: columns in the reader's language, rows as they are read. */

export type ExportValue = string | number | boolean | null;

export interface ExportColumn {
  label: string;
  /** Characters that fit; 16 unless told. */
  width?: number;
  /** How a spreadsheet shows numbers: `percent` for shares of 1, `money` to the cent. */
  format?: "percent" | "money" | "integer" | "decimal";
}

export interface ExportTable {
  /** Without its ending: `landfall-vms`. */
  fileName: string;
  sheet: string;
  columns: readonly ExportColumn[];
  rows: AsyncIterable<readonly ExportValue[]>;
}

export interface ExportRequest {
  projectId: string;
  /** Search, sort and filters as the list has them in its address. */
  query: Readonly<Record<string, string>>;
  texts: Texts;
}

export type ExportList = (request: ExportRequest) => Promise<ExportTable>;

/** The texts of the language that the reader uses. */
export async function readerTexts(): Promise<Texts> {
  return (await getTranslations()) as unknown as Texts;
}

/** The list's own query; a filter that it does not know is told, not passed over. @throws RefusedError badRequest */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  query: Readonly<Record<string, string>>,
): z.output<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new RefusedError(
    "badRequest",
    "Some filters are not as they must be.",
    parsed.error.issues.map((issue) => ({
      path: ["query", ...issue.path].join("."),
      code: issue.code,
    })),
  );
}

/** Search and sort of a list whose rows are all here. */
export function rowQueryOf(query: Readonly<Record<string, string>>) {
  return {
    search: query.search ?? "",
    sort: query.sort
      ? {
          column: query.sort,
          direction: query.direction === "desc" ? ("desc" as const) : ("asc" as const),
        }
      : null,
  };
}

/** Rows a page of the database; an export is read and sent page by page. */
export const EXPORT_PAGE_ROWS = 500;

/**
 * Every page of a list as rows. The first is handed over as it was read before answering, so that a
 * refusal is an error and not a cut file.
 */
export async function* pagedRows<TRow>(
  first: { rows: readonly TRow[]; total: number },
  read: (offset: number) => Promise<{ rows: readonly TRow[] }>,
  toValues: (row: TRow) => readonly ExportValue[],
): AsyncGenerator<readonly ExportValue[]> {
  for (const row of first.rows) yield toValues(row);
  for (let offset = first.rows.length; offset < first.total; ) {
    const { rows } = await read(offset);
    // The list may have shrunk since; an empty page is its end.
    if (rows.length === 0) return;
    for (const row of rows) yield toValues(row);
    offset += rows.length;
  }
}

/** Rows that are already here. */
export async function* rowsOf<TRow>(
  rows: readonly TRow[],
  toValues: (row: TRow) => readonly ExportValue[],
): AsyncGenerator<readonly ExportValue[]> {
  for (const row of rows) yield toValues(row);
}
