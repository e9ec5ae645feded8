import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessCase } from "./business-case";
import type { FieldKey } from "./fields";
import { breakEvenMonth, netPresentValue } from "./present-value";
import {
  type BusinessCaseFacts,
  type BusinessCaseInputs,
  type BusinessCaseResult,
  businessCaseInputsSchema,
} from "./schema";
import { sensitivities } from "./sensitivity";

/** 100 VMs on 10 hosts of 32 cores and 512 GiB, 50,000 GiB, onto 4 AV48 at 5,000 a host and month. */
function facts(estate: Partial<BusinessCaseFacts["estate"]> = {}): BusinessCaseFacts {
  return {
    currency: "USD",
    currencyPerUsd: 1,
    savingsOption: "None",
    vcfByol: true,
    vcfPerCoreMonth: null,
    minimumHosts: 3,
    estate: {
      vmCount: 100,
      hostCount: 10,
      physicalCores: 320,
      memoryGib: 5_120,
      storageGib: 51_200,
      movedRatio: 1,
      ...estate,
    },
    choices: [
      {
        nodeType: "AV48",
        recommended: true,
        nodeNumber: 4,
        coresPerNode: 48,
        baseNodes: 0,
        coresPerBaseNode: 0,
        terms: [
          {
            savingsOption: "None",
            perHostMonth: 5_000,
            perBaseHostMonth: null,
            reason: null,
            confidence: "listed",
            source: "test",
            date: "2026-01-01",
            region: "eastus",
            regionMatches: true,
          },
        ],
      },
    ],
  };
}

const inputs = (
  entered: Partial<Record<FieldKey, number>> = {},
  rest: Partial<BusinessCaseInputs> = {},
): BusinessCaseInputs => businessCaseInputsSchema.parse({ entered, ...rest });

function run(
  entered: Partial<Record<FieldKey, number>> = {},
  rest: Partial<BusinessCaseInputs> = {},
  given = facts(),
): BusinessCaseResult {
  const outcome = businessCase(given, inputs(entered, rest));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

const amount = (result: BusinessCaseResult, head: string, year = 0) =>
  [...result.onPremises, ...result.avs].find((row) => row.head === head)?.years?.[year];

describe("the net present value", () => {
  it("discounts each flow by its year, the first not at all", () => {
    // -1,000 + 500/1.1 + 500/1.21 + 500/1.331 = -1,000 + 454.545455 + 413.223140 + 375.657400.
    expect(netPresentValue([-1_000, 500, 500, 500], 0.1)).toBeCloseTo(243.425995, 5);
    // At no discount it is the sum.
    expect(netPresentValue([-1_000, 500, 500, 500], 0)).toBe(500);
    // 100 in year 1 at the default 7 %: 100 / 1.07.
    expect(netPresentValue([0, 100], 0.07)).toBeCloseTo(93.457944, 6);
  });

  it("is nearer to nothing the higher the rate, where every flow has the same sign", () => {
    const flows = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    const rate = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(flows, rate, rate, (values, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const at = (share: number) => Math.abs(netPresentValue(values, share));
        expect(at(high)).toBeLessThanOrEqual(at(low) * (1 + 1e-12));
      }),
    );
  });
});

describe("break-even", () => {
  it("is the month after which the savings stay above nothing", () => {
    // -1,200 in year 0, then 200 a month: after 6 months of year 1 it is 0, so month 18 is not below.
    expect(breakEvenMonth([-1_200, 2_400])).toBe(18);
    // -1,200, then 100 a month: 12 more months.
    expect(breakEvenMonth([-1_200, 1_200, 1_200])).toBe(24);
  });

  it("is the start where savings are never negative, and never where they end so", () => {
    expect(breakEvenMonth([0, 100])).toBe(0);
    expect(breakEvenMonth([-100, 50])).toBeNull();
    expect(breakEvenMonth([0, 0])).toBeNull();
    expect(breakEvenMonth([])).toBeNull();
  });

  it("counts from the last time that the savings were below nothing", () => {
    // 100, then -300, then 600: below from month 16 until 50 a month has made 200 good, month 28.
    expect(breakEvenMonth([100, -300, 600])).toBe(28);
  });
});

describe("costs on premises", () => {
  it("follow the formulas of the business case", () => {
    const result = run();
    // 640 threads, 8 GiB each: (16.232 x 8 + 113.87) x 640 = 243.726 x 640 = 155,984.64; / 4 years.
    expect(amount(result, "servers")).toBeCloseTo(38_996.16, 2);
    // 51,200 GiB x 2 = 102,400; / 4 years = 25,600; 10 % = 10,240.
    expect(amount(result, "storage")).toBeCloseTo(25_600, 6);
    expect(amount(result, "storageMaintenance")).toBeCloseTo(10_240, 6);
    // 10 hosts are one cabinet of 16: 906 / 5 years = 181.2; 15 % = 135.9.
    expect(amount(result, "network")).toBeCloseTo(181.2, 6);
    expect(amount(result, "networkMaintenance")).toBeCloseTo(135.9, 6);
    // 100 x 250; 100 x 145; 100 x 145; 100 x 145 + 51,200 x 0.022 = 14,500 + 1,126.4.
    expect(amount(result, "security")).toBe(25_000);
    expect(amount(result, "monitoring")).toBe(14_500);
    expect(amount(result, "patching")).toBe(14_500);
    expect(amount(result, "backup")).toBeCloseTo(15_626.4, 6);
  });

  it("reads the server regression the other way where a team says so", () => {
    // 640 / 5,120 = 0.125: (16.232 x 0.125 + 113.87) x 640 = 115.899 x 640 = 74,175.36; / 4.
    expect(amount(run({}, { serverRatio: "coresPerMemory" }), "servers")).toBeCloseTo(18_543.84, 2);
  });

  it("counts facilities by energy, with a share of capacity unused", () => {
    // 320 x 0.009 x 2 x 1.8 = 10.368 kW; 50 TB x 0.001 x 3.6 = 0.18; 10.548 / 0.6 = 17.58 kW.
    // At 200 a kW and month: 17.58 x 200 x 12 = 42,192.
    expect(amount(run({ colocationPerKwMonth: 200 }), "facilities")).toBeCloseTo(42_192, 6);
    // The same energy in an own site at 0.1 a kWh: 10.548 x 8,760 x 0.1.
    const own = run(
      { electricityPerKwh: 0.1, ownFacilityPerYear: 5_000 },
      { facilityModel: "ownDatacentre" },
    );
    expect(amount(own, "energy")).toBeCloseTo(9_240.048, 3);
    expect(amount(own, "facilities")).toBe(5_000);
  });

  it("saves labour only as far as a team says that less of it stays", () => {
    const priced = { vmsPerAdmin: 50, adminHourlyRate: 40 };
    expect(run(priced).npv).toBeCloseTo(run().npv, 6);
    // 100 / 50 x 40 x 8,760 h = 700,800 a year, half of it saved for 20 %, 50 %, all and all of the VMs.
    const saved = 350_400 * (0.2 / 1.07 + 0.5 / 1.07 ** 2 + 1 / 1.07 ** 3 + 1 / 1.07 ** 4);
    expect(run({ ...priced, avsLabourRatio: 0.5 }).npv - run().npv).toBeCloseTo(saved, 4);
  });

  it("counts labour and licences once their prices are entered, and grows by the growth rate", () => {
    // 100 / 50 x 30 x 8,760 = 525,600; 320 cores x 10 x 12 = 38,400; 160 packs x 1,000 / 5 = 32,000.
    const result = run({
      vmsPerAdmin: 50,
      adminHourlyRate: 30,
      vcfPerCoreMonth: 10,
      windowsPer2CorePack: 1_000,
      unsupportedLicenceCost: 1_000,
      growthRate: 0.1,
    });
    expect(amount(result, "labour")).toBeCloseTo(525_600, 6);
    expect(amount(result, "vmwareLicences")).toBeCloseTo(38_400, 6);
    expect(amount(result, "windowsLicences")).toBeCloseTo(32_000, 6);
    // 25,000 x 1.1 x 1.1.
    expect(amount(result, "security", 2)).toBeCloseTo(30_250, 6);
    // 75, 100 and 125 % of the licences, then nothing.
    expect(result.onPremises.find((row) => row.head === "extendedUpdates")?.years).toEqual([
      750, 1_000, 1_250, 0, 0,
    ]);
  });
});

describe("costs on AVS", () => {
  it("begin with whole hosts, and never fewer than the smallest cluster", () => {
    const { years } = run();
    // Pace 0, 20, 50, 100, 100 % of 4 hosts: none, then 3 as the least, then 4.
    expect(years.map((year) => year.hosts)).toEqual([0, 3, 3, 4, 4]);
    // 3 x 5,000 x 12 = 180,000; 4 x 5,000 x 12 = 240,000.
    expect(amount(run(), "avsHosts", 1)).toBe(180_000);
    expect(amount(run(), "avsHosts", 3)).toBe(240_000);
    // 10 % network, and 15 % of that: 24,000 and 3,600.
    expect(amount(run(), "avsNetwork", 3)).toBeCloseTo(24_000, 6);
    expect(amount(run(), "avsNetworkMaintenance", 3)).toBeCloseTo(3_600, 6);
  });

  it("adds a VM's migration in the year in which it moves", () => {
    // 50 a VM: 20, 30 and 50 of the 100 VMs in years 1 to 3.
    const row = run({ migrationPerVm: 50 }).avs.find(({ head }) => head === "migration");
    expect(row?.years?.map((value) => Math.round(value))).toEqual([0, 1_000, 1_500, 2_500, 0]);
  });

  it("adds up: savings are staying less moving, and the value is that of the savings", () => {
    const result = run();
    for (const year of result.years) {
      expect(year.move).toBeCloseTo(year.remaining + year.avs, 6);
      expect(year.savings).toBeCloseTo(year.stay - year.move, 6);
      expect(year.remaining).toBeCloseTo(year.stay * (1 - year.movedRatio), 6);
    }
    expect(result.npv).toBeCloseTo(
      netPresentValue(
        result.years.map((year) => year.savings),
        0.07,
      ),
      6,
    );
    expect(result.savingsTotal).toBeCloseTo(result.stayTotal - result.moveTotal, 6);
  });
});

describe("what is not known", () => {
  it("leaves a head out by name, on both sides where both would need it, and never counts zero", () => {
    const { leftOut, onPremises } = run();
    expect(leftOut.map(({ head }) => head)).toEqual([
      "facilities",
      "sqlProtection",
      "labour",
      "vmwareLicences",
      "windowsLicences",
      "extendedUpdates",
      "avsVcf",
      "avsLabour",
      "avsWindows",
      "migration",
    ]);
    expect(onPremises.find(({ head }) => head === "labour")).toEqual({
      head: "labour",
      years: null,
      missing: "vmsPerAdmin",
    });
  });

  it("gives no case without a host price, an exchange rate or a layout", () => {
    const unpriced = facts();
    const [choice] = unpriced.choices;
    if (choice) choice.terms = [];
    expect(businessCase(unpriced, inputs())).toEqual({ ok: false, reason: "hostPriceMissing" });
    expect(businessCase({ ...facts(), currencyPerUsd: null }, inputs())).toEqual({
      ok: false,
      reason: "exchangeRateMissing",
    });
    expect(businessCase({ ...facts(), choices: [] }, inputs())).toEqual({
      ok: false,
      reason: "nothingSized",
    });
  });

  it("converts defaults to the case's currency, and leaves entered amounts alone", () => {
    const won = { ...facts(), currency: "KRW" as const, currencyPerUsd: 1_300 };
    // 100 x 250 x 1,300.
    expect(amount(run({}, {}, won), "security")).toBe(32_500_000);
    expect(amount(run({ securityPerServerYear: 300_000 }, {}, won), "security")).toBe(30_000_000);
  });
});

describe("sensitivity", () => {
  it("ranks all inputs by how far they move the value, and cuts to the five largest", () => {
    const all = sensitivities(facts(), inputs(), 100);
    const five = sensitivities(facts(), inputs());
    expect(five).toEqual(all.slice(0, 5));
    expect(all.map(({ swing }) => swing)).toEqual(
      all.map(({ swing }) => swing).sort((left, right) => right - left),
    );
    // The bill of the hosts is the largest head by far: 240,000 of some 320,000 a year.
    expect(five.map(({ input }) => input)).toContain("avsHostPerMonth");
  });

  it("moves an input by a fifth each way", () => {
    const bar = sensitivities(facts(), inputs(), 100).find(
      ({ input }) => input === "avsHostPerMonth",
    );
    expect(bar?.low.value).toBe(4_000);
    expect(bar?.high.value).toBe(6_000);
    // Dearer hosts are worth less.
    expect(bar?.low.npv).toBeGreaterThan(bar?.high.npv ?? Number.NaN);
  });

  it("leaves out what has no value", () => {
    const all = sensitivities(facts(), inputs(), 100).map(({ input }) => input);
    expect(all).not.toContain("vmsPerAdmin");
    expect(all).not.toContain("growthRate.");
  });
});

describe("the inputs' bounds", () => {
  it("refuse a pace that falls, a value out of bounds, and too few years", () => {
    const problems = (value: unknown) =>
      businessCaseInputsSchema.safeParse(value).error?.issues.map(({ path }) => path.join("."));
    expect(problems({ migrationPace: [0, 0.5, 0.4, 1, 1] })).toEqual(["migrationPace"]);
    expect(problems({ migrationPace: [0, 1] })).toEqual(["migrationPace"]);
    expect(problems({ entered: { unusedCapacityRatio: 1 } })).toEqual([
      "entered.unusedCapacityRatio",
    ]);
  });
});
