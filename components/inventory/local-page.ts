import type { Page, PageRequest } from "@/components/tables/page-request";
import { type ColumnValues, searchRows } from "@/lib/inventory/row-search";

/** Cuts a page out of rows that are already here, by the rules of the server's lists. */
export function localPage<TRow>(
  rows: readonly TRow[],
  values: ColumnValues<TRow>,
  request: Pick<PageRequest, "offset" | "limit" | "sort" | "search">,
): Page<TRow> {
  const matching = searchRows(rows, values, request);
  return {
    rows: matching.slice(request.offset, request.offset + request.limit),
    total: matching.length,
  };
}
