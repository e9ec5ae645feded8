import { expect, it } from "vitest";
import { forecastRowsQuerySchema } from "./row-schema";
import { forecastRowsOf } from "./rows";
import type { Blocked, Forecast, MigrationForecast } from "./schema";

function row(vm: string, p90: number | null, blocked: Blocked | null = null): MigrationForecast {
  const group = vm.startsWith("db") ? "second" : "first";
  const ends = { p10: p90, p50: p90, p80: p90, p90, endedRatio: 1 };
  const completedRatio = blocked === null ? 1 : null;
  return { vm, name: vm.toUpperCase(), group, ...ends, completedRatio, blocked };
}

const failed = { outcome: "failed", code: "isoMounted" } as const;
const forecast = {
  groups: [
    { id: "first", name: "First wave" },
    { id: "second", name: "Second wave" },
  ],
  migrations: [row("web-1", 20), row("db-1", 30, failed), row("web-2", null), row("db-2", 10)],
} as Forecast;

function vmsOf(query: Record<string, string>): string[] {
  return forecastRowsOf(forecast, forecastRowsQuerySchema.parse(query)).rows.map(({ vm }) => vm);
}

it("begins with what never completes, then what does not end within the horizon, then the latest", () => {
  expect(vmsOf({})).toEqual(["db-1", "web-2", "web-1", "db-2"]);
  expect(vmsOf({ sort: "p50", direction: "asc" })).toEqual(["db-2", "web-1", "web-2", "db-1"]);
});

it("finds by name and by group, and says how many it found", () => {
  expect(vmsOf({ search: "Web" })).toEqual(["web-2", "web-1"]);
  const query = forecastRowsQuerySchema.parse({ group: "second", limit: "1", offset: "1" });
  const page = forecastRowsOf(forecast, query);
  expect(page).toMatchObject({ total: 2, rows: [{ vm: "db-2", groupName: "Second wave" }] });
});
