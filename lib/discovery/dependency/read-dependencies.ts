import type { Dependency, DependencyPeriod } from "@/lib/dependency/schema";
import { localMinute } from "@/lib/units/local-minute";
import type { DelimitedTable } from "../delimited/delimited-table";
import type { ReadingSession } from "../part-reading";
import { foldHeader } from "../rvtools/header";
import { type DroppedReason, ImportError } from "../schema";
import type { TableReading } from "../table-readers";
import { tableReportOf } from "../table-report";
import { TimeColumn } from "../time-column";
import { type ConnectionRow, DependencyAggregate } from "./dependency-aggregate";

export interface DependencyReading extends TableReading {
  dependencies: Dependency[];
  period: DependencyPeriod;
}

/**
 * Azure Migrate: dependency analysis, export columns ("Timeslot", "Source server name", ...), folded; after the
 * documented spelling those of the two older exports.
 */
const COLUMNS = {
  time: ["timeslot", "time", "timestamp"],
  sourceName: ["sourceservername", "sourceserver", "sourceip"],
  sourceApplication: ["sourceapplication"],
  sourceProcess: ["sourceprocess"],
  destinationName: ["destinationservername", "destinationserver"],
  destinationIp: ["destinationip", "destinationipaddress"],
  destinationApplication: ["destinationapplication"],
  destinationProcess: ["destinationprocess"],
  port: ["destinationport"],
} as const;
type Field = keyof typeof COLUMNS;

/** What exports write where they know nothing. */
const UNKNOWN_WORDS = new Set(["", "-", "unknown", "n/a", "null", "none"]);
/** Longer cells are no names, and would be kept for every connection. */
const LONGEST_TEXT = 300;

/**
 * Reads a dependency export of any length, aggregated over its time slots. Rows that name no source, no destination
 * or no time are dropped and counted. Throws ImportError: noRows, tooManyConnections, and what the table throws.
 */
export async function readDependencies(
  table: DelimitedTable,
  session: ReadingSession,
): Promise<DependencyReading> {
  session.onSheet(table.fileName);
  const columns = columnsOf(table.headers);
  const time = await TimeColumn.open(table, columns.time);
  const aggregate = new DependencyAggregate();
  const dropped: Partial<Record<DroppedReason, number>> = {};
  let rowsRead = 0;
  let rowsKept = 0;
  for await (const rows of table.batches()) {
    for (const cells of rows) {
      const timeMs = time.msOf(cells);
      const row = rowOf(cells, columns);
      const reason = typeof row === "string" ? row : timeMs === null ? "noTime" : null;
      if (reason !== null) dropped[reason] = (dropped[reason] ?? 0) + 1;
      else {
        aggregate.add(row as ConnectionRow, timeMs ?? 0);
        rowsKept += 1;
      }
    }
    rowsRead += rows.length;
    session.onRows(rows.length);
  }
  if (rowsKept === 0) throw new ImportError("noRows", { file: table.fileName });
  const period = aggregate.period();
  return {
    dependencies: [...aggregate.dependencies()],
    period,
    sheets: [tableReportOf("Dependencies", table, columns, { rowsRead, rowsKept, dropped })],
    notes: [
      {
        code: "dependencyPeriod",
        severity: "info",
        count: aggregate.connectionCount,
        detail: {
          rows: rowsKept,
          slots: period.slotCount,
          start: localMinute(period.startAt ?? ""),
          end: localMinute(period.endAt ?? ""),
        },
      },
    ],
  };
}

/** Where each field is; -1 for a column that the export lacks. */
function columnsOf(headers: readonly string[]): Record<Field, number> {
  const folded = headers.map(foldHeader);
  const placeOf = (names: readonly string[]) => {
    for (const name of names) {
      const place = folded.indexOf(name);
      if (place >= 0) return place;
    }
    return -1;
  };
  const entries = Object.entries(COLUMNS).map(([field, names]) => [field, placeOf(names)]);
  return Object.fromEntries(entries) as Record<Field, number>;
}

function rowOf(
  cells: readonly string[],
  columns: Record<Field, number>,
): ConnectionRow | Extract<DroppedReason, "noVmName" | "noDestination" | "repeatedHeader"> {
  const text = (field: Field) => textOf(cells[columns[field]]);
  const sourceName = text("sourceName");
  const destinationName = text("destinationName");
  const destinationIp = text("destinationIp");
  if (sourceName === "") return "noVmName";
  if (foldHeader(sourceName) === "sourceservername") return "repeatedHeader";
  if (destinationName === "" && destinationIp === "") return "noDestination";
  return {
    sourceName,
    sourceApplication: text("sourceApplication"),
    sourceProcess: text("sourceProcess"),
    destinationName,
    destinationIp,
    destinationApplication: text("destinationApplication"),
    destinationProcess: text("destinationProcess"),
    port: portOf(cells[columns.port] ?? ""),
  };
}

function textOf(cell: string | undefined): string {
  if (cell === undefined || cell === "") return "";
  const text = cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell;
  return text.length <= 7 && UNKNOWN_WORDS.has(text.toLowerCase()) ? "" : text;
}

function portOf(cell: string): number | null {
  if (!/^\d{1,5}$/.test(cell)) return null;
  const port = Number(cell);
  return port >= 1 && port <= 65_535 ? port : null;
}
