import type { Page, PageRequest } from "@/components/tables/page-request";

type Value = string | number | boolean | null;

/** How a list that is already here is searched and sorted; keys are the column ids. */
export type ColumnValues<TRow> = Readonly<Record<string, (row: TRow) => Value>>;

function compare(left: Value, right: Value): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), "en", { numeric: true, sensitivity: "base" });
}

/**
 * Cuts a page out of rows that are already here, by the rules of the server's lists: search is by
 * substring in any case, unknown values come last whichever way the list is sorted.
 */
export function localPage<TRow>(
  rows: readonly TRow[],
  values: ColumnValues<TRow>,
  request: Pick<PageRequest, "offset" | "limit" | "sort" | "search">,
): Page<TRow> {
  const wanted = request.search.trim().toLowerCase();
  const readers = Object.values(values);
  const matching = rows.filter(
    (row) =>
      wanted === "" ||
      readers.some((read) => {
        const value = read(row);
        return typeof value === "string" && value.toLowerCase().includes(wanted);
      }),
  );
  const { sort } = request;
  const read = sort ? values[sort.column] : undefined;
  if (sort && read) {
    const sign = sort.direction === "desc" ? -1 : 1;
    matching.sort((leftRow, rightRow) => {
      const left = read(leftRow);
      const right = read(rightRow);
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return sign * compare(left, right);
    });
  }
  return {
    rows: matching.slice(request.offset, request.offset + request.limit),
    total: matching.length,
  };
}
