import { describe, expect, it } from "vitest";
import { bestTypeRows, blockerRows } from "./readiness-chart-rows";

describe("the charts of readiness", () => {
  it("show no type where the assessment does not say, instead of none at zero", () => {
    expect(bestTypeRows(null)).toEqual([]);
    expect(bestTypeRows({ RAV: 3, none: 1 })).toEqual([
      { type: "RAV", vms: 3 },
      { type: "none", vms: 1 },
    ]);
  });

  it("name the checks that stand in the way of most VMs, not those that only inform", () => {
    const rules = [
      { ruleId: "numa-wide", severity: "info", vmCount: 90 },
      { ruleId: "suspended", severity: "warning", vmCount: 2 },
      { ruleId: "physical-rdm", severity: "blocking", vmCount: 5 },
      { ruleId: "shared-disk", severity: "blocking", vmCount: 0 },
    ] as const;
    expect(blockerRows(rules)).toEqual([
      { ruleId: "physical-rdm", vms: 5 },
      { ruleId: "suspended", vms: 2 },
    ]);
  });
});
