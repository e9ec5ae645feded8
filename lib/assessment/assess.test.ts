import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import { assess } from "./assess";
import { assessmentSettings } from "./schema";
import { inventoryOf, vmOf } from "./testing/sound-vm";

const SETTINGS = assessmentSettings();

describe("an assessment", () => {
  it("costs three AV48 hosts at the stated price, and says that it is another region's", () => {
    const result = assess(inventoryOf([vmOf("a")]), SETTINGS, PRICES_2026);
    // 3 x 7,978.90 = 23,936.70, as the source prints for three hosts.
    expect(result.options[0]?.cost.hostsMonthly).toBeCloseTo(23_936.7, 2);
    expect(result.options[0]?.cost.totalMonthly).toBeNull();
    expect(result.assumptions.map(({ code }) => code)).toContain("priceFromOtherRegion");
  });

  it("has no cost rather than a guess where the price is missing", () => {
    const own = assessmentSettings({ allowReferencePrices: false });
    const [option] = assess(inventoryOf([vmOf("a")]), own, PRICES_2026).options;
    expect(option?.cost.hostsMonthly).toBeNull();
    expect(option?.cost.heads[0]?.reason).toBe("regionPriceMissing");
  });

  it("does not take an unknown size for zero", () => {
    const result = assess(
      inventoryOf([vmOf("a"), vmOf("b", { cpus: null })]),
      SETTINGS,
      PRICES_2026,
    );
    expect(result.demand.vcpusUnknownVms).toBe(1);
  });

  it("costs no more once a VM is excluded", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 128 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.nat(), (cpus, pick) => {
        const inventory = inventoryOf(cpus.map((count, i) => vmOf(`vm-${i}`, { cpus: count })));
        const excludedVmKeys = new Set([`vm-${pick % cpus.length}`]);
        const bill = (excluded: ReadonlySet<string>) =>
          assess(inventory, SETTINGS, PRICES_2026, { excludedVmKeys: excluded }).options[0]?.cost
            .hostsMonthly ?? 0;
        expect(bill(excludedVmKeys)).toBeLessThanOrEqual(bill(new Set()));
      }),
      { numRuns: 50, seed: 20_261_124 },
    );
  });
});
