import { z } from "zod";
import { MESSAGE_CODES } from "@/lib/hcx/failure-catalogue";
import { UNCERTAINTY_NAMES } from "@/lib/migration/uncertainty-schema";

/** What a forecast says. Times are seconds after the scenario's start; null is "not within the horizon". */

const moment = z.number().nullable();
/** 0..1. */
const share = z.number().min(0).max(1);

/** When something has come to its end, over the replications. */
export const spreadSchema = z.object({
  p10: moment,
  p50: moment,
  p80: moment,
  p90: moment,
  /** Share of the replications in which it ends within the horizon, whatever the outcome. */
  endedRatio: share,
  /**
   * Share in which every migration of it completes: none fails, is cancelled or misses its window. Blocked ones do
   * not count; null where all are.
   */
  completedRatio: share.nullable(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** Why a migration completes in no replication at all. */
export const blockedSchema = z.object({
  outcome: z.enum(["failed", "cancelled"]),
  /** Null where it would complete if every uncertain input were at its nominal value. */
  code: z.enum(MESSAGE_CODES).nullable(),
});
export type Blocked = z.infer<typeof blockedSchema>;

export const blockedCountSchema = blockedSchema.extend({
  groupId: z.string(),
  count: z.number().int().min(1),
  /** The first few of them. */
  names: z.array(z.string()),
});
export type BlockedCount = z.infer<typeof blockedCountSchema>;

export const influenceSchema = z.object({
  input: z.enum(UNCERTAINTY_NAMES),
  /** Spearman's rank correlation of the drawn factor with the end, -1..1. */
  rankCorrelation: z.number(),
  /** Its square: the share of the variation of ranks that goes along with this input. */
  varianceShare: share,
  /** Median end in the fifth of the replications with the smallest and with the largest factor. */
  lowFactorP50: moment,
  highFactorP50: moment,
  /** Median factor in those two fifths. */
  lowFactor: z.number(),
  highFactor: z.number(),
  /** False: chance alone brings about such a correlation in more than one of a hundred forecasts. */
  isSignificant: z.boolean(),
});
export type Influence = z.infer<typeof influenceSchema>;

export const groupForecastSchema = spreadSchema.extend({
  id: z.string(),
  name: z.string(),
  wave: z.string().nullable(),
  migrations: z.number().int(),
  influences: z.array(influenceSchema),
});

export type GroupForecast = z.infer<typeof groupForecastSchema>;

export const waveForecastSchema = spreadSchema.extend({ wave: z.string() });

export const migrationForecastSchema = spreadSchema.extend({
  vm: z.string(),
  name: z.string(),
  group: z.string(),
  blocked: blockedSchema.nullable(),
});
export type MigrationForecast = z.infer<typeof migrationForecastSchema>;

export const windowForecastSchema = z.object({
  groupId: z.string(),
  name: z.string(),
  startSeconds: z.number(),
  endSeconds: z.number(),
  /** Those that can complete. */
  migrations: z.number().int(),
  /** Share of the replications in which every migration starts its switchover inside and completes. */
  keptRatio: share,
  /** Share in which all of them are complete before it closes. */
  finishedRatio: share,
});
export type WindowForecast = z.infer<typeof windowForecastSchema>;

/** A law as stated and as the past has left it. */
export const lawViewSchema = z.object({
  input: z.enum(UNCERTAINTY_NAMES),
  statedMedian: z.number(),
  statedSigma: z.number(),
  median: z.number(),
  sigma: z.number(),
  /** Observations of the past that went into it. */
  observations: z.number().int(),
  /** False where it multiplies nothing: random faults whose rates are all 0. */
  applies: z.boolean(),
});
export type LawView = z.infer<typeof lawViewSchema>;

export const forecastSchema = spreadSchema.extend({
  replications: z.number().int(),
  seed: z.number().int(),
  /** What happened until then is kept as it happened. */
  fromSeconds: z.number(),
  /** The three inputs that matter most for the end of the whole, most first. */
  influences: z.array(influenceSchema),
  windows: z.array(windowForecastSchema),
  groups: z.array(groupForecastSchema),
  waves: z.array(waveForecastSchema),
  laws: z.array(lawViewSchema),
  /** Migrations that complete in no replication, by group and reason. */
  blocked: z.array(blockedCountSchema),
  migrations: z.array(migrationForecastSchema),
});
export type Forecast = z.infer<typeof forecastSchema>;
