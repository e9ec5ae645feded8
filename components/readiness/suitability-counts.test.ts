import { describe, expect, it } from "vitest";
import { suitabilityShares } from "./suitability-counts";

describe("shares of the readiness states", () => {
  it("has no share where there is no VM, instead of 0 or 100 %", () => {
    expect(suitabilityShares({}).map(({ ratio }) => ratio)).toEqual([null, null, null, null]);
  });

  it("names every state, also those without a VM", () => {
    expect(suitabilityShares({ Suitable: 3, NotSuitable: 1 })).toEqual([
      { suitability: "Suitable", vms: 3, ratio: 0.75 },
      { suitability: "ConditionallySuitable", vms: 0, ratio: 0 },
      { suitability: "NotSuitable", vms: 1, ratio: 0.25 },
      { suitability: "ReadinessUnknown", vms: 0, ratio: 0 },
    ]);
  });
});
