import { createHash } from "node:crypto";
import type { Inventory } from "@/lib/inventory/schema";
import { readMachineTable } from "./azure-migrate/read-table";
import { readMachineWorkbook } from "./azure-migrate/read-workbook";
import { type ByteSource, readRange } from "./byte-source";
import { combineReadings } from "./combine";
import { buildConfidence } from "./confidence";
import type { DelimitedTable } from "./delimited/delimited-table";
import { joinTables } from "./delimited/join-tables";
import { type ExportContent, type OpenWorkbook, openExports } from "./export-content";
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from "./limits";
import { readLiveOptics } from "./live-optics/read-workbook";
import { type PartReading, ReadingSession } from "./part-reading";
import { anonymiseInventory } from "./redaction/anonymise-inventory";
import { anonymiseTables } from "./redaction/anonymise-tables";
import { exportsOfTabs, readRvtoolsTabs } from "./rvtools/read-tabs";
import { readRvtoolsWorkbook } from "./rvtools/read-workbook";
import { type DataConfidence, ImportError, type ImportProgress, type SheetReport } from "./schema";
import {
  type DependencyReading,
  type PerformanceReading,
  TABLE_READERS,
  type TableReader,
  type TableReading,
} from "./table-readers";

/** How an import is to be read. `nowIso` is the moment of the import, for the age of the export. */
export interface ReadExportOptions {
  nowIso: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  limits?: Partial<ImportLimits> | undefined;
  /**
   * Replaces names and addresses by others of the same shape; joins between them stay, and stay the same under the
   * same key. Null leaves them as they are.
   */
  anonymiseKey?: string | null | undefined;
}

/** What one import brought: any of the three may be missing, not all of them. */
export interface ExportReading {
  inventory: Inventory | null;
  dependencies: DependencyReading | null;
  performance: PerformanceReading | null;
  confidence: DataConfidence;
}

/**
 * Reads the files of one import, whatever kinds they are: inventories into one, dependencies and performance samples
 * beside it, and the report on all of them.
 * Throws an ImportError with a closed code for files that cannot be used; nothing else is expected to be thrown.
 */
export async function readExport(
  sources: readonly ByteSource[],
  options: ReadExportOptions,
): Promise<ExportReading> {
  const limits: ImportLimits = { ...DEFAULT_IMPORT_LIMITS, ...options.limits };
  checkFileSizes(sources, limits);
  const session = new ReadingSession(limits, options.signal, options.onProgress);
  session.tell("opening");
  const files = await hashFiles(sources, options.signal);
  const content = await openExports(sources, session);
  const readings = await readInventories(content, session);
  const dependencies = await readTables(
    TABLE_READERS.dependencyCsv,
    content.dependencyCsv,
    session,
  );
  const performance = await readTables(
    TABLE_READERS.performanceCsv,
    content.performanceCsv,
    session,
  );
  session.tell("assembling");
  const combined = readings.length === 0 ? null : combineReadings(readings);
  if (typeof options.anonymiseKey === "string") {
    if (combined !== null) anonymiseInventory(combined.inventory, options.anonymiseKey);
    anonymiseTables(dependencies?.dependencies ?? [], performance?.vms ?? [], options.anonymiseKey);
  }
  const tables = [dependencies, performance].filter((reading) => reading !== null);
  const dates = readings.flatMap((reading) => reading.exportedAt ?? []).sort();
  const confidence = buildConfidence({
    kind: readings[0]?.kind ?? (dependencies === null ? "performanceCsv" : "dependencyCsv"),
    files,
    sheetsFound: [...new Set(readings.flatMap((reading) => reading.sheetsFound))],
    sheets: [
      ...readings.flatMap((reading) => sheetsOf(reading, readings.length > 1)),
      ...tables.flatMap((reading) => reading.sheets),
    ],
    inventory: combined?.inventory ?? null,
    notes: combined?.notes ?? null,
    readerNotes: [...readings, ...tables].flatMap((reading) => reading.notes),
    skippedFiles: content.skippedFiles,
    // The oldest export says how far back the inventory reaches.
    exportedAt: dates[0] ?? null,
    nowIso: options.nowIso,
  });
  return { inventory: combined?.inventory ?? null, dependencies, performance, confidence };
}

/** The sheets of one export, with its file's name where there are several of them. */
function sheetsOf({ sheets, fileName }: PartReading, isOneOfSeveral: boolean): SheetReport[] {
  return isOneOfSeveral ? sheets.map((sheet) => ({ ...sheet, file: fileName })) : sheets;
}

async function readInventories(
  content: ExportContent,
  session: ReadingSession,
): Promise<PartReading[]> {
  const readings: PartReading[] = [];
  for (const workbook of content.workbooks) readings.push(await readWorkbook(workbook, session));
  for (const tabs of exportsOfTabs(content.rvtoolsTabs)) {
    readings.push(await readRvtoolsTabs(tabs, session));
  }
  for (const table of content.azureMigrateCsv) {
    readings.push(await readMachineTable(table, session));
  }
  return readings;
}

function readWorkbook(workbook: OpenWorkbook, session: ReadingSession): Promise<PartReading> {
  const { container, info, fileName, layout } = workbook;
  switch (layout.kind) {
    case "rvtoolsWorkbook":
      return readRvtoolsWorkbook(container, info, fileName, layout.sheets, session);
    case "liveOptics":
      return readLiveOptics(container, info, fileName, session);
    case "azureMigrateReport":
      return readMachineWorkbook(container, info, fileName, layout.sheets, session);
  }
}

/** Tables of one kind are read as one; null where the import has none. */
async function readTables<Reading extends TableReading>(
  read: TableReader<Reading> | null,
  tables: readonly DelimitedTable[],
  session: ReadingSession,
): Promise<Reading | null> {
  const [first] = tables;
  if (first === undefined) return null;
  if (read === null) throw new ImportError("unsupportedKind", { file: first.fileName });
  return read(joinTables(tables), session);
}

function checkFileSizes(sources: readonly ByteSource[], limits: ImportLimits): void {
  if (sources.length === 0) throw new ImportError("noRows", { files: 0 });
  let total = 0;
  for (const source of sources) {
    total += source.sizeBytes;
    if (source.sizeBytes > limits.fileBytes || total > limits.totalBytes) {
      throw new ImportError("tooLarge", { file: source.name, bytes: source.sizeBytes });
    }
  }
}

async function hashFiles(
  sources: readonly ByteSource[],
  signal: AbortSignal | undefined,
): Promise<DataConfidence["files"]> {
  const files: DataConfidence["files"] = [];
  for (const source of sources) {
    const hash = createHash("sha256");
    for await (const bytes of readRange(source)) {
      if (signal?.aborted) throw new ImportError("cancelled");
      hash.update(bytes);
    }
    files.push({ name: source.name, bytes: source.sizeBytes, sha256: hash.digest("hex") });
  }
  return files;
}
