import { z } from "zod";
import { pageQuerySchema } from "./list-schema";

/** What changed from one import's inventory to another's, VM by VM. */

export const CHANGE_KINDS = ["new", "gone", "renamed", "resized", "moved"] as const;
export const changeKindSchema = z.enum(CHANGE_KINDS);
export type ChangeKind = z.infer<typeof changeKindSchema>;

export const changeQuerySchema = pageQuerySchema.extend({
  kind: changeKindSchema.optional(),
  /** The import to compare with; left out for the one that was in use before. */
  against: z.string().max(64).optional(),
  /** VMs of a mobility group only: what changed or went there needs somebody's look. */
  inGroup: z.stringbool().optional(),
});

const sideSchema = z.object({
  name: z.string(),
  powerState: z.string(),
  cpus: z.number().nullable(),
  memoryMib: z.number().nullable(),
  diskCapacityMib: z.number().nullable(),
  diskCount: z.number(),
  cluster: z.string().nullable(),
  host: z.string().nullable(),
});
export type ChangeSide = z.infer<typeof sideSchema>;

export const changeRowSchema = z.object({
  key: z.string(),
  /** Several at once but for `new` and `gone`. */
  kinds: z.array(changeKindSchema),
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
  /** The mobility group that holds the VM; null when none does. */
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;
export const changePageSchema = z.object({ rows: z.array(changeRowSchema), total: z.number() });

export const comparedImportSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  createdAt: z.string(),
  vmCount: z.number(),
});

export const changeSummarySchema = z.object({
  /** Null: there is nothing to compare with. */
  against: comparedImportSchema.nullable(),
  /** Other imports that can be compared with, newest first. */
  candidates: z.array(comparedImportSchema),
  counts: z.record(changeKindSchema, z.number()),
  unchanged: z.number(),
  /** VMs of mobility groups that the newer inventory has no more. */
  goneInGroups: z.number(),
});
export type ChangeSummary = z.infer<typeof changeSummarySchema>;
