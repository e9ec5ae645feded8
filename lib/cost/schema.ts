import { z } from "zod";
import { currencySchema, nodeTypeSchema, savingsOptionSchema } from "@/lib/assessment/schema";

/** Hours in a month that Azure bills pay-as-you-go by (Azure Migrate assessment properties). */
export const HOURS_PER_MONTH = 730;

/**
 * How far a price can be trusted: the public price list, a second-hand quotation of it, an estimate,
 * or a figure that a user entered.
 */
export const priceConfidenceSchema = z.enum(["listed", "secondHand", "estimate", "entered"]);
export type PriceConfidence = z.infer<typeof priceConfidenceSchema>;

export const priceEntrySchema = z.object({
  nodeType: nodeTypeSchema,
  /** `None` is pay-as-you-go. */
  savingsOption: savingsOptionSchema,
  vcf: z.enum(["byol", "included"]),
  /** Azure location; null where the source names none. */
  region: z.string().nullable(),
  currency: currencySchema,
  /** A month of one host: 730 hours, or the term's price over its months. */
  perHostMonth: z.number().positive(),
  confidence: priceConfidenceSchema,
  /** Where the price was read, or who entered it. */
  source: z.string().max(200),
  /** The day that the price is of, ISO 8601. */
  date: z.iso.date(),
});
export type PriceEntry = z.infer<typeof priceEntrySchema>;

/** What makes a price the same price: a list holds one of each. */
export function priceKey(
  entry: Pick<PriceEntry, "nodeType" | "savingsOption" | "vcf" | "region" | "currency">,
): string {
  const { nodeType, savingsOption, vcf, region, currency } = entry;
  return [nodeType, savingsOption, vcf, region ?? "-", currency].join(" ");
}

export const priceListSchema = z.object({
  id: z.string(),
  /** The day that the prices are of, ISO 8601. */
  date: z.string(),
  source: z.string(),
  entries: z.array(priceEntrySchema),
});
export type PriceList = z.infer<typeof priceListSchema>;

export const costHeadSchema = z.object({
  head: z.enum(["nodes", "baseNodes", "vcfSubscription", "externalStorage"]),
  nodeType: nodeTypeSchema.nullable(),
  /** Null when no price is known; `reason` says why. */
  monthly: z.number().nullable(),
  reason: z
    .enum([
      "priceMissing",
      "regionPriceMissing",
      "exchangeRateMissing",
      "vcfPriceMissing",
      "externalStoragePriceMissing",
    ])
    .nullable(),
  quantity: z.number(),
  /** Price of one unit a month, in the assessment's currency. */
  unitPrice: z.number().nullable(),
  confidence: priceConfidenceSchema.nullable(),
  /** The region that the price is of: null where its source names none. */
  priceRegion: z.string().nullable(),
  /** True when the price is of the assessed region itself. */
  regionMatches: z.boolean(),
  /** Where the price was read and the day that it is of; null where no price is known. */
  priceSource: z.string().nullable().default(null),
  priceDate: z.string().nullable().default(null),
});
export type CostHead = z.infer<typeof costHeadSchema>;

export const monthlyCostSchema = z.object({
  currency: currencySchema,
  savingsOption: savingsOptionSchema,
  /** The bill for the hosts; null when a host price is missing. */
  hostsMonthly: z.number().nullable(),
  /** All heads together; null as soon as one of them is not known. */
  totalMonthly: z.number().nullable(),
  perVmMonthly: z.number().nullable(),
  discountRatio: z.number(),
  heads: z.array(costHeadSchema),
  priceListId: z.string(),
  priceListDate: z.string(),
});
export type MonthlyCost = z.infer<typeof monthlyCostSchema>;
