import { z } from "zod";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { faultInjectSchema, switchoverWindowSchema } from "@/lib/hcx/mobility-group-schema";
import { COUNTER_STATES } from "@/lib/migration/phase";

/**
 * What the migration board shows. Times are seconds after the world's epoch, rates are bytes a second,
 * progress is a ratio of 0 to 1. Null is "no data", never zero.
 */

/** The counters of an HCX mobility group (HCX 9.1 API), in the order in which the board shows them. */
export const BOARD_STATES = COUNTER_STATES;
export const boardStateSchema = z.enum(BOARD_STATES);
export type BoardState = z.infer<typeof boardStateSchema>;

/** States that a migration does not leave by itself. */
export const TERMINAL_STATES: readonly BoardState[] = [
  "completed",
  "warning",
  "error",
  "cancelled",
];

export const countersSchema = z.record(boardStateSchema, z.number().int().min(0));
export type Counters = z.infer<typeof countersSchema>;

/** When something ends: over several seeds the earliest, the median and the latest. */
export const etaSchema = z.object({
  earliestSeconds: z.number(),
  likelySeconds: z.number(),
  latestSeconds: z.number(),
  /** Quantiles 10, 50 and 90 % of the forecast, or the first, middle and last of a few runs. */
  basis: z.enum(["forecast", "runs"]),
});
export type Eta = z.infer<typeof etaSchema>;

/** A sentence by its code in `messages/`, with the values it states. */
export const boardMessageSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type BoardMessage = z.infer<typeof boardMessageSchema>;

/** Why some VMs wait, or what happened to them, and how many they are. */
export const boardReasonSchema = z.object({
  /** For the list's filter. */
  key: z.string(),
  /** `attention` is a failure or a warning, `waiting` goes on by itself. */
  kind: z.enum(["attention", "waiting"]),
  message: boardMessageSchema,
  count: z.number().int().min(1),
});
export type BoardReason = z.infer<typeof boardReasonSchema>;

/** Something that goes wrong for a time, and what it concerns. */
export const runningFaultSchema = z.object({
  id: z.string(),
  fault: z.enum(faultInjectSchema.options.flatMap(({ shape }) => shape.fault.value)),
  startSeconds: z.number(),
  endSeconds: z.number(),
  /** The service mesh or the datastore; null for the whole site and for VMs. */
  place: z.string().nullable(),
  vmCount: z.number().int().nullable(),
  /** Share of the link that is left, 0 to 1. */
  capacityRatio: z.number().nullable(),
  /** How many times as much the guests rewrite. */
  factor: z.number().nullable(),
});
export type RunningFault = z.infer<typeof runningFaultSchema>;

export const groupSummarySchema = z.object({
  groupId: z.string(),
  name: z.string(),
  serviceMeshName: z.string(),
  destinationDatastore: z.string(),
  /** The group as a whole: the state of what is left to do. */
  state: z.enum(["draft", "scheduled", "running", "completed", "completedWithErrors", "cancelled"]),
  totalVms: z.number().int(),
  /** How many of its VMs migrate in which way, most first. */
  types: z.array(z.object({ type: migrationTypeSchema, count: z.number().int().min(1) })),
  counters: countersSchema,
  progressRatio: z.number().nullable(),
  bytesTransferred: z.number(),
  bytesTotal: z.number().nullable(),
  startedAtSeconds: z.number().nullable(),
  finishedAtSeconds: z.number().nullable(),
  switchoverWindow: switchoverWindowSchema.nullable(),
  eta: etaSchema.nullable(),
});
export type GroupSummary = z.infer<typeof groupSummarySchema>;

export const throughputPointSchema = z.object({
  startSeconds: z.number(),
  endSeconds: z.number(),
  /** Mean over the interval, of all meshes together. */
  rateBytesPerSecond: z.number(),
});
export type ThroughputPoint = z.infer<typeof throughputPointSchema>;

export const boardSummarySchema = z.object({
  atSeconds: z.number(),
  totalVms: z.number().int(),
  counters: countersSchema,
  progressRatio: z.number().nullable(),
  bytesTransferred: z.number(),
  bytesTotal: z.number().nullable(),
  rateBytesPerSecond: z.number(),
  eta: etaSchema.nullable(),
  /** Null before anything was started. */
  startedAtSeconds: z.number().nullable(),
  groups: z.array(groupSummarySchema),
  /** Most VMs first. */
  reasons: z.array(boardReasonSchema),
  /** The next to end first. */
  faults: z.array(runningFaultSchema),
  throughput: z.array(throughputPointSchema),
  /** The next instant at which something changes by itself: where "jump to next event" goes. */
  nextEventSeconds: z.number().nullable(),
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;

export const BOARD_SORTS = [
  "vmName",
  "groupName",
  "type",
  "state",
  "progressRatio",
  "rateBytesPerSecond",
  "bytesTransferred",
  "bytesTotal",
  "etaSeconds",
] as const;

export const boardRowsQuerySchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  search: z.string().max(200).default(""),
  state: boardStateSchema.optional(),
  group: z.string().max(64).optional(),
  /** The `key` of one of the board's reasons. */
  reason: z.string().max(400).optional(),
  sort: z.enum(BOARD_SORTS).default("vmName"),
  direction: z.enum(["asc", "desc"]).default("asc"),
});
export type BoardRowsQuery = z.infer<typeof boardRowsQuerySchema>;

export const boardRowSchema = z.object({
  migrationId: z.string(),
  vmKey: z.string(),
  vmName: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  type: migrationTypeSchema,
  state: boardStateSchema,
  /** A phase of lib/migration; null in a draft. */
  phase: z.string().nullable(),
  progressRatio: z.number().nullable(),
  rateBytesPerSecond: z.number().nullable(),
  bytesTransferred: z.number(),
  bytesTotal: z.number().nullable(),
  /** When this rehearsal finishes it; null when nothing more will happen. */
  etaSeconds: z.number().nullable(),
  waitingReason: boardMessageSchema.nullable(),
  message: boardMessageSchema.nullable(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

export const boardRowPageSchema = z.object({
  atSeconds: z.number(),
  /** Rows that the filters leave, not only those of this page. */
  total: z.number().int(),
  rows: z.array(boardRowSchema),
});
export type BoardRowPage = z.infer<typeof boardRowPageSchema>;

export const boardEventsQuerySchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  search: z.string().max(200).default(""),
  severity: z.enum(["info", "warning", "error"]).optional(),
  group: z.string().max(64).optional(),
  migration: z.string().max(400).optional(),
});
export type BoardEventsQuery = z.infer<typeof boardEventsQuerySchema>;

export const boardEventSchema = z.object({
  id: z.string(),
  atSeconds: z.number(),
  severity: z.enum(["info", "warning", "error"]),
  /** `command` was asked for by somebody, `setup` and `migration` happened by themselves. */
  source: z.enum(["command", "setup", "migration"]),
  message: boardMessageSchema,
  migrationId: z.string().nullable(),
  vmName: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  actorId: z.string().nullable(),
});
export type BoardEvent = z.infer<typeof boardEventSchema>;

/** Newest first. */
export const boardEventPageSchema = z.object({
  atSeconds: z.number(),
  total: z.number().int(),
  events: z.array(boardEventSchema),
});
export type BoardEventPage = z.infer<typeof boardEventPageSchema>;

export const MIGRATION_ACTIONS = [
  "migration.cancel",
  "migration.retry",
  "migration.forcePowerOff",
  "migration.forceCleanup",
  "mobilityGroup.reschedule",
  "fault.inject",
] as const;

export const phaseIntervalSchema = z.object({
  attempt: z.number().int(),
  phase: z.string(),
  startSeconds: z.number(),
  /** Null while it runs at the instant that was asked for. */
  endSeconds: z.number().nullable(),
});

export const migrationDetailSchema = boardRowSchema.extend({
  atSeconds: z.number(),
  attempt: z.number().int(),
  phases: z.array(phaseIntervalSchema),
  disks: z.array(
    z.object({
      label: z.string().nullable(),
      capacityBytes: z.number().nullable(),
      bytesTotal: z.number().nullable(),
      /** Derived: the disk's share, by its bytes, of what the simulation says that the VM has sent. */
      bytesTransferred: z.number().nullable(),
    }),
  ),
  /** Time so far in which the guest did not answer. */
  downtimeSeconds: z.number().nullable(),
  switchoverWindow: switchoverWindowSchema.nullable(),
  actions: z.array(z.enum(MIGRATION_ACTIONS)),
  events: z.array(boardEventSchema),
});
export type MigrationDetail = z.infer<typeof migrationDetailSchema>;
