import type { SheetName } from "@/lib/inventory/schema";
import { isMachineDiskHeader, isMachineHeader } from "./azure-migrate/machine-columns";
import type { Container } from "./container/zip-container";
import type { DelimitedTable } from "./delimited/delimited-table";
import { type TableKind, tableKindOf } from "./delimited/table-kind";
import { isLiveOptics } from "./live-optics/columns";
import type { ReadingSession } from "./part-reading";
import { sheetNameOf } from "./rvtools/read-estate";
import { openSharedStrings } from "./workbook/open-workbook";
import type { SharedStrings } from "./workbook/shared-strings";
import { sheetRows } from "./workbook/sheet-rows";
import type { WorkbookInfo, WorkbookSheet } from "./workbook/workbook";

/** What the sheets of a workbook are. */
export type WorkbookLayout =
  | { readonly kind: "rvtoolsWorkbook"; readonly sheets: ReadonlyMap<WorkbookSheet, SheetName> }
  | { readonly kind: "liveOptics" }
  | {
      readonly kind: "azureMigrateReport";
      readonly sheets: ReadonlyMap<WorkbookSheet, "machines" | "disks">;
    }
  | { readonly kind: "tables"; readonly tables: readonly SheetTable[] };

export interface SheetTable {
  readonly kind: "dependencyCsv" | "performanceCsv";
  readonly table: DelimitedTable;
}

/** A report of Azure Migrate has about 20 sheets; headers of more than this many are not looked at. */
const MAX_PEEKED_SHEETS = 60;
const HEADER_SEARCH_ROWS = 30;

/**
 * Finds out what a workbook holds: by the names of its sheets where they are RVTools' or Live Optics', else by their
 * headers, as people copy sheets and name them anew. Null for a workbook of which no sheet is known.
 */
export async function layoutOf(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  session: ReadingSession,
): Promise<WorkbookLayout | null> {
  const named = new Map<WorkbookSheet, SheetName>();
  for (const sheet of info.sheets) {
    const name = sheetNameOf(sheet.name);
    if (name !== null) named.set(sheet, name);
  }
  if ([...named.values()].includes("vInfo")) return { kind: "rvtoolsWorkbook", sheets: named };
  if (isLiveOptics(info.sheets.map((sheet) => sheet.name))) return { kind: "liveOptics" };
  return layoutByHeaders(container, info, fileName, session);
}

async function layoutByHeaders(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  session: ReadingSession,
): Promise<WorkbookLayout | null> {
  const strings = await openSharedStrings(container, info, session);
  const rvtools = new Map<WorkbookSheet, SheetName>();
  const machines = new Map<WorkbookSheet, "machines" | "disks">();
  const tables: SheetTable[] = [];
  for (const sheet of info.sheets.slice(0, MAX_PEEKED_SHEETS)) {
    const found = await findHeader(container, info, sheet, strings, session);
    if (found === null) continue;
    const { kind } = found;
    if (kind === "machines" || kind === "disks") machines.set(sheet, kind);
    else if (kind.kind === "rvtoolsCsv") rvtools.set(sheet, kind.sheet);
    else if (kind.kind === "dependencyCsv" || kind.kind === "performanceCsv") {
      const table = tableOf(container, info, sheet, strings, session, found, fileName);
      tables.push({ kind: kind.kind, table });
    }
  }
  if ([...rvtools.values()].includes("vInfo")) return { kind: "rvtoolsWorkbook", sheets: rvtools };
  if ([...machines.values()].includes("machines")) {
    return { kind: "azureMigrateReport", sheets: machines };
  }
  return tables.length > 0 ? { kind: "tables", tables } : null;
}

interface FoundHeader {
  kind: TableKind | "machines" | "disks";
  headers: readonly string[];
  /** Rows with something in them up to the header, the header included. */
  rowsAbove: number;
}

async function findHeader(
  container: Container,
  info: WorkbookInfo,
  sheet: WorkbookSheet,
  strings: SharedStrings,
  session: ReadingSession,
): Promise<FoundHeader | null> {
  let rowsAbove = 0;
  for await (const rows of sheetRows(container, info, sheet, strings, session)) {
    for (const headers of rows) {
      rowsAbove += 1;
      if (rowsAbove > HEADER_SEARCH_ROWS) return null;
      const kind = kindOf(headers);
      if (kind !== null) return { kind, headers, rowsAbove };
    }
  }
  return null;
}

function kindOf(headers: readonly string[]): FoundHeader["kind"] | null {
  if (isMachineHeader(headers)) return "machines";
  if (isMachineDiskHeader(headers)) return "disks";
  return tableKindOf(headers);
}

function tableOf(
  container: Container,
  info: WorkbookInfo,
  sheet: WorkbookSheet,
  strings: SharedStrings,
  session: ReadingSession,
  found: FoundHeader,
  fileName: string,
): DelimitedTable {
  session.expectBytes(container.parts.get(sheet.partName)?.inflatedBytes ?? 0);
  return {
    fileName,
    headers: found.headers,
    // Cells come apart by themselves: the tab stands for that.
    delimiter: "\t",
    encoding: "xlsx",
    // Numbers of a sheet are written with a point, whatever its reader's locale shows.
    decimalComma: false,
    batches: async function* () {
      let above = found.rowsAbove;
      for await (const rows of sheetRows(container, info, sheet, strings, session)) {
        const below = rows.slice(above);
        above = Math.max(0, above - rows.length);
        if (below.length > 0) yield below;
      }
    },
  };
}
