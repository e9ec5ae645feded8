import { z } from "zod";
import { CURRENCIES, type SavingsOption } from "@/lib/assessment/schema";
import { HOST_SKUS, type HostSku } from "@/lib/private-cloud/regions";
import { HOURS_PER_MONTH, type PriceEntry, priceKey } from "./schema";

/**
 * Reads answers of Azure's public retail price list (the Azure Retail Prices API, version
 * 2023-01-01-preview and earlier): the same JSON whether it was fetched by a script or saved from a
 * browser. Azure VMware Solution stands under the service "Specialized Compute", product
 * "Specialized Compute Azure VMware Solution", with SKU names such as "AV48 VCF BYOL".
 */

export const RETAIL_SOURCE = "Azure Retail Prices API";

/** More than the whole AVS catalogue, which has under a thousand items. */
const MAXIMUM_ITEMS = 50_000;

const itemSchema = z.object({
  currencyCode: z.string(),
  retailPrice: z.number(),
  tierMinimumUnits: z.number().default(0),
  reservationTerm: z.string().nullish(),
  armRegionName: z.string().nullish(),
  effectiveStartDate: z.string().nullish(),
  meterName: z.string().default(""),
  productName: z.string().default(""),
  skuName: z.string().default(""),
  unitOfMeasure: z.string().default(""),
  type: z.string().default(""),
  isPrimaryMeterRegion: z.boolean().default(true),
});
type RetailItem = z.infer<typeof itemSchema>;

const answerSchema = z.object({
  Items: z.array(z.unknown()),
  NextPageLink: z.string().nullish(),
});

/** Why items of the answer give no price; `otherService` is everything that is not AVS. */
export type RetailSkip =
  | "otherService"
  | "trial"
  | "global"
  | "zeroPrice"
  | "otherUnit"
  | "devTest"
  | "unknownTerm"
  | "superseded"
  | "unreadable";

export type RetailReading =
  | {
      ok: true;
      entries: PriceEntry[];
      skipped: Partial<Record<RetailSkip, number>>;
      /** The last answer names a next page that was not handed over. */
      morePages: boolean;
    }
  | { ok: false; problem: "notJson" | "notRetailPrices" | "noAvsPrices" | "tooManyItems" };

/** Parses the text of one file: one answer, or a list of answers, one a page. */
export function readRetailText(text: string): RetailReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { ok: false, problem: "notJson" };
  }
  return readRetailAnswers(Array.isArray(value) ? value : [value]);
}

/**
 * Prices of AVS hosts in retail price answers. A pay-as-you-go item is a price an hour and counts 730
 * hours a month; a reservation item is the price of its whole term and is divided by its months.
 * Trial meters, the location "global" and prices of zero are no list prices and are skipped.
 */
export function readRetailAnswers(answers: readonly unknown[]): RetailReading {
  const items: unknown[] = [];
  let morePages = false;
  for (const answer of answers) {
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) return { ok: false, problem: "notRetailPrices" };
    items.push(...parsed.data.Items);
    morePages = Boolean(parsed.data.NextPageLink);
  }
  if (items.length > MAXIMUM_ITEMS) return { ok: false, problem: "tooManyItems" };
  const skipped: Partial<Record<RetailSkip, number>> = {};
  const skip = (reason: RetailSkip) => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  const best = new Map<string, { entry: PriceEntry; primary: boolean }>();
  for (const raw of items) {
    const parsed = itemSchema.safeParse(raw);
    if (!parsed.success) {
      skip("unreadable");
      continue;
    }
    const entry = entryOf(parsed.data);
    if (typeof entry === "string") {
      skip(entry);
      continue;
    }
    const key = priceKey(entry);
    const other = best.get(key);
    const primary = parsed.data.isPrimaryMeterRegion;
    if (other) skip("superseded");
    if (!other || isBetter({ entry, primary }, other)) best.set(key, { entry, primary });
  }
  if (best.size === 0) return { ok: false, problem: "noAvsPrices" };
  return { ok: true, entries: [...best.values()].map(({ entry }) => entry), skipped, morePages };
}

/** The meter's primary region before others, then the later price. */
function isBetter(
  left: { entry: PriceEntry; primary: boolean },
  right: { entry: PriceEntry; primary: boolean },
): boolean {
  if (left.primary !== right.primary) return left.primary;
  return left.entry.date > right.entry.date;
}

const PRODUCT = /azure vmware solution/i;
const TERM_MONTHS: Readonly<Record<string, readonly [SavingsOption, number]>> = {
  "1 Year": ["RI1Year", 12],
  "3 Years": ["RI3Year", 36],
  "5 Years": ["RI5Year", 60],
};

function entryOf(item: RetailItem): PriceEntry | RetailSkip {
  const nodeType = nodeTypeOf(item);
  if (!PRODUCT.test(item.productName) || nodeType === null) return "otherService";
  if (/trial/i.test(`${item.skuName} ${item.meterName}`)) return "trial";
  const region = (item.armRegionName ?? "").toLowerCase();
  if (region === "" || region === "global") return "global";
  if (item.type === "DevTestConsumption") return "devTest";
  if (item.retailPrice <= 0) return "zeroPrice";
  if (item.tierMinimumUnits > 0 || !/^1 hour$/i.test(item.unitOfMeasure)) return "otherUnit";
  const currency = CURRENCIES.find((code) => code === item.currencyCode);
  if (currency === undefined) return "unreadable";
  const date = /^\d{4}-\d{2}-\d{2}/.exec(item.effectiveStartDate ?? "")?.[0];
  if (date === undefined) return "unreadable";
  const month = monthOf(item);
  if (month === null) return "unknownTerm";
  return {
    nodeType,
    savingsOption: month.savingsOption,
    vcf: /BYOL/i.test(`${item.skuName} ${item.meterName}`) ? "byol" : "included",
    region,
    currency,
    perHostMonth: month.price,
    confidence: "listed",
    source: RETAIL_SOURCE,
    date,
  };
}

/** The host type that an SKU name begins with: `AV36P VCF BYOL` is AV36P, never AV36. */
function nodeTypeOf(item: RetailItem): HostSku | null {
  const word = /\bAV\d+P?\b/i.exec(`${item.skuName} ${item.meterName}`)?.[0].toUpperCase();
  return HOST_SKUS.find((sku) => sku === word) ?? null;
}

function monthOf(item: RetailItem): { savingsOption: SavingsOption; price: number } | null {
  if (item.type !== "Reservation") {
    return { savingsOption: "None", price: item.retailPrice * HOURS_PER_MONTH };
  }
  const term = TERM_MONTHS[item.reservationTerm ?? ""];
  return term ? { savingsOption: term[0], price: item.retailPrice / term[1] } : null;
}
