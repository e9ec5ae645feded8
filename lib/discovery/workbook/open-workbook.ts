import type { Container } from "../container/zip-container";
import type { ImportLimits } from "../limits";
import type { SheetInput } from "../rvtools/sheet-reader";
import { ImportError } from "../schema";
import { readSharedStrings, type SharedStrings } from "./shared-strings";
import { SheetScanner } from "./sheet-scanner";
import type { WorkbookInfo, WorkbookSheet } from "./workbook";

export interface WorkbookReading {
  limits: ImportLimits;
  cellsLeft: { count: number };
  signal: AbortSignal | undefined;
  onBytes: (bytes: number) => void;
}

/** The shared strings of a workbook; empty for one that has none. */
export function openSharedStrings(
  container: Container,
  info: WorkbookInfo,
  reading: WorkbookReading,
): Promise<SharedStrings> {
  const part =
    info.sharedStringsPart === null ? undefined : container.parts.get(info.sharedStringsPart);
  return readSharedStrings(part, reading.limits, reading.signal, reading.onBytes);
}

/** A sheet of a workbook as something to read rows from. */
export function sheetInputOf(
  container: Container,
  sheet: WorkbookSheet,
  name: string,
  reading: WorkbookReading,
): SheetInput {
  return {
    name,
    scan: async (attach) => {
      const part = container.parts.get(sheet.partName);
      if (part === undefined) throw new ImportError("damaged", { part: sheet.partName });
      const scanner = new SheetScanner(
        { onRow: (row) => sink.onRow(row) },
        { tokenBytes: reading.limits.tokenBytes, cellsLeft: reading.cellsLeft },
      );
      const sink = attach(scanner);
      for await (const chunk of part.stream(reading.signal)) {
        scanner.write(chunk);
        reading.onBytes(chunk.byteLength);
      }
      scanner.end();
    },
  };
}
