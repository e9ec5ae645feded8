import type { SheetName } from "@/lib/inventory/schema";
import { exportDateOfName } from "../confidence";
import type { Container } from "../container/zip-container";
import { readInVotedLocale } from "../estate-reading";
import type { PartReading, ReadingSession } from "../part-reading";
import { DEFAULT_LOCALE, type LocaleAssumption } from "../values";
import { openSharedStrings, sheetInputOf } from "../workbook/open-workbook";
import type { WorkbookInfo, WorkbookSheet } from "../workbook/workbook";
import { readEstate } from "./read-estate";
import type { ValueContext } from "./row-values";
import type { SheetInput } from "./sheet-reader";

/** Programs that write exports themselves; any other has re-saved the file, and may have changed it. */
const EXPORTERS = /^(?:rvtools|closedxml|epplus|microsoft excel)$/i;

/** Reads one RVTools workbook, of which `names` says what each sheet is. Read again when its texts turn out to be of another locale than assumed. */
export async function readRvtoolsWorkbook(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  names: ReadonlyMap<WorkbookSheet, SheetName>,
  session: ReadingSession,
): Promise<PartReading> {
  const sheets = [...names].map(([sheet, name]) => ({ sheet, name }));
  const parts = [info.sharedStringsPart, ...sheets.map(({ sheet }) => sheet.partName)];
  session.expectBytes(
    parts.reduce((sum, part) => sum + (container.parts.get(part ?? "")?.inflatedBytes ?? 0), 0),
  );
  const strings = await openSharedStrings(container, info, session);
  const inputs = sheets.map(({ sheet, name }) => sheetInputOf(container, sheet, name, session));
  const base = { strings, date1904: info.date1904, isDateStyle: info.isDateStyle };
  const reading = await readInLocale(inputs, base, session);
  return {
    ...reading,
    kind: "rvtoolsWorkbook",
    fileName,
    sheetsFound: info.sheets.map((sheet) => names.get(sheet) ?? sheet.name),
    exportedAt: reading.exportedAt ?? exportDateOfName(fileName),
    date1904: info.date1904,
    resavedBy: resavedByOf(info),
  };
}

/** The program that saved a workbook after its exporter; null when that was the exporter itself. */
export function resavedByOf(info: WorkbookInfo): string | null {
  const { application } = info;
  return application === null || EXPORTERS.test(application.trim()) ? null : application;
}

/** Reads sheets under the locale that their values speak for. */
export async function readInLocale(
  inputs: readonly SheetInput[],
  base: Omit<ValueContext, "votes">,
  session: ReadingSession,
  assumed: LocaleAssumption = DEFAULT_LOCALE,
): Promise<Omit<PartReading, "kind" | "fileName" | "sheetsFound" | "date1904" | "resavedBy">> {
  const { reading, found } = await readInVotedLocale(base, session, assumed, (options) =>
    readEstate(inputs, { ...options, limits: session.limits }),
  );
  return { ...reading, exportedAt: found.origin.exportedAt, notes: [] };
}
