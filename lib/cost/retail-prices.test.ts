import { describe, expect, it } from "vitest";
import { readRetailAnswers, readRetailText } from "./retail-prices";
import type { PriceEntry } from "./schema";
import { RETAIL_ANSWER } from "./testing/retail-answer";

function read(): PriceEntry[] {
  const reading = readRetailAnswers([RETAIL_ANSWER]);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.entries;
}

const find = (nodeType: string, savingsOption: string, region = "eastus") =>
  read().find(
    (entry) =>
      entry.nodeType === nodeType &&
      entry.savingsOption === savingsOption &&
      entry.region === region,
  );

describe("prices of an Azure retail price answer", () => {
  it("make a month of 730 hours from an hourly price", () => {
    // 10.93 x 730 = 7,978.90, as the note of AVS prices has it for AV48.
    expect(find("AV48", "None")?.perHostMonth).toBeCloseTo(7_978.9, 6);
    expect(find("AV48", "None")).toMatchObject({
      vcf: "byol",
      currency: "USD",
      confidence: "listed",
      date: "2025-11-01",
    });
  });

  it("divide a reservation's price by the months of its term", () => {
    // 125,948.88 / 36 = 3,498.58; 48,442.80 / 12 = 4,036.90 (both in the note of AVS prices).
    expect(find("AV48", "RI3Year")?.perHostMonth).toBeCloseTo(3_498.58, 6);
    expect(find("AV36P", "RI1Year")?.perHostMonth).toBeCloseTo(4_036.9, 6);
  });

  it("tell hosts with Cloud Foundation from those without, and regions from each other", () => {
    expect(find("AV64", "None")?.vcf).toBe("included");
    // 11.8 x 730 = 8,614.
    expect(find("AV48", "None", "koreacentral")?.perHostMonth).toBeCloseTo(8_614, 6);
  });

  it("take the latest price of the meter's own region", () => {
    expect(read().filter((entry) => entry.nodeType === "AV48")).toHaveLength(3);
    const turned = { ...RETAIL_ANSWER, Items: [...RETAIL_ANSWER.Items].reverse() };
    const reading = readRetailAnswers([turned]);
    expect(reading.ok && reading.entries.map((entry) => entry.perHostMonth).sort()).toEqual(
      read()
        .map((entry) => entry.perHostMonth)
        .sort(),
    );
  });

  it("skip trials, the global location, free items, other terms and other services, and count them", () => {
    const reading = readRetailAnswers([RETAIL_ANSWER]);
    expect(reading.ok && reading.skipped).toEqual({
      superseded: 2,
      trial: 1,
      global: 1,
      zeroPrice: 1,
      unknownTerm: 1,
      otherService: 1,
    });
  });
});

describe("what is no retail price answer", () => {
  it("is told apart: no JSON, another JSON, no AVS price", () => {
    expect(readRetailText("<html>")).toEqual({ ok: false, problem: "notJson" });
    expect(readRetailText('{"a":1}')).toEqual({ ok: false, problem: "notRetailPrices" });
    expect(readRetailText('{"Items":[]}')).toEqual({ ok: false, problem: "noAvsPrices" });
  });

  it("says when a page is missing, and reads pages that are handed over together", () => {
    const first = { ...RETAIL_ANSWER, NextPageLink: "https://prices.azure.com/next" };
    const alone = readRetailText(JSON.stringify(first));
    expect(alone.ok && alone.morePages).toBe(true);
    const both = readRetailText(JSON.stringify([first, RETAIL_ANSWER]));
    expect(both.ok && both.morePages).toBe(false);
  });
});
