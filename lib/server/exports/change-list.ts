import { z } from "zod";
import { type ChangeRow, type ChangeSide, changeQuerySchema } from "@/lib/inventory/change-schema";
import type { Texts } from "@/lib/world/message-words";
import { listChanges } from "../inventory-changes";
import {
  EXPORT_PAGE_ROWS,
  type ExportColumn,
  type ExportList,
  type ExportValue,
  pagedRows,
  parseQuery,
} from "./export-table";

const ofImport = z.looseObject({ import: z.string().min(1).max(64) });

/** What is told of a VM before and after, by its name among the inventory's columns. */
const SIDE_COLUMNS = [
  { key: "name", width: 32 },
  { key: "powerState" },
  { key: "cpus", format: "integer" },
  { key: "memoryMib", format: "integer" },
  { key: "diskCapacityMib", format: "integer" },
  { key: "diskCount", format: "integer" },
  { key: "cluster", width: 20 },
  { key: "host", width: 28 },
] as const satisfies readonly (Omit<ExportColumn, "label"> & { key: keyof ChangeSide })[];

function nameOf(key: keyof ChangeSide, texts: Texts): string {
  const ofInventory = (name: string) => texts(`inventory.columns.${name}`);
  if (key === "memoryMib") return texts("export.mib", { name: ofInventory("memory") });
  if (key === "diskCapacityMib") {
    return texts("export.mib", { name: texts("export.changes.diskCapacity") });
  }
  return ofInventory(key === "diskCount" ? "disks" : key);
}

/** The changes that an import brought; `import` in the query names it, `against` the one before. */
export const exportChanges: ExportList = async ({ projectId, query, texts }) => {
  const { import: importId } = parseQuery(ofImport, query);
  const parsed = parseQuery(changeQuerySchema, query);
  const page = (offset: number) =>
    listChanges(projectId, importId, { ...parsed, offset, limit: EXPORT_PAGE_ROWS });
  const columnsOf = (side: "before" | "after"): ExportColumn[] =>
    SIDE_COLUMNS.map(({ key, ...column }) => ({
      ...column,
      label: texts(`export.changes.${side}`, { name: nameOf(key, texts) }),
    }));
  const sideOf = (side: ChangeSide | null): ExportValue[] =>
    SIDE_COLUMNS.map(({ key }) => {
      if (side === null) return null;
      if (key !== "powerState") return side[key];
      return side.powerState === "unknown"
        ? null
        : texts(`inventory.powerStates.${side.powerState}`);
    });
  const values = (row: ChangeRow): ExportValue[] => [
    row.kinds.map((kind) => texts(`changes.kinds.${kind}`)).join(", "),
    ...sideOf(row.before),
    ...sideOf(row.after),
    row.groupName,
    row.key,
  ];
  return {
    fileName: "landfall-changes",
    sheet: texts("changes.title"),
    columns: [
      { label: texts("changes.list.change"), width: 20 },
      ...columnsOf("before"),
      ...columnsOf("after"),
      { label: texts("changes.list.group"), width: 24 },
      { label: texts("export.key"), width: 40 },
    ],
    rows: pagedRows(await page(0), page, values),
  };
};
