import type { DataConfidence, DroppedReason, SheetReport } from "@/lib/discovery/schema";

/** Notes that change how far the figures can be trusted; plain information is left out. */
export function notesToHeed(confidence: DataConfidence): number {
  return confidence.notes.filter((note) => note.severity !== "info").length;
}

export interface SheetCounts {
  rowsRead: number;
  rowsKept: number;
  /** Rows that repeat a VM and were merged into it. */
  rowsMerged: number;
  rowsDropped: number;
  /** Why rows were dropped, most rows first. */
  reasons: { reason: DroppedReason; rows: number }[];
}

/** What became of a sheet's rows. Merged rows are not counted as dropped: what they say is kept. */
export function sheetCounts(report: SheetReport): SheetCounts {
  const rowsMerged = report.dropped.duplicate ?? 0;
  const reasons = (Object.entries(report.dropped) as [DroppedReason, number][])
    .filter(([reason, rows]) => reason !== "duplicate" && rows > 0)
    .map(([reason, rows]) => ({ reason, rows }))
    .sort((left, right) => right.rows - left.rows || left.reason.localeCompare(right.reason));
  return {
    rowsRead: report.rowsRead,
    rowsKept: report.rowsKept,
    rowsMerged,
    rowsDropped: reasons.reduce((sum, { rows }) => sum + rows, 0),
    reasons,
  };
}

const severityRank = { error: 0, warning: 1, info: 2 } as const;

/** The gravest notes first, then those that touch most. */
export function sortedNotes(confidence: DataConfidence): DataConfidence["notes"] {
  return [...confidence.notes].sort(
    (left, right) =>
      severityRank[left.severity] - severityRank[right.severity] || right.count - left.count,
  );
}

/** Where the values of one figure come from, over the VMs of an import. */
export interface FigureRow {
  figure: string;
  reported: number;
  derived: { how: string; vms: number }[];
  derivedTotal: number;
  missing: number;
  total: number;
}

/** One row a figure, in the order of the report. */
export function figureRows(confidence: DataConfidence): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  for (const { figure, origin, how, vmCount } of confidence.figures) {
    const row = rows.get(figure) ?? {
      figure,
      reported: 0,
      derived: [],
      derivedTotal: 0,
      missing: 0,
      total: 0,
    };
    rows.set(figure, row);
    row.total += vmCount;
    if (origin === "reported") row.reported += vmCount;
    else if (origin === "missing") row.missing += vmCount;
    else {
      row.derivedTotal += vmCount;
      row.derived.push({ how: how ?? "", vms: vmCount });
    }
  }
  return [...rows.values()];
}

export interface RowTotals {
  read: number;
  kept: number;
  merged: number;
  dropped: number;
}

/** The rows of every sheet together. */
export function rowTotals(confidence: DataConfidence): RowTotals {
  const totals = { read: 0, kept: 0, merged: 0, dropped: 0 };
  for (const counts of confidence.sheets.map(sheetCounts)) {
    totals.read += counts.rowsRead;
    totals.kept += counts.rowsKept;
    totals.merged += counts.rowsMerged;
    totals.dropped += counts.rowsDropped;
  }
  return totals;
}
