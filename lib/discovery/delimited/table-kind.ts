import type { SheetName } from "@/lib/inventory/schema";
import { isMachineHeader } from "../azure-migrate/machine-columns";
import { foldHeader } from "../rvtools/header";
import { rvtoolsTabOf } from "../rvtools/rvtools-tab";

/** What the header of a table says that it holds. */
export type TableKind =
  | { readonly kind: "rvtoolsCsv"; readonly sheet: SheetName }
  | { readonly kind: "azureMigrateCsv" | "dependencyCsv" | "performanceCsv" };

/** More columns than any export has: such a record is looked at no further. */
const MAX_HEADERS = 2_000;

/** The kind of table that a record is the header of; null when it is that of none that is known. */
export function tableKindOf(headers: readonly string[]): TableKind | null {
  if (headers.length < 2 || headers.length > MAX_HEADERS) return null;
  const names = new Set(headers.map(foldHeader));
  if (isDependencyHeader(names)) return { kind: "dependencyCsv" };
  if (isPerformanceHeader(names)) return { kind: "performanceCsv" };
  if (isMachineHeader(headers)) return { kind: "azureMigrateCsv" };
  const sheet = rvtoolsTabOf(headers);
  return sheet === null ? null : { kind: "rvtoolsCsv", sheet };
}

function hasAny(names: ReadonlySet<string>, ...spellings: string[]): boolean {
  return spellings.some((spelling) => names.has(spelling));
}

/** Azure Migrate: dependency analysis export ("Source server name", "Destination IP", "Destination port"). */
function isDependencyHeader(names: ReadonlySet<string>): boolean {
  return (
    hasAny(names, "sourceservername", "sourceserver", "sourceip") &&
    hasAny(names, "destinationservername", "destinationip", "destinationserver") &&
    names.has("destinationport")
  );
}

/** One sample a row: when, which VM, what was measured, how much. */
function isPerformanceHeader(names: ReadonlySet<string>): boolean {
  return (
    hasAny(names, "time", "timestamp", "date", "datetime", "sampletime") &&
    hasAny(names, "vm", "vmname", "object", "objectname", "entity", "name", "resource", "server") &&
    hasAny(names, "metric", "metricname", "counter", "metricid", "stat") &&
    hasAny(names, "value", "metricvalue", "average", "avg")
  );
}
