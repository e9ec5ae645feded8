import type { Container } from "../container/zip-container";
import type { PartReading, ReadingSession } from "../part-reading";
import { resavedByOf } from "../rvtools/read-workbook";
import { DEFAULT_LOCALE } from "../values";
import { openSharedStrings, sheetInputOf } from "../workbook/open-workbook";
import type { WorkbookInfo, WorkbookSheet } from "../workbook/workbook";
import { readMachines } from "./read-machines";

/** Reads a report of Azure Migrate: of its export tool, or an assessment exported from the portal. */
export async function readMachineWorkbook(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  sheets: ReadonlyMap<WorkbookSheet, "machines" | "disks">,
  session: ReadingSession,
): Promise<PartReading> {
  for (const sheet of sheets.keys()) {
    session.expectBytes(container.parts.get(sheet.partName)?.inflatedBytes ?? 0);
  }
  const strings = await openSharedStrings(container, info, session);
  return readMachines(
    {
      kind: "azureMigrateReport",
      fileName,
      sheets: [...sheets].map(([sheet, holds]) => ({
        holds,
        input: sheetInputOf(container, sheet, sheet.name, session),
      })),
      sheetsFound: info.sheets.map((sheet) => sheet.name),
      base: { strings, date1904: info.date1904, isDateStyle: info.isDateStyle },
      assumed: DEFAULT_LOCALE,
      resavedBy: resavedByOf(info),
    },
    session,
  );
}
