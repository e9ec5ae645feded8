import type { Inventory, InventoryVm, SHEET_NAMES } from "@/lib/inventory/schema";
import type { ConfidenceNote, DataConfidence, FigureSource, SheetReport } from "./schema";

/** What the readers noticed and the inventory itself does not hold. */
export interface ReadingNotes {
  duplicateVms: number;
  crossVcenterDuplicates: number;
  halfEmptyRows: number;
  /** VMs that other sheets name and vInfo does not. */
  unmatchedVms: number;
  hasIdentity: boolean;
  suspicious: ReadonlyMap<string, number>;
  decimalComma: boolean;
  date1904: boolean;
  /** The program that saved the workbook last, when it is not the exporter. */
  resavedBy: string | null;
}

/** Figures that sizing, cost and readiness stand on: each is reported, derived or missing, VM by VM. */
const FIGURES = [
  "powerState",
  "cpus",
  "memoryMib",
  "provisionedMib",
  "inUseMib",
  "diskCapacityMib",
  "osConfigured",
  "osRunning",
  "hardwareVersion",
  "toolsStatus",
  "disks",
  "nics",
  "performance",
] as const satisfies readonly (keyof InventoryVm)[];

/** Sheets whose absence leaves a rule, a size or a network unknown. The others carry nothing that is used. */
const EXPECTED_SHEETS = [
  "vInfo",
  "vCPU",
  "vMemory",
  "vDisk",
  "vPartition",
  "vNetwork",
  "vCD",
  "vUSB",
  "vSnapshot",
  "vTools",
  "vSource",
  "vCluster",
  "vHost",
  "vPort",
  "dvPort",
  "vSC_VMK",
  "vDatastore",
  "vHealth",
  "vMetaData",
] as const satisfies readonly (typeof SHEET_NAMES)[number][];

/** An export older than this is called stale: VMs come and go, and HCX reads the live vCenter. */
export const STALE_AFTER_DAYS = 30;

/** Which of the figures each VM reports, and which were worked out and how. */
export function figureSources(vms: readonly InventoryVm[]): FigureSource[] {
  return FIGURES.flatMap((figure) => {
    const reported: FigureSource = { figure, origin: "reported", how: null, vmCount: 0 };
    const missing: FigureSource = { figure, origin: "missing", how: null, vmCount: 0 };
    const derived = new Map<string, FigureSource>();
    for (const vm of vms) {
      const how = vm.derived[figure];
      if (isMissing(vm[figure])) missing.vmCount += 1;
      else if (how === undefined) reported.vmCount += 1;
      else {
        const source = derived.get(how);
        if (source !== undefined) source.vmCount += 1;
        else derived.set(how, { figure, origin: "derived", how, vmCount: 1 });
      }
    }
    return [reported, ...derived.values(), missing].filter((source) => source.vmCount > 0);
  });
}

function isMissing(value: unknown): boolean {
  return value === null || value === "unknown" || (Array.isArray(value) && value.length === 0);
}

/** Whole days from the export to the import; null when the export does not say when it was made. */
export function exportAgeDays(exportedAt: string | null, nowIso: string): number | null {
  if (exportedAt === null) return null;
  // Exports write local time without a zone: the age is right to a day.
  const zoned = /Z|[+-]\d\d:\d\d$/.test(exportedAt) ? exportedAt : `${exportedAt}Z`;
  const age = (Date.parse(nowIso) - Date.parse(zoned)) / 86_400_000;
  return Number.isNaN(age) ? null : Math.max(0, Math.floor(age));
}

/** RVTools names its files after the moment: `RVTools_export_all_2024-03-01_10.11.12.xlsx`. */
export function exportDateOfName(name: string): string | null {
  const match = /(20\d{2})-(\d{2})-(\d{2})(?:[_T ](\d{2})[.:-](\d{2})(?:[.:-](\d{2}))?)?/.exec(
    name,
  );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}`;
}

export interface ConfidenceInput {
  kind: DataConfidence["kind"];
  files: DataConfidence["files"];
  sheetsFound: readonly string[];
  sheets: readonly SheetReport[];
  /** Null for an import of tables that are no inventory. */
  inventory: Inventory | null;
  notes: ReadingNotes | null;
  /** What the readers noticed beside the counts that all of them keep. */
  readerNotes: readonly ConfidenceNote[];
  skippedFiles: readonly string[];
  exportedAt: string | null;
  nowIso: string;
}

/** The data confidence report of an import: what the user sees first, and what stays with it. */
export function buildConfidence(input: ConfidenceInput): DataConfidence {
  const ageDays = exportAgeDays(input.exportedAt, input.nowIso);
  const sheetsMissing = input.inventory === null ? [] : missingSheets(input.kind, input);
  return {
    kind: input.kind,
    files: input.files,
    sheetsFound: [...input.sheetsFound],
    sheetsMissing: [...sheetsMissing],
    sheets: [...input.sheets],
    figures: input.inventory === null ? [] : figureSources(input.inventory.vms),
    notes: [
      ...(input.notes === null ? [] : readingNotes(input.notes, input.inventory?.vms ?? [])),
      ...input.readerNotes,
      ...(input.inventory === null ? [] : ageNotes(ageDays)),
      ...sheetNotes(input.kind, sheetsMissing, input.skippedFiles),
    ],
    exportAgeDays: ageDays,
  };
}

function note(
  code: ConfidenceNote["code"],
  severity: ConfidenceNote["severity"],
  count: number,
  detail: ConfidenceNote["detail"] = {},
): ConfidenceNote {
  return { code, severity, count, detail };
}

/** Of the sheets that checks read: those that an RVTools export lacks, or that another format says nothing of. */
function missingSheets(
  kind: DataConfidence["kind"],
  { sheetsFound, inventory }: Pick<ConfidenceInput, "sheetsFound" | "inventory">,
): string[] {
  // Other formats have no vMetaData either way: they say in their own ways when they were made.
  const present = isRvtools(kind)
    ? sheetsFound
    : [...Object.keys(inventory?.coverage ?? {}), "vMetaData"];
  return EXPECTED_SHEETS.filter((sheet) => !present.includes(sheet));
}

/** Whether the main export of an import is one of RVTools, whose sheets the checks are written in. */
export function isRvtools(kind: DataConfidence["kind"]): boolean {
  return kind === "rvtoolsWorkbook" || kind === "rvtoolsCsv" || kind === "rvtoolsZip";
}

function sheetNotes(
  kind: DataConfidence["kind"],
  sheetsMissing: readonly string[],
  skippedFiles: readonly string[],
): ConfidenceNote[] {
  const notes: ConfidenceNote[] = [];
  if (sheetsMissing.length > 0) {
    const sheets = sheetsMissing.join(", ");
    const code = isRvtools(kind) ? "sheetMissing" : "formatSaysLess";
    notes.push(note(code, "warning", sheetsMissing.length, { sheets }));
  }
  if (skippedFiles.length > 0) {
    const files = skippedFiles.slice(0, 20).join(", ");
    notes.push(note("filesSkipped", "info", skippedFiles.length, { files }));
  }
  return notes;
}

function ageNotes(ageDays: number | null): ConfidenceNote[] {
  if (ageDays === null) return [note("unknownExportAge", "info", 1)];
  if (ageDays <= STALE_AFTER_DAYS) return [];
  return [note("staleExport", "warning", 1, { days: ageDays, limitDays: STALE_AFTER_DAYS })];
}

function readingNotes(reading: ReadingNotes, vms: readonly InventoryVm[]): ConfidenceNote[] {
  const notes: ConfidenceNote[] = [];
  if (reading.unmatchedVms > 0) {
    notes.push(
      note("truncatedVInfo", "error", reading.unmatchedVms, {
        vInfoVms: vms.length,
        missingVms: reading.unmatchedVms,
      }),
    );
  }
  if (reading.duplicateVms > 0) {
    notes.push(note("duplicatesCollapsed", "warning", reading.duplicateVms));
  }
  if (reading.crossVcenterDuplicates > 0) {
    notes.push(note("crossVcenterDuplicate", "warning", reading.crossVcenterDuplicates));
  }
  if (reading.halfEmptyRows > 0)
    notes.push(note("halfEmptyRows", "warning", reading.halfEmptyRows));
  if (!reading.hasIdentity) notes.push(note("noIdentity", "warning", vms.length));
  for (const [figure, count] of reading.suspicious) {
    notes.push(note("suspiciousValue", "warning", count, { figure }));
  }
  const masked = vms.filter((vm) => vm.maskedSecrets.length > 0);
  if (masked.length > 0) {
    const kinds = new Set(masked.flatMap((vm) => vm.maskedSecrets));
    notes.push(
      note("secretsMasked", "warning", masked.length, {
        kinds: [...kinds].slice(0, 20).join(", "),
      }),
    );
  }
  if (reading.decimalComma) notes.push(note("decimalComma", "info", 1));
  if (reading.date1904) notes.push(note("dateSystem1904", "info", 1));
  if (reading.resavedBy !== null) {
    notes.push(note("resavedWorkbook", "info", 1, { application: reading.resavedBy }));
  }
  return notes;
}
