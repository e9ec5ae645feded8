import { describe, expect, it } from "vitest";
import type { DataConfidence, FigureSource } from "@/lib/discovery/schema";
import { sumOrigin } from "./figure-origin";

const confidence = (...figures: FigureSource[]): DataConfidence => ({
  kind: "rvtoolsWorkbook",
  files: [],
  sheetsFound: [],
  sheetsMissing: [],
  sheets: [],
  figures,
  notes: [],
  exportAgeDays: null,
});
const figure = (origin: FigureSource["origin"], vmCount: number): FigureSource => ({
  figure: "disks",
  origin,
  how: origin === "derived" ? "sumOfVDisk" : null,
  vmCount,
});

describe("the origin of a sum", () => {
  it("is not known when no VM states the figure, so that nobody takes it for zero", () => {
    expect(sumOrigin(confidence(figure("missing", 805)), "disks")).toBeNull();
    expect(sumOrigin(confidence(), "disks")).toBeNull();
    expect(sumOrigin(null, "disks")).toBeNull();
  });

  it("is derived as soon as one VM's value was worked out", () => {
    expect(sumOrigin(confidence(figure("reported", 800)), "disks")?.origin).toBe("reported");
    const mixed = confidence(figure("reported", 799), figure("derived", 1));
    expect(sumOrigin(mixed, "disks")?.origin).toBe("derived");
  });
});
