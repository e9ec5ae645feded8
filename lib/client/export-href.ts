import type { ExportFormat, ExportListName } from "@/lib/export/schema";
import { type QueryValue, toQueryString } from "./api";

/** Search, sort and filters of a list, as every list keeps them. */
interface ListRequest {
  sort: { column: string; direction: "asc" | "desc" } | null;
  search: string;
  filters: Readonly<Record<string, string>>;
}

/** Where a list downloads from: the rows that its search and filters leave, in its order. */
export function exportHref(
  projectId: string,
  list: ExportListName,
  format: ExportFormat,
  request: Partial<ListRequest> = {},
  more: Readonly<Record<string, QueryValue>> = {},
): string {
  const { sort, search, filters } = request;
  const query = {
    format,
    ...(sort ? { sort: sort.column, direction: sort.direction } : {}),
    ...(search ? { search } : {}),
    ...filters,
    ...more,
  };
  return `/api/projects/${encodeURIComponent(projectId)}/export/${list}${toQueryString(query)}`;
}
