import { z } from "zod";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { pageQuerySchema } from "@/lib/inventory/list-schema";
import { findingStateSchema } from "./acknowledgement-schema";
import { assessmentSchema } from "./assessment-schema";
import {
  ruleResultSchema,
  suitabilitySchema,
  verdictSchema,
  vmReadinessSchema,
} from "./readiness-schema";
import { assessmentSettingsSchema } from "./schema";

/** Assessments as they are kept, listed and asked for. */

export const createAssessmentSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** A setting that does not exist is told: an assessment without it would look like one with it. */
  settings: assessmentSettingsSchema.strict(),
});
export type CreateAssessment = z.input<typeof createAssessmentSchema>;

/** Only the name of an assessment can change; everything that was computed stays. */
export const renameAssessmentSchema = createAssessmentSchema.pick({ name: true });

/** A rule's result with the number of its VMs; the VMs themselves are a list of their own. */
export const ruleSummarySchema = ruleResultSchema
  .omit({ vmKeys: true })
  .extend({ vmCount: z.number() });
export type RuleSummary = z.infer<typeof ruleSummarySchema>;

/** What is stored of an assessment beside its VMs. */
export const assessmentResultSchema = assessmentSchema
  .omit({ readiness: true, settings: true })
  .extend({ rules: z.array(ruleSummarySchema) });

export const assessmentRecordSchema = assessmentResultSchema.extend({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  importId: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  /** Inventory, exclusions or prices have moved on since. */
  isOutOfDate: z.boolean(),
  settings: assessmentSettingsSchema,
});
export type AssessmentRecord = z.infer<typeof assessmentRecordSchema>;

export const assessmentSummarySchema = assessmentRecordSchema
  .pick({
    id: true,
    name: true,
    createdAt: true,
    createdByName: true,
    isOutOfDate: true,
    suitability: true,
    recommended: true,
  })
  .extend({
    azureLocation: z.string(),
    /** Of the recommended node type; null when nothing could be sized. */
    nodeNumber: z.number().nullable(),
    limitingFactor: z.string().nullable(),
    hostsMonthly: z.number().nullable(),
    currency: z.string(),
  });
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;

export const assessmentListSchema = z.object({ assessments: z.array(assessmentSummarySchema) });
export const createdAssessmentSchema = z.object({ assessment: assessmentRecordSchema });

export const ASSESSED_VM_SORT_COLUMNS = [
  "name",
  "suitability",
  "bestType",
  "findingCount",
  "effortHours",
  "dueOn",
  "cpus",
  "memoryMib",
  "storageMib",
  "os",
  "cluster",
] as const;

export const assessedVmQuerySchema = pageQuerySchema.extend({
  sort: z.enum(ASSESSED_VM_SORT_COLUMNS).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  suitability: suitabilitySchema.optional(),
  rule: z.string().max(80).optional(),
  bestType: migrationTypeSchema.optional(),
  /** The state of the finding of `rule`; without a rule there is no one finding to speak of. */
  finding: findingStateSchema.optional(),
});
export type AssessedVmQuery = z.input<typeof assessedVmQuerySchema>;

export const assessedVmRowSchema = z.object({
  vmKey: z.string(),
  name: z.string(),
  suitability: suitabilitySchema,
  bestType: migrationTypeSchema.nullable(),
  types: z.record(migrationTypeSchema, verdictSchema),
  findingCount: z.number(),
  /** Hours to clear what stands in the way; null on assessments from before it was told. */
  effortHours: z.number().nullable(),
  /** Of the finding of the rule that the list is narrowed to; null without a rule. */
  finding: z
    .object({
      state: findingStateSchema,
      note: z.string().nullable(),
      owner: z.string().nullable(),
      dueOn: z.string().nullable(),
    })
    .nullable(),
  cpus: z.number().nullable(),
  memoryMib: z.number().nullable(),
  storageMib: z.number().nullable(),
  os: z.string().nullable(),
  cluster: z.string().nullable(),
});
export type AssessedVmRow = z.infer<typeof assessedVmRowSchema>;
export const assessedVmPageSchema = z.object({
  rows: z.array(assessedVmRowSchema),
  total: z.number(),
});
export const assessedVmDetailSchema = z.object({
  row: assessedVmRowSchema,
  readiness: vmReadinessSchema,
});
export type AssessedVmDetail = z.infer<typeof assessedVmDetailSchema>;
