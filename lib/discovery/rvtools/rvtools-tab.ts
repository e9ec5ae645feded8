import type { SheetName } from "@/lib/inventory/schema";
import { foldHeader, knownHeaders, type SheetColumns } from "./header";
import { V_METADATA, V_SOURCE } from "./infrastructure-columns";
import { INFRASTRUCTURE_SHEETS } from "./infrastructure-sheets";
import { UNREAD_SHEETS } from "./unread-columns";
import { V_INFO } from "./vm-columns";
import { VM_SHEETS } from "./vm-sheets";

/** vInfo first: where a header fits several sheets equally well, it is the most of them. */
export const ALL_SHEETS: readonly SheetColumns[] = [
  V_INFO,
  ...VM_SHEETS.map(({ columns }) => columns),
  ...INFRASTRUCTURE_SHEETS.map(({ columns }) => columns),
  V_SOURCE,
  V_METADATA,
  ...UNREAD_SHEETS,
];

/** A header of which fewer than these belong to a sheet is that of another: custom attributes make up the rest. */
const KNOWN_SHARE = 0.6;
/** One header alone names nothing: `Name` stands on half of all tables. */
const MIN_FIELDS = 2;

/** The RVTools sheet that a header belongs to, by its columns; null when it is none. */
export function rvtoolsTabOf(headers: readonly string[]): SheetName | null {
  const folded = headers.filter((header) => header !== "").map(foldHeader);
  let best: { sheet: SheetColumns; known: number; fields: number } | null = null;
  for (const sheet of ALL_SHEETS) {
    const { known, fields } = knownHeaders(sheet, folded);
    if (fields < Math.min(MIN_FIELDS, sheet.columns.length)) continue;
    if (known < 2 || known < folded.length * KNOWN_SHARE) continue;
    const isBetter =
      best === null || known > best.known || (known === best.known && fields > best.fields);
    if (isBetter) best = { sheet, known, fields };
  }
  return (best?.sheet.sheet ?? null) as SheetName | null;
}
