import { describe, expect, it } from "vitest";
import { assessmentSettings } from "@/lib/assessment/schema";
import { settingDifferences } from "./settings-diff";

describe("settings side by side", () => {
  it("differ where one of them was set otherwise, at any depth", () => {
    const differences = settingDifferences([
      assessmentSettings(),
      assessmentSettings({
        vcpuOversubscription: 6,
        performanceData: { percentile: "Percentile90" },
      }),
      assessmentSettings(),
    ]);
    expect(differences).toEqual([
      { path: "vcpuOversubscription", values: [4, 6, 4] },
      {
        path: "performanceData.percentile",
        values: ["Percentile95", "Percentile90", "Percentile95"],
      },
    ]);
  });

  it("do not differ by the order of a list, nor where all are the same", () => {
    const one = assessmentSettings({ nodeTypes: ["AV48", "AV64"] });
    const other = assessmentSettings({ nodeTypes: ["AV64", "AV48"] });
    expect(settingDifferences([one, other])).toEqual([]);
    expect(settingDifferences([one])).toEqual([]);
    expect(settingDifferences([])).toEqual([]);
  });
});
