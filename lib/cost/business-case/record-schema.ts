import { z } from "zod";
import { businessCaseFactsSchema, businessCaseInputsSchema } from "./schema";

/** A project's business case as it is kept and asked for. */

export const businessCaseQuerySchema = z.object({
  /** Facts of this assessment instead of the one that the stored case names. */
  assessmentId: z.string().max(64).optional(),
});

export const businessCaseRecordSchema = z.object({
  /** Defaults where nothing was stored yet. */
  inputs: businessCaseInputsSchema,
  updatedAt: z.string().nullable(),
  updatedByName: z.string().nullable(),
  /** What the facts are of; null before the first assessment. */
  assessment: z
    .object({
      id: z.string(),
      name: z.string(),
      createdAt: z.string(),
      importId: z.string(),
      isOutOfDate: z.boolean(),
    })
    .nullable(),
  facts: businessCaseFactsSchema.nullable(),
  /** Newest first: what the case can be made from. */
  assessments: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string() })),
});
export type BusinessCaseRecord = z.infer<typeof businessCaseRecordSchema>;
