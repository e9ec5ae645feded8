import type { Coverage, SheetName } from "@/lib/inventory/schema";

/**
 * What a column of another format fills, by the RVTools columns that stand for it: readiness rules ask in those
 * whether they can be evaluated at all.
 */
export type ColumnCoverage = Readonly<Record<string, readonly (readonly [SheetName, string])[]>>;

/** Notes in `coverage` what the columns found fill. */
export function cover(
  coverage: Coverage,
  found: readonly string[],
  meanings: ColumnCoverage,
): void {
  for (const column of found) {
    for (const [sheet, name] of meanings[column] ?? []) {
      const columns = coverage[sheet] ?? [];
      if (!columns.includes(name)) columns.push(name);
      coverage[sheet] = columns;
    }
  }
}
