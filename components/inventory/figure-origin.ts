import { type FigureRow, figureRows } from "@/components/imports/confidence-summary";
import type { DataConfidence } from "@/lib/discovery/schema";

/** Where a sum comes from: `derived` as soon as one VM's value was worked out. */
export interface SumOrigin {
  origin: "reported" | "derived";
  row: FigureRow;
}

/** The origin of the sum of a figure over the VMs; null when no VM states it, or nothing is known. */
export function sumOrigin(confidence: DataConfidence | null, figure: string): SumOrigin | null {
  if (!confidence) return null;
  const row = figureRows(confidence).find((candidate) => candidate.figure === figure);
  if (!row || row.reported + row.derivedTotal === 0) return null;
  return { origin: row.derivedTotal > 0 ? "derived" : "reported", row };
}
