import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportProgress } from "@/lib/discovery/schema";
import { IMPORT_STAGES, overallRatio } from "./import-progress";

function progress(
  stage: ImportProgress["stage"],
  bytesDone: number,
  bytesTotal: number,
): ImportProgress {
  return { stage, sheet: null, rows: 0, bytesDone, bytesTotal };
}

describe("the progress of an import", () => {
  it("never shows 100 % before the server says that it is done", () => {
    expect(overallRatio(progress("storing", 10, 10))).toBe(0.99);
  });

  it("never runs backwards from one stage to the next", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), fc.nat(2_000), (total, done, nextDone) => {
        for (const [index, stage] of IMPORT_STAGES.entries()) {
          const next = IMPORT_STAGES[index + 1];
          if (!next) continue;
          const here = overallRatio(progress(stage, done, total));
          expect(overallRatio(progress(next, nextDone, total))).toBeGreaterThanOrEqual(here);
        }
      }),
    );
  });

  it("starts a stage at its beginning while its size is not known", () => {
    expect(overallRatio(progress("reading", 500, 0))).toBe(0.02);
  });

  it("is halfway through reading when half of the bytes are read", () => {
    // 0.02 + (0.75 - 0.02) / 2
    expect(overallRatio(progress("reading", 50, 100))).toBeCloseTo(0.385, 10);
  });
});
