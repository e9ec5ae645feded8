import { createHash } from "node:crypto";
import type { Inventory } from "@/lib/inventory/schema";
import { type ByteSource, readRange } from "./byte-source";
import { combineReadings } from "./combine";
import { buildConfidence } from "./confidence";
import { openContainer } from "./container/zip-container";
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from "./limits";
import { type PartReading, ReadingSession } from "./part-reading";
import { recogniseContainer } from "./recognise";
import { readRvtoolsWorkbook } from "./rvtools/read-workbook";
import { type DataConfidence, ImportError, type ImportProgress } from "./schema";
import { readWorkbookInfo } from "./workbook/workbook";

/** How an import is to be read. `nowIso` is the moment of the import, for the age of the export. */
export interface ReadExportOptions {
  nowIso: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  limits?: Partial<ImportLimits> | undefined;
  /** Replaces names and addresses by others of the same shape; joins between them stay. */
  anonymise?: boolean | undefined;
}

export interface ExportReading {
  inventory: Inventory;
  confidence: DataConfidence;
}

/**
 * Reads the files of one import, whatever kinds they are, into one inventory and the report on it.
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
  const readings: PartReading[] = [];
  for (const source of sources) readings.push(await readSource(source, session));
  session.tell("assembling");
  const { inventory, notes } = combineReadings(readings);
  const dates = readings.flatMap((reading) => reading.exportedAt ?? []).sort();
  const confidence = buildConfidence({
    kind: readings[0]?.kind ?? "rvtoolsWorkbook",
    files,
    sheetsFound: [...new Set(readings.flatMap((reading) => reading.sheetsFound))],
    sheets: readings.flatMap((reading) => reading.sheets),
    inventory,
    notes,
    // The oldest export says how far back the inventory reaches.
    exportedAt: dates[0] ?? null,
    nowIso: options.nowIso,
  });
  return { inventory, confidence };
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

async function readSource(source: ByteSource, session: ReadingSession): Promise<PartReading> {
  const kind = await recogniseContainer(source);
  if (kind === "text") throw new ImportError("unsupportedKind", { file: source.name });
  const container = await openContainer(source, session.limits);
  const info = await readWorkbookInfo(container, session.limits, session.signal);
  return readRvtoolsWorkbook(container, info, source.name, session);
}
