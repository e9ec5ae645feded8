import { z } from "zod";
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
  /** Share in which every migration of it completes: none fails, is cancelled or misses its window. */
  completedRatio: share,
});
export type Spread = z.infer<typeof spreadSchema>;

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

export const waveForecastSchema = spreadSchema.extend({ wave: z.string() });

export const migrationForecastSchema = spreadSchema.extend({
  vm: z.string(),
  name: z.string(),
  group: z.string(),
});

export const windowForecastSchema = z.object({
  groupId: z.string(),
  name: z.string(),
  startSeconds: z.number(),
  endSeconds: z.number(),
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
  migrations: z.array(migrationForecastSchema),
});
export type Forecast = z.infer<typeof forecastSchema>;
