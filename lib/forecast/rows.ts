import type { ForecastRow, ForecastRowPage, ForecastRowsQuery } from "./row-schema";
import type { Forecast } from "./schema";

/** A page of a forecast's VMs, filtered and sorted. */
export function forecastRowsOf(forecast: Forecast, query: ForecastRowsQuery): ForecastRowPage {
  const groupNames = new Map(forecast.groups.map(({ id, name }) => [id, name]));
  const needle = query.search.trim().toLowerCase();
  const sign = query.direction === "desc" ? -1 : 1;
  const found = forecast.migrations
    .filter(
      ({ name, group }) =>
        (query.group === undefined || group === query.group) &&
        (needle === "" || name.toLowerCase().includes(needle)),
    )
    .map((row): ForecastRow => ({ ...row, groupName: groupNames.get(row.group) ?? row.group }))
    .sort((a, b) => sign * compare(sortKey(a, query), sortKey(b, query)) || compare(a.vm, b.vm));
  return { total: found.length, rows: found.slice(query.offset, query.offset + query.limit) };
}

/** What is not within the horizon comes after every time, and what never completes after that. */
function sortKey(row: ForecastRow, { sort }: ForecastRowsQuery): string | number {
  switch (sort) {
    case "name":
    case "groupName":
      return row[sort].toLowerCase();
    case "completedRatio":
      return row.completedRatio ?? -1;
    default:
      if (row.blocked !== null) return Number.POSITIVE_INFINITY;
      return row[sort] ?? Number.MAX_VALUE;
  }
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
