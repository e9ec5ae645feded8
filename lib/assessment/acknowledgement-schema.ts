import { z } from "zod";
import { pageQuerySchema } from "@/lib/inventory/list-schema";

/**
 * What a team says of readiness findings: a note, who sees to it and until when. It belongs to the project
 * and is keyed by VM and rule, so that it outlives every assessment and re-import.
 */

/** A note says why the finding may stay or what will be done; a novel belongs into a ticket. */
const note = z.string().trim().min(1).max(1_000);
const owner = z.string().trim().max(120).nullable();
/** A calendar day without a zone. */
const day = z.iso.date();
const ruleId = z.string().min(1).max(80);
/** 5,000 keys a request, as for exclusions. */
const vmKeys = z.array(z.string().min(1).max(300)).min(1).max(5_000).nullable();

export const acknowledgementSchema = z.object({
  ruleId,
  /** Null: the rule wherever it finds something. */
  vmKey: z.string().nullable(),
  note: z.string(),
  owner: z.string().nullable(),
  dueOn: day.nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  updatedAt: z.string(),
  updatedByName: z.string(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Acknowledges, or edits what was acknowledged before. */
export const acknowledgeSchema = z.object({
  ruleId,
  /** Null for the rule as a whole. */
  vmKeys,
  note,
  owner: owner.default(null),
  dueOn: day.nullable().default(null),
});
export type Acknowledge = z.input<typeof acknowledgeSchema>;

export const withdrawSchema = z.object({ ruleId, vmKeys });
export type Withdraw = z.input<typeof withdrawSchema>;

export const changedAcknowledgementsSchema = z.object({ changed: z.number() });

/** Without a VM: everything that is acknowledged. With one: what concerns it, whole rules included. */
export const acknowledgementQuerySchema = pageQuerySchema
  .pick({ offset: true, limit: true })
  .extend({
    vmKey: z.string().max(300).optional(),
    rule: ruleId.optional(),
  });
export const acknowledgementListSchema = z.object({
  acknowledgements: z.array(acknowledgementSchema),
  total: z.number(),
});

export const ACKNOWLEDGEMENT_ACTIONS = ["acknowledged", "edited", "withdrawn"] as const;
export const acknowledgementEventSchema = z.object({
  id: z.string(),
  ruleId,
  vmKey: z.string().nullable(),
  action: z.enum(ACKNOWLEDGEMENT_ACTIONS),
  note: z.string(),
  owner: z.string().nullable(),
  dueOn: day.nullable(),
  at: z.string(),
  byName: z.string(),
});
export type AcknowledgementEvent = z.infer<typeof acknowledgementEventSchema>;
export const acknowledgementHistoryQuerySchema = z.object({
  rule: ruleId,
  /** Left out: the history of the rule as a whole. */
  vmKey: z.string().max(300).optional(),
});
export const acknowledgementHistorySchema = z.object({
  events: z.array(acknowledgementEventSchema),
});

/** `overdue` is acknowledged with a day that has passed. */
export const FINDING_STATES = ["open", "acknowledged", "overdue"] as const;
export const findingStateSchema = z.enum(FINDING_STATES);
export type FindingState = z.infer<typeof findingStateSchema>;

/** Findings of one rule by state; `acknowledged` counts the overdue ones as well. */
export const findingCountsSchema = z.object({
  open: z.number(),
  acknowledged: z.number(),
  overdue: z.number(),
});
export type FindingCounts = z.infer<typeof findingCountsSchema>;

export const acknowledgementSummarySchema = z.object({
  /** The day that decides what is overdue, in the project's time zone. */
  today: day,
  totals: findingCountsSchema,
  rules: z.array(
    findingCountsSchema.extend({
      ruleId,
      /** What was said of the rule as a whole. */
      whole: acknowledgementSchema.nullable(),
    }),
  ),
});
export type AcknowledgementSummary = z.infer<typeof acknowledgementSummarySchema>;

type Said = Pick<Acknowledgement, "dueOn"> | null;

/** The state of one finding. What was said of the VM itself goes before what was said of the rule. */
export function findingState(own: Said, whole: Said, today: string): FindingState {
  const said = own ?? whole;
  if (said === null) return "open";
  // Days in ISO 8601 sort as text.
  return said.dueOn !== null && said.dueOn < today ? "overdue" : "acknowledged";
}

/**
 * Findings of one rule by state, from how many there are, how many have an acknowledgement of their own,
 * how many of those are overdue, and what was said of the rule as a whole.
 */
export function countFindings(
  findings: number,
  own: { acknowledged: number; overdue: number },
  whole: Said,
  today: string,
): FindingCounts {
  const byWhole = whole === null ? 0 : findings - own.acknowledged;
  const acknowledged = own.acknowledged + byWhole;
  const wholeOverdue = findingState(null, whole, today) === "overdue" ? byWhole : 0;
  return { open: findings - acknowledged, acknowledged, overdue: own.overdue + wholeOverdue };
}
