import { z } from "zod";
import { currencySchema, nodeTypeSchema, savingsOptionSchema } from "@/lib/assessment/schema";
import { priceEntrySchema } from "./schema";

/** Price lists of a project as they are kept, shown and changed. */

/** What made a version of the list. */
export const priceListKindSchema = z.enum(["builtIn", "entered", "retail", "restored"]);

export const priceListVersionSchema = z.object({
  id: z.string(),
  /** 0 is the list that comes with the product; a project's own count from 1. */
  version: z.number(),
  kind: priceListKindSchema,
  /** The day of the version, ISO 8601. */
  date: z.string(),
  createdAt: z.string().nullable(),
  createdByName: z.string().nullable(),
  note: z.string(),
  priceCount: z.number(),
});
export type PriceListVersionInfo = z.infer<typeof priceListVersionSchema>;

export const projectPricesSchema = z.object({
  current: priceListVersionSchema.extend({ entries: z.array(priceEntrySchema) }),
  /** Newest first, the product's own list last. */
  versions: z.array(priceListVersionSchema),
});
export type ProjectPrices = z.infer<typeof projectPricesSchema>;

/** A price as a person enters it. The source is theirs to say: a quote, a contract, a price sheet. */
export const enteredPriceSchema = z.object({
  nodeType: nodeTypeSchema,
  savingsOption: savingsOptionSchema,
  vcf: z.enum(["byol", "included"]),
  region: z.string().max(60).nullable(),
  currency: currencySchema,
  /** A billion is above any price of a host in any currency of the list. */
  perHostMonth: z.number().positive().max(1e9),
  source: z.string().trim().min(1).max(200),
  date: z.iso.date(),
});

const noteSchema = z.string().trim().max(200).default("");

/** 5,000 prices are several times the whole catalogue. */
const MAXIMUM_PRICES = 5_000;

/** One change of the list; `baseId` is the version that the caller saw. */
export const changePricesSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("entered"),
    baseId: z.string(),
    set: z.array(enteredPriceSchema).max(MAXIMUM_PRICES).default([]),
    /** Keys (`priceKey`) of prices to take out. */
    remove: z.array(z.string().max(120)).max(MAXIMUM_PRICES).default([]),
    note: noteSchema,
  }),
  z.object({
    kind: z.literal("retail"),
    baseId: z.string(),
    /** Answers of the retail price list as they came, one a page. */
    answers: z.array(z.unknown()).min(1).max(200),
    /** False keeps what the answers do not name. */
    replace: z.boolean().default(false),
    note: noteSchema,
  }),
  z.object({ kind: z.literal("builtIn"), baseId: z.string(), note: noteSchema }),
  z.object({
    kind: z.literal("restored"),
    baseId: z.string(),
    versionId: z.string(),
    note: noteSchema,
  }),
]);
export type ChangePrices = z.input<typeof changePricesSchema>;
