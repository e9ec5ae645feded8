import { z } from "zod";
import { fttRaidLevelSchema, nodeTypeSchema } from "@/lib/assessment/schema";
import { limitingFactorSchema } from "@/lib/assessment/sizing-schema";
import { pageQuerySchema } from "@/lib/inventory/list-schema";
import { powerStateSchema } from "@/lib/inventory/schema";
import { activitySchema } from "./activity";
import { performanceRulesSchema, rulesQuerySchema } from "./rules-schema";
import { metricSummarySchema, performanceMetricSchema, performancePeriodSchema } from "./schema";
import { weekProfileSchema } from "./week-profile";

/** What the pages ask about performance, and what they get. */

export { rulesQuerySchema };

const choiceSchema = z.object({
  /** Which VMs stay. */
  left: z.array(activitySchema),
  leftVms: z.number(),
  /** What the others ask for, before the comfort factor. */
  demand: z.object({
    vmCount: z.number(),
    vcpus: z.number(),
    memoryGib: z.number(),
    storageGib: z.number(),
  }),
  hosts: z.number(),
  /** Hosts of the scarcest resource before rounding, minimum and spare. */
  exactHosts: z.number(),
  fttRaidLevel: fttRaidLevelSchema.nullable(),
  limitingFactor: limitingFactorSchema.nullable(),
  /** Hosts a month; null where the price is not known. */
  monthly: z.number().nullable(),
});
export type LeaveBehindChoice = z.infer<typeof choiceSchema>;

const leaveBehindSchema = z.object({
  nodeType: nodeTypeSchema,
  currency: z.string(),
  /** All moved, zombies left, zombies and idle left. */
  choices: z.array(choiceSchema),
});
export type LeaveBehind = z.infer<typeof leaveBehindSchema>;

const starsSchema = z.object({
  /** Share of the data points of VMs in scope, 0 to 1, and its stars; null without a VM in scope. */
  ratio: z.number(),
  stars: z.number(),
});

export const performanceSummarySchema = z.object({
  /** Null where only the inventory's own file states percentiles. */
  source: z
    .object({
      importId: z.string(),
      fileName: z.string(),
      importedAt: z.string(),
      period: performancePeriodSchema,
    })
    .nullable(),
  inScopeVms: z.number(),
  /** VMs in scope with samples, or whose inventory file states figures. */
  measuredVms: z.number(),
  reportedVms: z.number(),
  /** Names in the performance export that no VM of the inventory has. */
  unknownNames: z.number(),
  activities: z.record(activitySchema, z.number()),
  /** Over the period that was measured, and over the history that the settings ask for. */
  confidence: z
    .object({
      period: starsSchema,
      history: starsSchema,
      timeRange: z.enum(["Day", "Week", "Month", "Custom"]),
    })
    .nullable(),
  rules: performanceRulesSchema,
  /** What the address names nothing for: the newest assessment's percentile and comfort factor, else the defaults. */
  defaults: performanceRulesSchema,
  clusters: z.array(z.string()),
  timeZone: z.string(),
  /** The newest assessment, whose settings and readiness the saving takes. */
  assessment: z.object({ id: z.string(), name: z.string(), isOutOfDate: z.boolean() }).nullable(),
  leaveBehind: leaveBehindSchema.nullable(),
});
export type PerformanceOverview = z.infer<typeof performanceSummarySchema>;

export const profileQuerySchema = z.object({
  cluster: z.string().max(255).optional(),
  /** As the export writes its times, or converted from UTC to the project's zone. */
  clock: z.enum(["export", "project"]).default("export"),
});
export type ProfileQuery = z.input<typeof profileQuerySchema>;

export const profileAnswerSchema = z.object({
  vmCount: z.number(),
  /** vCPUs and MiB of the VMs in the profile, that its shares are of. */
  vcpus: z.number(),
  memoryMib: z.number(),
  profile: weekProfileSchema,
});
export type ProfileAnswer = z.infer<typeof profileAnswerSchema>;

export const PERFORMANCE_SORTS = [
  "name",
  "activity",
  "cluster",
  "cpus",
  "cpuPercent",
  "recommendedCpus",
  "memoryMib",
  "memoryPercent",
  "recommendedMemoryMib",
  "diskMibPerSecond",
  "diskIops",
  "networkMibPerSecond",
  "coverageRatio",
] as const;

export const performanceFilterSchema = rulesQuerySchema.extend({
  search: pageQuerySchema.shape.search,
  activity: activitySchema.optional(),
  cluster: z.string().max(255).optional(),
});

export const performanceQuerySchema = performanceFilterSchema.extend({
  offset: pageQuerySchema.shape.offset,
  limit: pageQuerySchema.shape.limit,
  sort: z.enum(PERFORMANCE_SORTS).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
});
export type PerformanceQuery = z.input<typeof performanceQuerySchema>;

export const performanceRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  powerState: powerStateSchema,
  os: z.string().nullable(),
  cluster: z.string().nullable(),
  activity: activitySchema,
  cpus: z.number().nullable(),
  /** Load at the percentile, in percent of the VM's own size. */
  cpuPercent: z.number().nullable(),
  recommendedCpus: z.number().nullable(),
  memoryMib: z.number().nullable(),
  memoryPercent: z.number().nullable(),
  recommendedMemoryMib: z.number().nullable(),
  diskMibPerSecond: z.number().nullable(),
  diskIops: z.number().nullable(),
  networkMibPerSecond: z.number().nullable(),
  /** Samples present of those due in the period; null for a VM without samples. */
  coverageRatio: z.number().nullable(),
});
export type PerformanceRow = z.infer<typeof performanceRowSchema>;
export const performancePageSchema = z.object({
  rows: z.array(performanceRowSchema),
  total: z.number(),
});

export const vmKeysSchema = z.object({ vmKeys: z.array(z.string()) });

export const vmProfileQuerySchema = rulesQuerySchema.extend({
  clock: profileQuerySchema.shape.clock,
});

export const performanceDetailSchema = z.object({
  row: performanceRowSchema,
  rules: performanceRulesSchema,
  startAt: z.string().nullable(),
  endAt: z.string().nullable(),
  sampleCount: z.number(),
  stars: z.number().nullable(),
  /** Peaks in percent of the VM's size, and of the recommended size. */
  peaks: z.object({
    cpuPercent: z.number().nullable(),
    memoryPercent: z.number().nullable(),
    cpuPercentAtRecommended: z.number().nullable(),
    memoryPercentAtRecommended: z.number().nullable(),
  }),
  networkPercent: z.number().nullable(),
  /** As the export has them, in the units of their names. */
  metrics: z.partialRecord(
    performanceMetricSchema,
    metricSummarySchema.omit({ hourOfWeekMeans: true }),
  ),
  /** Null where the inventory's own file states figures without samples. */
  profile: weekProfileSchema.nullable(),
});
export type PerformanceDetail = z.infer<typeof performanceDetailSchema>;
