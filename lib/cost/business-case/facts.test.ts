import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_DEMAND } from "@/lib/assessment/demand";
import { type AssessmentSettings, assessmentSettings } from "@/lib/assessment/schema";
import { sizeAvs } from "@/lib/assessment/sizing";
import { costByTerm, savingOfTerm } from "../cost-by-term";
import { PRICES_2026 } from "../prices-2026";
import { businessCase } from "./business-case";
import { factsOf } from "./facts";
import { DEFAULT_INPUTS } from "./schema";

interface SmallVm {
  vcpus: number;
  memoryGib: number;
  storageGib: number;
}

const SETTINGS = assessmentSettings({ azureLocation: "eastus" });

function caseOfVms(vms: readonly SmallVm[], all: readonly SmallVm[], settings: AssessmentSettings) {
  const sum = (list: readonly SmallVm[], key: keyof SmallVm) =>
    list.reduce((total, vm) => total + vm[key], 0);
  const demand = {
    ...NO_DEMAND,
    vmCount: vms.length,
    vcpus: sum(vms, "vcpus"),
    memoryGib: sum(vms, "memoryGib"),
    storageGib: sum(vms, "storageGib"),
  };
  const options = sizeAvs(demand, settings).map((sizing) => ({
    sizing,
    cost: costByTerm(sizing, vms.length, settings, PRICES_2026)[0]!,
    tooLargeVms: 0,
  }));
  const facts = factsOf(
    { settings, demand, options, recommended: { nodeType: "AV64", reason: "lowestCost" } },
    {
      movedVcpus: sum(vms, "vcpus"),
      estateVcpus: sum(all, "vcpus"),
      hostCount: 20,
      physicalCores: 640,
      memoryGib: 10_240,
    },
    PRICES_2026,
  );
  return { facts, outcome: businessCase(facts, DEFAULT_INPUTS) };
}

const vm: fc.Arbitrary<SmallVm> = fc.record({
  vcpus: fc.integer({ min: 1, max: 64 }),
  memoryGib: fc.integer({ min: 1, max: 512 }),
  storageGib: fc.integer({ min: 10, max: 8_000 }),
});

describe("the facts of a case", () => {
  it("count hosts, cores and memory by the share of vCPUs that moves", () => {
    const half = { vcpus: 4, memoryGib: 16, storageGib: 100 };
    const { facts } = caseOfVms([half], [half, half], SETTINGS);
    // Half of 20 hosts, 640 cores and 10,240 GiB.
    expect(facts.estate).toMatchObject({
      hostCount: 10,
      physicalCores: 320,
      memoryGib: 5_120,
      vmCount: 1,
      movedRatio: 0.5,
    });
  });

  it("never cost more on either side once a VM is left out", () => {
    fc.assert(
      fc.property(fc.array(vm, { minLength: 2, maxLength: 40 }), fc.nat(), (vms, pick) => {
        const fewer = vms.filter((_, index) => index !== pick % vms.length);
        const before = caseOfVms(vms, vms, SETTINGS).outcome;
        const after = caseOfVms(fewer, vms, SETTINGS).outcome;
        if (!before.ok || !after.ok) throw new Error("no case");
        expect(after.stayTotal).toBeLessThanOrEqual(before.stayTotal + 1e-6);
        const bill = (one: typeof before) => one.years.reduce((total, year) => total + year.avs, 0);
        expect(bill(after)).toBeLessThanOrEqual(bill(before) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the bill by term", () => {
  it("has every term, its price times the hosts, and no price where none is known", () => {
    const { facts } = caseOfVms([{ vcpus: 4, memoryGib: 16, storageGib: 100 }], [], SETTINGS);
    const av36p = facts.choices.find(({ nodeType }) => nodeType === "AV36P");
    // Prices of the engineering note: 5,986.00, 4,036.90 and 2,606.10; it has no 5-year price.
    expect(av36p?.terms.map(({ perHostMonth }) => perHostMonth)).toEqual([
      5_986,
      4_036.9,
      2_606.1,
      null,
    ]);
    expect(av36p?.terms[3]?.reason).toBe("priceMissing");
  });

  it("says what a reservation saves of pay as you go", () => {
    const [sizing] = sizeAvs(
      { ...NO_DEMAND, vmCount: 1, vcpus: 4, memoryGib: 8, storageGib: 10 },
      {
        ...SETTINGS,
        nodeTypes: ["AV36P"],
      },
    );
    const terms = costByTerm(sizing!, 1, { ...SETTINGS, nodeTypes: ["AV36P"] }, PRICES_2026);
    // The note's own figures for AV36P: 32.6 % for one year, 56.5 % for three.
    expect(savingOfTerm(terms[1]!, terms[0]!)).toBeCloseTo(0.326, 3);
    expect(savingOfTerm(terms[2]!, terms[0]!)).toBeCloseTo(0.565, 3);
    expect(savingOfTerm(terms[3]!, terms[0]!)).toBeNull();
  });
});
