import { describe, expect, it } from "vitest";
import type { ConfidenceNote, DataConfidence } from "@/lib/discovery/schema";
import { figureRows, notesToHeed, sheetCounts, sortedNotes } from "./confidence-summary";

const note = (
  code: ConfidenceNote["code"],
  severity: ConfidenceNote["severity"],
  count: number,
): ConfidenceNote => ({ code, severity, count, detail: {} });

const confidence = (notes: ConfidenceNote[]): DataConfidence => ({
  kind: "rvtoolsWorkbook",
  files: [],
  sheetsFound: [],
  sheetsMissing: [],
  sheets: [],
  figures: [],
  notes,
  exportAgeDays: null,
});

describe("data confidence in short", () => {
  it("counts warnings and errors, and leaves plain information out", () => {
    const notes = [
      note("decimalComma", "info", 1),
      note("staleExport", "warning", 1),
      note("truncatedVInfo", "error", 9),
    ];
    expect(notesToHeed(confidence(notes))).toBe(2);
  });

  it("names the gravest notes first, then those that touch most", () => {
    const notes = [
      note("decimalComma", "info", 900),
      note("secretsMasked", "warning", 2),
      note("suspiciousValue", "warning", 7),
      note("truncatedVInfo", "error", 1),
    ];
    expect(sortedNotes(confidence(notes)).map(({ code }) => code)).toEqual([
      "truncatedVInfo",
      "suspiciousValue",
      "secretsMasked",
      "decimalComma",
    ]);
  });

  it("tells merged rows from dropped ones", () => {
    const counts = sheetCounts({
      sheet: "vInfo",
      rowsRead: 120,
      rowsKept: 100,
      dropped: { duplicate: 12, blank: 3, noVmName: 5 },
      unknownColumns: [],
      customAttributes: [],
    });
    // 120 = 100 kept + 12 merged + (5 + 3) dropped.
    expect(counts.rowsMerged).toBe(12);
    expect(counts.rowsDropped).toBe(8);
    expect(counts.reasons).toEqual([
      { reason: "noVmName", rows: 5 },
      { reason: "blank", rows: 3 },
    ]);
  });

  it("adds up where a figure comes from, VM by VM", () => {
    const report: DataConfidence = {
      ...confidence([]),
      figures: [
        { figure: "cpus", origin: "reported", how: null, vmCount: 90 },
        { figure: "cpus", origin: "missing", how: null, vmCount: 10 },
        { figure: "diskCapacityMib", origin: "derived", how: "sumOfDisks", vmCount: 60 },
        { figure: "diskCapacityMib", origin: "derived", how: "sumOfPartitions", vmCount: 40 },
      ],
    };
    expect(figureRows(report)).toEqual([
      { figure: "cpus", reported: 90, derived: [], derivedTotal: 0, missing: 10, total: 100 },
      {
        figure: "diskCapacityMib",
        reported: 0,
        derived: [
          { how: "sumOfDisks", vms: 60 },
          { how: "sumOfPartitions", vms: 40 },
        ],
        derivedTotal: 100,
        missing: 0,
        total: 100,
      },
    ]);
  });
});
