import type { SheetName } from "@/lib/inventory/schema";
import { exportDateOfName } from "../confidence";
import type { DelimitedTable } from "../delimited/delimited-table";
import { sheetInputOfTables } from "../delimited/table-rows";
import type { PartReading, ReadingSession } from "../part-reading";
import { ImportError } from "../schema";
import { DEFAULT_LOCALE } from "../values";
import { readInLocale } from "./read-workbook";

/** One tab of an RVTools export as a file of its own. */
export interface RvtoolsTab {
  readonly sheet: SheetName;
  readonly table: DelimitedTable;
  /** The zip and the folder in it; blank for files that came as they are. Tabs of one folder belong together. */
  readonly folder: string;
}

/** `RVTools_tabvInfo.csv` and `vc01-RVTools_tabvInfo 2025.csv`: the part of a name that says which tab it is. */
const TAB_IN_NAME = /(?:rvtools[_ -]?)?(?:tab)?(?:dv|v)[a-z_]{2,12}/i;

/**
 * Puts tabs together to exports: those of one folder are one, unless it holds a tab several times; then names that
 * differ in nothing but the tab belong together, and where that leaves one without vInfo, all of the folder do.
 */
export function exportsOfTabs(tabs: readonly RvtoolsTab[]): RvtoolsTab[][] {
  const exports: RvtoolsTab[][] = [];
  for (const inFolder of groupBy(tabs, (tab) => tab.folder)) {
    const isOne = new Set(inFolder.map((tab) => tab.sheet)).size === inFolder.length;
    const byName = isOne ? [inFolder] : groupBy(inFolder, stemOf);
    const isWhole = byName.every((group) => group.some((tab) => tab.sheet === "vInfo"));
    exports.push(...(isWhole ? byName : [inFolder]));
  }
  return exports;
}

function stemOf(tab: RvtoolsTab): string {
  const name = tab.table.fileName.slice(tab.table.fileName.lastIndexOf("/") + 1).toLowerCase();
  return name.replace(tab.sheet.toLowerCase(), "").replace(TAB_IN_NAME, "");
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Reads the tabs of one export. Throws `noVInfo` where none of them is vInfo. */
export async function readRvtoolsTabs(
  tabs: readonly RvtoolsTab[],
  session: ReadingSession,
): Promise<PartReading> {
  const [first] = tabs;
  if (first === undefined || !tabs.some((tab) => tab.sheet === "vInfo")) {
    throw new ImportError("noVInfo", { file: first?.table.fileName ?? "" });
  }
  const sheetsFound = [...new Set(tabs.map((tab) => tab.sheet))];
  const inputs = sheetsFound.map((sheet) =>
    sheetInputOfTables(
      sheet,
      tabs.filter((tab) => tab.sheet === sheet).map((tab) => tab.table),
    ),
  );
  const decimalComma = tabs.some((tab) => tab.table.decimalComma);
  const reading = await readInLocale(
    inputs,
    { strings: null, date1904: false, isDateStyle: [] },
    session,
    { ...DEFAULT_LOCALE, decimal: decimalComma ? "comma" : "point" },
  );
  const named = tabs
    .map((tab) => exportDateOfName(tab.table.fileName))
    .find((date) => date !== null);
  return {
    ...reading,
    kind: first.folder === "" ? "rvtoolsCsv" : "rvtoolsZip",
    fileName: first.folder === "" ? first.table.fileName : first.folder.replace(/\/$/, ""),
    sheetsFound,
    exportedAt: reading.exportedAt ?? named ?? null,
    date1904: false,
    resavedBy: null,
  };
}
