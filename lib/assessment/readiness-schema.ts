import { z } from "zod";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { SHEET_NAMES } from "@/lib/inventory/schema";

/** `notEvaluated` is neither a pass nor a failure: the export does not say. */
export const verdictSchema = z.enum(["ok", "warning", "blocked", "notEvaluated"]);
export type Verdict = z.infer<typeof verdictSchema>;

/** Azure Migrate's suitability values of an AVS assessment. */
export const suitabilitySchema = z.enum([
  "Suitable",
  "ConditionallySuitable",
  "NotSuitable",
  "ReadinessUnknown",
]);
export type Suitability = z.infer<typeof suitabilitySchema>;

export const severitySchema = z.enum(["blocking", "warning", "info"]);
export type Severity = z.infer<typeof severitySchema>;

/**
 * What it takes to clear a finding on one VM, for sorting: `low` is a setting changed while the VM
 * runs, `medium` needs a restart or a change window, `high` a redesign (disks, clusters, guests).
 */
export const effortSchema = z.enum(["none", "low", "medium", "high"]);
export type Effort = z.infer<typeof effortSchema>;

/** Values that a finding states; sentences are made of them in `messages/`. */
export const detailSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
export type Detail = z.infer<typeof detailSchema>;

export const findingSchema = z.object({ ruleId: z.string(), details: z.array(detailSchema) });
export type Finding = z.infer<typeof findingSchema>;

export const typeVerdictSchema = z.object({
  verdict: verdictSchema,
  /** Rules behind the verdict: those that block, else those that could not be evaluated, else those that warn. */
  reasons: z.array(z.string()),
});
export type TypeVerdict = z.infer<typeof typeVerdictSchema>;

export const vmReadinessSchema = z.object({
  vmKey: z.string(),
  suitability: suitabilitySchema,
  /** The type that serves the VM best among those not blocked; null when all are. */
  bestType: migrationTypeSchema.nullable(),
  types: z.record(migrationTypeSchema, typeVerdictSchema),
  findings: z.array(findingSchema),
  /**
   * What the evaluated checks alone would say of a VM whose best type is `notEvaluated`; null where no deciding check
   * is open. Assessments from before it was told have none.
   */
  knownSuitability: suitabilitySchema.nullable().default(null),
});
export type VmReadiness = z.infer<typeof vmReadinessSchema>;

export const sheetReadSchema = z.object({
  sheet: z.enum(SHEET_NAMES),
  /** Empty: the sheet alone is enough. */
  columns: z.array(z.string()),
});
export type SheetRead = z.infer<typeof sheetReadSchema>;

export const ruleResultSchema = z.object({
  ruleId: z.string(),
  /** Number in the catalogue of checks; null for rules that this product adds. */
  number: z.number().nullable(),
  severity: severitySchema,
  effort: effortSchema,
  evaluated: z.boolean(),
  /** Whether a finding rules out a type that moves VMs of vSphere: left open, it is a condition to meet. */
  decides: z.boolean().default(false),
  /** What the export lacks. A rule can be evaluated and still miss one of several ways to see the same thing. */
  missing: z.array(sheetReadSchema),
  vmKeys: z.array(z.string()),
  /** VMs for which the export has the column but no value. */
  notEvaluatedVmCount: z.number(),
  /** For rules about hosts, clusters, datastores or the export itself. */
  subjects: z.array(z.object({ subject: z.string(), details: z.array(detailSchema) })),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

export const readinessSchema = z.object({
  vms: z.array(vmReadinessSchema),
  rules: z.array(ruleResultSchema),
});
export type Readiness = z.infer<typeof readinessSchema>;
