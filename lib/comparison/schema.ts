import { z } from "zod";
import { suitabilitySchema } from "@/lib/assessment/readiness-schema";

/** Several assessments side by side, and what became of VMs between two of them. */

/** More columns than this are no longer read side by side. */
export const MOST_COMPARED = 4;

export const changesQuerySchema = z.object({ from: z.string().min(1).max(64) });

/** VMs listed; all of them are counted. */
export const MOST_CHANGES = 200;

export const vmChangesSchema = z.object({
  /** Assessed only in the later one, only in the earlier, and in both with another readiness. */
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  rows: z.array(
    z.object({
      vmKey: z.string(),
      name: z.string(),
      before: suitabilitySchema.nullable(),
      after: suitabilitySchema.nullable(),
    }),
  ),
});
export type VmChanges = z.infer<typeof vmChangesSchema>;
