import { z } from "zod";
import { currencySchema, nodeTypeSchema, savingsOptionSchema } from "@/lib/assessment/schema";
import { CASE_YEARS, DEFAULT_PACE, FIELD_KEYS, type FieldKey, specOf } from "./fields";

/** What a team enters, what the case is computed from, and what comes out. */

const fieldKeySchema = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);

/** Only what was entered is kept, so that a better default or a new assessment shows at once. */
const enteredSchema = z
  .partialRecord(fieldKeySchema, z.number())
  .default({})
  .superRefine((values, context) => {
    for (const [key, value] of Object.entries(values)) {
      const { min, max } = specOf(key as FieldKey);
      if (value === undefined) continue;
      if (value < min) {
        context.addIssue({ code: "too_small", minimum: min, origin: "number", path: [key] });
      } else if (value > max) {
        context.addIssue({ code: "too_big", maximum: max, origin: "number", path: [key] });
      }
    }
  });

/** What has moved cannot move back: shares may only grow from year to year. */
export function paceIsRising(pace: readonly number[]): boolean {
  return pace.every((share, year) => year === 0 || share >= (pace[year - 1] ?? 0));
}

export const businessCaseInputsSchema = z.object({
  /** Null is the newest assessment. */
  assessmentId: z.string().max(64).nullable().default(null),
  /** Null is the recommended one. */
  nodeType: nodeTypeSchema.nullable().default(null),
  /** Null is the assessment's own. */
  savingsOption: savingsOptionSchema.nullable().default(null),
  entered: enteredSchema,
  migrationPace: z
    .array(z.number().min(0).max(1))
    .length(CASE_YEARS)
    .default([...DEFAULT_PACE])
    .refine(paceIsRising, "paceMustRise"),
  /** A rented cage is paid by the kW; an own data centre by its energy and upkeep. */
  facilityModel: z.enum(["colocation", "ownDatacentre"]).default("colocation"),
  /**
   * The page gives the regression on "hyper-threaded cores : memory" without its direction. More
   * memory a core costs more, so memory a core is the reading unless a team says otherwise.
   */
  serverRatio: z.enum(["memoryPerCore", "coresPerMemory"]).default("memoryPerCore"),
});
export type BusinessCaseInputs = z.infer<typeof businessCaseInputsSchema>;
export const DEFAULT_INPUTS: BusinessCaseInputs = businessCaseInputsSchema.parse({});

const termPriceSchema = z.object({
  savingsOption: savingsOptionSchema,
  /** A host and month in the case's currency; null when no price is known. */
  perHostMonth: z.number().nullable(),
  perBaseHostMonth: z.number().nullable(),
  reason: z.string().nullable(),
  confidence: z.string().nullable(),
  source: z.string().nullable(),
  date: z.string().nullable(),
  region: z.string().nullable(),
  regionMatches: z.boolean(),
});

export const avsChoiceSchema = z.object({
  nodeType: nodeTypeSchema,
  recommended: z.boolean(),
  nodeNumber: z.number(),
  coresPerNode: z.number(),
  baseNodes: z.number(),
  coresPerBaseNode: z.number(),
  terms: z.array(termPriceSchema),
});
export type AvsChoice = z.infer<typeof avsChoiceSchema>;

/** What the assessment and its import say; null where they do not. */
export const businessCaseFactsSchema = z.object({
  currency: currencySchema,
  /** Units of `currency` for one US dollar: what the defaults are multiplied by. Null: not known. */
  currencyPerUsd: z.number().nullable(),
  savingsOption: savingsOptionSchema,
  vcfByol: z.boolean(),
  vcfPerCoreMonth: z.number().nullable(),
  minimumHosts: z.number(),
  estate: z.object({
    vmCount: z.number(),
    hostCount: z.number().nullable(),
    physicalCores: z.number().nullable(),
    memoryGib: z.number().nullable(),
    storageGib: z.number().nullable(),
    /** Share of the estate's vCPUs that moves: hosts, cores and memory are counted by it. */
    movedRatio: z.number().nullable(),
  }),
  choices: z.array(avsChoiceSchema),
});
export type BusinessCaseFacts = z.infer<typeof businessCaseFactsSchema>;

export const ON_PREMISES_HEADS = [
  "servers",
  "storage",
  "storageMaintenance",
  "network",
  "networkMaintenance",
  "facilities",
  "energy",
  "security",
  "sqlProtection",
  "monitoring",
  "patching",
  "backup",
  "labour",
  "vmwareLicences",
  "windowsLicences",
  "extendedUpdates",
] as const;
export const AVS_HEADS = [
  "avsHosts",
  "avsNetwork",
  "avsNetworkMaintenance",
  "avsVcf",
  "avsSecurity",
  "avsManagement",
  "avsLabour",
  "avsWindows",
  "migration",
] as const;
export type OnPremisesHead = (typeof ON_PREMISES_HEADS)[number];
export type AvsHead = (typeof AVS_HEADS)[number];

/** One line of the table: an amount a year, or null with what is missing. */
export interface HeadRow<THead extends string> {
  head: THead;
  years: readonly number[] | null;
  /** The first input that is not known; null when the amounts are. */
  missing: FieldKey | null;
}

export interface CaseYear {
  year: number;
  /** Everything stays on premises. */
  stay: number;
  /** What has not moved yet stays on premises. */
  remaining: number;
  avs: number;
  hosts: number;
  movedRatio: number;
  /** `remaining` plus `avs`. */
  move: number;
  savings: number;
  cumulative: number;
  /** Savings of the year discounted to year 0. */
  discounted: number;
}

export interface BusinessCaseResult {
  ok: true;
  nodeType: string;
  savingsOption: string;
  onPremises: HeadRow<OnPremisesHead>[];
  avs: HeadRow<AvsHead>[];
  years: CaseYear[];
  stayTotal: number;
  moveTotal: number;
  savingsTotal: number;
  /** Of what staying would cost; null when that is nothing. */
  savingsRatio: number | null;
  npv: number;
  /** Months from the start of year 0; 0 when it is never behind, null when not within the years. */
  breakEvenMonth: number | null;
  /** A VM and month once all have moved: on premises, and on AVS. Null without VMs. */
  perVm: { onPremises: number; avs: number } | null;
  leftOut: { side: "onPremises" | "avs"; head: OnPremisesHead | AvsHead; missing: FieldKey }[];
}

export type BusinessCaseOutcome =
  | BusinessCaseResult
  | { ok: false; reason: "nothingSized" | "hostPriceMissing" | "exchangeRateMissing" };
