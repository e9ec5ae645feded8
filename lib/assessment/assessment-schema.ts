import { z } from "zod";
import { monthlyCostSchema } from "@/lib/cost/schema";
import { demandSchema } from "./demand";
import { readinessSchema, suitabilitySchema } from "./readiness-schema";
import { assessmentSettingsSchema, nodeTypeSchema } from "./schema";
import { nodeSizingSchema } from "./sizing-schema";

/** What the result takes for granted. `count` is the VMs it touches (for `rulesNotEvaluated`, the rules), null where that has no meaning. */
export const assumptionSchema = z.object({
  code: z.enum([
    "sizedByAllocation",
    "storageFromOtherColumn",
    "vcpusUnknown",
    "memoryUnknown",
    "storageUnknown",
    "notSuitableLeftOut",
    "excludedByUser",
    "setAsideByRule",
    "poweredOffLeftOut",
    "rulesNotEvaluated",
    "priceFromOtherRegion",
    "priceEstimated",
    "priceSecondHand",
    "vcfNotPriced",
    "networkNotPriced",
    "unitsConverted",
    "noSpareHosts",
    "esaMultipliersAssumed",
    "baseClusterForAv64",
  ]),
  count: z.number().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Assumption = z.infer<typeof assumptionSchema>;

export const nodeOptionSchema = z.object({
  sizing: nodeSizingSchema,
  cost: monthlyCostSchema,
  /** Sized VMs that one host of the type cannot run; null on assessments from before it was told. */
  tooLargeVms: z.number().nullable().default(null),
});
export type NodeOption = z.infer<typeof nodeOptionSchema>;

/** Immutable once made. */
export const assessmentSchema = z.object({
  settings: assessmentSettingsSchema,
  readiness: readinessSchema,
  suitability: z.record(suitabilitySchema, z.number()),
  /**
   * Of the VMs for which deciding checks are open: how many the evaluated checks find nothing against, and how many
   * they attach conditions to. Null on assessments from before it was told.
   */
  knownOfOpen: z
    .object({ Suitable: z.number(), ConditionallySuitable: z.number() })
    .nullable()
    .default(null),
  /** VMs by the migration type that serves them best; `none` where every type is ruled out. */
  bestTypes: z.record(z.string(), z.number()).nullable().default(null),
  demand: demandSchema,
  /** One a node type of the region; empty when no VM is left to size. */
  options: z.array(nodeOptionSchema),
  recommended: z
    .object({ nodeType: nodeTypeSchema, reason: z.enum(["lowestCost", "fewestNodes"]) })
    .nullable(),
  /** Azure Migrate's stars by measured VMs; null when the criterion is as on-premises. */
  confidenceStars: z.number().nullable(),
  assumptions: z.array(assumptionSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;
