import { exportDateOfName } from "../confidence";
import type { Container } from "../container/zip-container";
import type { PartReading, ReadingSession } from "../part-reading";
import { DEFAULT_LOCALE, type LocaleAssumption, LocaleVotes } from "../values";
import { openSharedStrings, sheetInputOf } from "../workbook/open-workbook";
import type { WorkbookInfo } from "../workbook/workbook";
import { completeEstate } from "./complete-estate";
import { readEstate, sheetNameOf } from "./read-estate";
import type { ValueContext } from "./row-values";
import type { SheetInput } from "./sheet-reader";

/** Programs that write exports themselves; any other has re-saved the file, and may have changed it. */
const EXPORTERS = /^(?:rvtools|closedxml|epplus|microsoft excel)$/i;

/** Reads one RVTools workbook. Read again when its texts turn out to be of another locale than assumed. */
export async function readRvtoolsWorkbook(
  container: Container,
  info: WorkbookInfo,
  fileName: string,
  session: ReadingSession,
): Promise<PartReading> {
  const sheets = info.sheets.flatMap((sheet) => {
    const name = sheetNameOf(sheet.name);
    return name === null ? [] : [{ sheet, name }];
  });
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
    sheetsFound: info.sheets.map((sheet) => sheetNameOf(sheet.name) ?? sheet.name),
    exportedAt: reading.exportedAt ?? exportDateOfName(fileName),
    date1904: info.date1904,
    resavedBy:
      info.application === null || EXPORTERS.test(info.application.trim())
        ? null
        : info.application,
  };
}

/** Reads sheets under one locale, and once more under the one that their values speak for. */
export async function readInLocale(
  inputs: readonly SheetInput[],
  base: Omit<ValueContext, "votes">,
  session: ReadingSession,
  assumed: LocaleAssumption = DEFAULT_LOCALE,
): Promise<Omit<PartReading, "kind" | "fileName" | "sheetsFound" | "date1904" | "resavedBy">> {
  const votes = new LocaleVotes(assumed);
  const { estate, origin } = await readEstate(inputs, {
    limits: session.limits,
    context: { ...base, votes },
    onSheet: session.onSheet,
    onRows: session.onRows,
  });
  if (votes.mustReadAgain()) {
    const decided = votes.decided();
    // The second reading assumes what the votes say, so it can't ask for a third.
    return readInLocale(inputs, base, session, decided);
  }
  const suspicious = completeEstate(estate);
  return {
    inventory: {
      vms: estate.vms,
      hosts: [...estate.hosts.values()],
      clusters: [...estate.clusters.values()],
      datastores: [...estate.datastores.values()],
      portGroups: [...estate.portGroups.values()],
      vcenters: estate.vcenters,
      health: estate.health,
      coverage: estate.coverage,
    },
    sheets: estate.tallies,
    duplicateVms: estate.duplicateVms,
    halfEmptyRows: estate.halfEmptyRows,
    unmatchedVms: estate.unmatchedVms.size,
    hasIdentity: estate.hasIdentity,
    suspicious,
    exportedAt: origin.exportedAt,
    decimalComma: votes.decided().decimal === "comma",
  };
}
