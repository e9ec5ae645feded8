import { z } from "zod";

/**
 * What an import tells its user: the data confidence report, and the closed set of errors that end one.
 */

/** Why a file could not be imported. Each code has a sentence and a remedy in `messages/`. */
export const importErrorCodeSchema = z.enum([
  "notAWorkbook",
  "encryptedWorkbook",
  "htmlNotWorkbook",
  "oldExcelFormat",
  "truncated",
  "damaged",
  "noVInfo",
  "noRows",
  "tooLarge",
  "tooManyEntries",
  "inflatesTooMuch",
  "tooManyCells",
  "tooManyVms",
  "unsupportedKind",
  "mixedDecimalMarks",
  "tooManyConnections",
  "cancelled",
  "timedOut",
  "outOfMemory",
]);
export type ImportErrorCode = z.infer<typeof importErrorCodeSchema>;

/** Thrown by every reader for a file that cannot be used; anything else that is thrown is a bug. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  constructor(
    readonly code: ImportErrorCode,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(detail)}`);
  }
}

export const fileKindSchema = z.enum([
  "rvtoolsWorkbook",
  "rvtoolsCsv",
  "rvtoolsZip",
  "azureMigrateCsv",
  "azureMigrateReport",
  "dependencyCsv",
  "liveOptics",
  "performanceCsv",
]);
export type FileKind = z.infer<typeof fileKindSchema>;

/** Why rows were not kept. `duplicate` rows are merged into the VM that they repeat. */
export const droppedReasonSchema = z.enum([
  "blank",
  "duplicate",
  "noVmName",
  "noMatchingVm",
  "repeatedHeader",
  "noDestination",
  "noTime",
  "noValue",
  "unusedMetric",
]);
export type DroppedReason = z.infer<typeof droppedReasonSchema>;

export const sheetReportSchema = z.object({
  sheet: z.string(),
  /** The export that it is of, where an import has several. */
  file: z.string().optional(),
  rowsRead: z.number(),
  rowsKept: z.number(),
  dropped: z.partialRecord(droppedReasonSchema, z.number()),
  /** Headers as written that no field claims. Custom attributes are listed apart. */
  unknownColumns: z.array(z.string()),
  customAttributes: z.array(z.string()),
});
export type SheetReport = z.infer<typeof sheetReportSchema>;

export const figureSourceSchema = z.object({
  figure: z.string(),
  origin: z.enum(["reported", "derived", "missing"]),
  /** For derived figures: from what. A message key of the discovery namespace, not a sentence. */
  how: z.string().nullable(),
  vmCount: z.number(),
});
export type FigureSource = z.infer<typeof figureSourceSchema>;

/** Things to know before trusting the numbers. `count` is how many VMs or rows it touches. */
export const confidenceNoteSchema = z.object({
  code: z.enum([
    "truncatedVInfo",
    "duplicatesCollapsed",
    "staleExport",
    "unknownExportAge",
    "sheetMissing",
    "suspiciousValue",
    "secretsMasked",
    "decimalComma",
    "dateSystem1904",
    "resavedWorkbook",
    "noIdentity",
    "crossVcenterDuplicate",
    "halfEmptyRows",
    "filesSkipped",
    "outsideVmware",
    "formatSaysLess",
    "dependencyPeriod",
    "performancePeriod",
  ]),
  severity: z.enum(["info", "warning", "error"]),
  count: z.number(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ConfidenceNote = z.infer<typeof confidenceNoteSchema>;

export const dataConfidenceSchema = z.object({
  kind: fileKindSchema,
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
  sheetsFound: z.array(z.string()),
  sheetsMissing: z.array(z.string()),
  sheets: z.array(sheetReportSchema),
  figures: z.array(figureSourceSchema),
  notes: z.array(confidenceNoteSchema),
  /** Days between the export and the import; null when the export does not say. */
  exportAgeDays: z.number().nullable(),
});
export type DataConfidence = z.infer<typeof dataConfidenceSchema>;

/** Told while reading; `ratio` is 0 to 1 of the bytes to inflate. */
export const importProgressSchema = z.object({
  stage: z.enum(["opening", "reading", "assembling", "storing"]),
  sheet: z.string().nullable(),
  rows: z.number(),
  bytesDone: z.number(),
  bytesTotal: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;
