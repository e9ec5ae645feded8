import type { InventoryVm, PerformanceSummary } from "@/lib/inventory/schema";
import type { AssessmentSettings } from "./schema";

/** Upper bounds of coverage for one to five stars (Azure Migrate: confidence ratings). */
const STAR_BOUNDS = [0.2, 0.4, 0.6, 0.8, 1] as const;

export function starsForCoverage(coverageRatio: number): number {
  const index = STAR_BOUNDS.findIndex((bound) => coverageRatio <= bound);
  return index < 0 ? STAR_BOUNDS.length : index + 1;
}

type TimeRange = AssessmentSettings["performanceData"]["timeRange"];

/** Days of the performance history that the settings ask for; null takes what was measured for all of it. */
const RANGE_DAYS = { Day: 1, Week: 7, Month: 30, Custom: null } as const;

const MILLISECONDS_PER_DAY = 86_400_000;

/** Share of the wanted history that the samples span, 0 to 1. */
function spannedRatio(summary: PerformanceSummary, timeRange: TimeRange): number {
  const days = RANGE_DAYS[timeRange];
  const { startAt, endAt } = summary;
  if (days === null || startAt === null || endAt === null) return 1;
  const span = Date.parse(endAt) - Date.parse(startAt);
  if (Number.isNaN(span)) return 1;
  return Math.min(1, span / (days * MILLISECONDS_PER_DAY));
}

type Measured = Pick<InventoryVm, "performance">;

/**
 * The share, 0 to 1, of data points that CPU and memory samples have over the VMs and the performance history asked
 * for. A VM without samples has none, one that was measured for a day of a month few. Null without a VM.
 */
export function measuredRatio(vms: readonly Measured[], timeRange: TimeRange): number | null {
  if (vms.length === 0) return null;
  let points = 0;
  for (const { performance } of vms) {
    if (!performance) continue;
    const coverage = performance.coverageRatio * spannedRatio(performance, timeRange);
    if (performance.cpuRatio) points += coverage / 2;
    if (performance.memoryRatio) points += coverage / 2;
  }
  return points / vms.length;
}

/** Stars of an assessment by `measuredRatio`. Null when sizing is as on-premises, or there is no VM. */
export function confidenceStars(
  vms: readonly Measured[],
  settings: AssessmentSettings,
): number | null {
  if (settings.sizingCriterion === "AsOnPremises") return null;
  const ratio = measuredRatio(vms, settings.performanceData.timeRange);
  return ratio === null ? null : starsForCoverage(ratio);
}
