/** One page of a long list, as the server cuts it. */
export interface Page<TRow> {
  rows: readonly TRow[];
  /** Rows that match, on all pages. */
  total: number;
}

export interface Sort {
  /** A column's `id`. */
  column: string;
  direction: "asc" | "desc";
}

/** What a page is asked for with. */
export interface PageRequest {
  offset: number;
  limit: number;
  sort: Sort | null;
  /** Free text; empty when nothing is searched. */
  search: string;
  /** Chosen filter values by filter id; a filter that is not set is absent. */
  filters: Readonly<Record<string, string>>;
}

/** The part of a request that a link carries. */
export type ListState = Pick<PageRequest, "sort" | "search" | "filters">;

/** Reads `name.desc`; null for anything else. */
export function parseSort(text: string | null): Sort | null {
  const match = /^(.+)\.(asc|desc)$/.exec(text ?? "");
  if (!match?.[1]) return null;
  return { column: match[1], direction: match[2] === "desc" ? "desc" : "asc" };
}

export function formatSort(sort: Sort): string {
  return `${sort.column}.${sort.direction}`;
}

/** Ascending, then descending, then as the server orders by itself. */
export function nextSort(current: Sort | null, column: string): Sort | null {
  if (current?.column !== column) return { column, direction: "asc" };
  return current.direction === "asc" ? { column, direction: "desc" } : null;
}

/** The offsets of the pages that cover rows `first` to `last` (both counted from 0, inclusive). */
export function pageOffsets(first: number, last: number, pageSize: number): number[] {
  const offsets: number[] = [];
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
    offsets.push(page * pageSize);
  }
  return offsets;
}
