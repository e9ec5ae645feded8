import { z } from "zod";
import { migrationForecastSchema } from "./schema";

/** The forecast of each VM as a list. */

export const FORECAST_ROW_SORTS = [
  "name",
  "groupName",
  "p10",
  "p50",
  "p80",
  "p90",
  "completedRatio",
] as const;

export const forecastRowsQuerySchema = z.object({
  /** The draft that the forecast takes as started now, as in the forecast's own query. */
  draft: z.string().min(1).max(64).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  search: z.string().max(200).default(""),
  /** Only the VMs of this group. */
  group: z.string().max(64).optional(),
  sort: z.enum(FORECAST_ROW_SORTS).default("p90"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});
export type ForecastRowsQuery = z.infer<typeof forecastRowsQuerySchema>;

export const forecastRowSchema = migrationForecastSchema.extend({ groupName: z.string() });
export type ForecastRow = z.infer<typeof forecastRowSchema>;

export const forecastRowPageSchema = z.object({
  /** Rows that the filters leave, not only those of this page; 0 while there is no forecast. */
  total: z.number().int(),
  rows: z.array(forecastRowSchema),
});
export type ForecastRowPage = z.infer<typeof forecastRowPageSchema>;
