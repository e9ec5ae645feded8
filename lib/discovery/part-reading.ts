import type { Inventory } from "@/lib/inventory/schema";
import type { ImportLimits } from "./limits";
import type { ConfidenceNote, FileKind, ImportProgress, SheetReport } from "./schema";

/** What one export (a workbook, or a folder of CSV files) gave, before exports are put together. */
export interface PartReading {
  kind: FileKind;
  fileName: string;
  inventory: Inventory;
  sheets: SheetReport[];
  sheetsFound: string[];
  duplicateVms: number;
  halfEmptyRows: number;
  unmatchedVms: number;
  hasIdentity: boolean;
  suspicious: ReadonlyMap<string, number>;
  exportedAt: string | null;
  decimalComma: boolean;
  date1904: boolean;
  resavedBy: string | null;
  /** What its reader noticed beside the counts above. */
  notes: ConfidenceNote[];
}

/** What every reader of one import shares: its limits, its end, and how far it is. */
export class ReadingSession {
  readonly cellsLeft: { count: number };
  private bytesDone = 0;
  private bytesTotal = 0;
  private rows = 0;
  private sheet: string | null = null;

  constructor(
    readonly limits: ImportLimits,
    readonly signal: AbortSignal | undefined,
    private readonly onProgress: ((progress: ImportProgress) => void) | undefined,
  ) {
    this.cellsLeft = { count: limits.cells };
  }

  expectBytes(bytes: number): void {
    this.bytesTotal += bytes;
  }

  onBytes = (bytes: number): void => {
    this.bytesDone += bytes;
    this.tell("reading");
  };

  onSheet = (sheet: string): void => {
    this.sheet = sheet;
    this.tell("reading");
  };

  onRows = (rows: number): void => {
    this.rows += rows;
  };

  tell(stage: ImportProgress["stage"]): void {
    this.onProgress?.({
      stage,
      sheet: stage === "reading" ? this.sheet : null,
      rows: this.rows,
      bytesDone: this.bytesDone,
      // A file that is read a second time for its locale has more bytes than it announced.
      bytesTotal: Math.max(this.bytesTotal, this.bytesDone),
    });
  }
}
