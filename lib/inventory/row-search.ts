/** Searching and sorting rows that are already here, by the rules of the server's lists. */

type Value = string | number | boolean | null;

/** How a list is searched and sorted; keys are the column ids. */
export type ColumnValues<TRow> = Readonly<Record<string, (row: TRow) => Value>>;

export interface RowQuery {
  search: string;
  sort: { column: string; direction: "asc" | "desc" } | null;
}

/** Upper and lower case together, and host-9 before host-10. */
export const TEXT_ORDER = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compare(left: Value, right: Value): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return TEXT_ORDER.compare(String(left), String(right));
}

/**
 * The rows that match, in order: search is by substring in any case, unknown values come last
 * whichever way the list is sorted, and a column that is not known leaves the order as it is.
 */
export function searchRows<TRow>(
  rows: readonly TRow[],
  values: ColumnValues<TRow>,
  { search, sort }: RowQuery,
): TRow[] {
  const wanted = search.trim().toLowerCase();
  const readers = Object.values(values);
  const matching = rows.filter(
    (row) =>
      wanted === "" ||
      readers.some((read) => {
        const value = read(row);
        return typeof value === "string" && value.toLowerCase().includes(wanted);
      }),
  );
  const read = sort ? values[sort.column] : undefined;
  if (!sort || !read) return matching;
  const sign = sort.direction === "desc" ? -1 : 1;
  return matching.sort((leftRow, rightRow) => {
    const left = read(leftRow);
    const right = read(rightRow);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}
