import { z } from "zod";

/**
 * Measured load of virtual machines as a performance export tells it, aggregated while it is read. VMs are kept by
 * the name that the export writes and joined to the inventory when they are looked at.
 */

/** Units are part of the name: percent of the VM's own size, MHz, KiB, KiB a second; IOPS are commands a second. */
export const PERFORMANCE_METRICS = [
  "cpuPercent",
  "cpuMhz",
  "memoryPercent",
  "memoryKib",
  "diskKibPerSecond",
  "diskIops",
  "networkKibPerSecond",
] as const;
export const performanceMetricSchema = z.enum(PERFORMANCE_METRICS);
export type PerformanceMetric = z.infer<typeof performanceMetricSchema>;

/** Hours of a week, from Monday 00:00. */
export const HOURS_OF_WEEK = 168;

export const metricSummarySchema = z.object({
  sampleCount: z.number(),
  mean: z.number(),
  p50: z.number(),
  p90: z.number(),
  p95: z.number(),
  p99: z.number(),
  max: z.number(),
  /** Means of the 168 hours of the week from Monday 00:00; null for hours without a sample. */
  hourOfWeekMeans: z.array(z.number().nullable()).length(HOURS_OF_WEEK),
});
export type MetricSummary = z.infer<typeof metricSummarySchema>;

export const vmPerformanceSchema = z.object({
  /** As the export writes it. */
  vmName: z.string(),
  startAt: z.string(),
  endAt: z.string(),
  metrics: z.partialRecord(performanceMetricSchema, metricSummarySchema),
});
export type VmPerformance = z.infer<typeof vmPerformanceSchema>;

export const performancePeriodSchema = z.object({
  startAt: z.string(),
  endAt: z.string(),
  /** The distance of two samples that most VMs have, in minutes. */
  intervalMinutes: z.number(),
  /** Samples that a VM has which was measured all the time. */
  expectedSamples: z.number(),
});
export type PerformancePeriod = z.infer<typeof performancePeriodSchema>;
