import { describe, expect, it } from "vitest";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import type { InventoryVm } from "@/lib/inventory/schema";
import { assess } from "./assess";
import { starsForCoverage } from "./confidence-stars";
import { assessmentSettings } from "./schema";
import { inventoryOf, vmOf } from "./testing/sound-vm";

describe("confidence stars", () => {
  const measured = (days: number): Partial<InventoryVm> => ({
    performance: {
      sampleCount: days * 144,
      coverageRatio: 1,
      startAt: "2026-05-01T00:00:00Z",
      endAt: new Date(Date.UTC(2026, 4, 1 + days)).toISOString(),
      cpuRatio: { p95: 0.5 },
      memoryRatio: { p95: 0.5 },
    },
  });

  it.each([
    // A day of a month is 3 %; of a day all. Half a month is 50 %.
    [1, "Month", 1],
    [1, "Day", 5],
    [15, "Month", 3],
    [15, "Custom", 5],
  ] as const)("of %d days measured for a %s are %d", (days, timeRange, stars) => {
    const settings = assessmentSettings({ performanceData: { timeRange } });
    const result = assess(inventoryOf([vmOf("a", measured(days))]), settings, PRICES_2026);
    expect(result.confidenceStars).toBe(stars);
  });

  it.each([
    [0, 1],
    [0.2, 1],
    [0.21, 2],
    [0.6, 3],
    [0.8, 4],
    [1, 5],
  ])("%d is %d", (ratio, stars) => {
    expect(starsForCoverage(ratio)).toBe(stars);
  });
});
