import { z } from "zod";
import { forecastSchema } from "./schema";
import { forecastSettingsSchema } from "./settings-schema";

/** A project's forecast as its pages show it. */

export const forecastQuerySchema = z.object({
  /** A draft that is taken as started now, beside the groups that are. */
  group: z.string().min(1).max(64).optional(),
});

const forecastSummarySchema = forecastSchema.omit({ migrations: true });

export const OUT_OF_DATE_REASONS = ["worldChanged", "settingsChanged", "timePassed"] as const;

export const computedForecastSchema = z.object({
  forecast: forecastSummarySchema,
  computedAtIso: z.string(),
  milliseconds: z.number(),
  /** Drafts that were taken as started at `forecast.fromSeconds`. */
  assumedGroupIds: z.array(z.string()),
  /** Null while it still holds. */
  outOfDate: z.enum(OUT_OF_DATE_REASONS).nullable(),
});
export type ComputedForecast = z.infer<typeof computedForecastSchema>;

export const forecastViewSchema = z.object({
  /** Why there is nothing to forecast; null when there is. */
  nothing: z.enum(["noGroups", "notStartable", "allOver"]).nullable(),
  computed: computedForecastSchema.nullable(),
  /** Of the one that is being computed. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** The last computation failed: its message for the log's reader. */
  failed: z.boolean(),
  settings: forecastSettingsSchema,
});
export type ForecastView = z.infer<typeof forecastViewSchema>;
