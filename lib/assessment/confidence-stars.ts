import type { InventoryVm, PerformanceSummary } from "@/lib/inventory/schema";
import type { AssessmentSettings } from "./schema";

/** Upper bounds of coverage for one to five stars (Azure Migrate: confidence ratings). */
const STAR_BOUNDS = [0.2, 0.4, 0.6, 0.8, 1] as const;

export function starsForCoverage(coverageRatio: number): number {
  const index = STAR_BOUNDS.findIndex((bound) => coverageRatio <= bound);
  return index < 0 ? STAR_BOUNDS.length : index + 1;
}

/** Days of the performance history that the settings ask for; null takes what was measured for all of it. */
const RANGE_DAYS = { Day: 1, Week: 7, Month: 30, Custom: null } as const;

const MILLISECONDS_PER_DAY = 86_400_000;

/** Share of the wanted history that the samples span, 0 to 1. */
function spannedRatio(summary: PerformanceSummary, settings: AssessmentSettings): number {
  const days = RANGE_DAYS[settings.performanceData.timeRange];
  const { startAt, endAt } = summary;
  if (days === null || startAt === null || endAt === null) return 1;
  const span = Date.parse(endAt) - Date.parse(startAt);
  if (Number.isNaN(span)) return 1;
  return Math.min(1, span / (days * MILLISECONDS_PER_DAY));
}

/**
 * Stars of an assessment: the share of data points that CPU and memory samples have over the VMs and the
 * performance history asked for. A VM without samples has none, one that was measured for a day of a
 * month few. Null when sizing is as on-premises, or there is no VM.
 */
export function confidenceStars(
  vms: readonly InventoryVm[],
  settings: AssessmentSettings,
): number | null {
  if (settings.sizingCriterion === "AsOnPremises" || vms.length === 0) return null;
  let points = 0;
  for (const vm of vms) {
    const summary = vm.performance;
    if (!summary) continue;
    const coverage = summary.coverageRatio * spannedRatio(summary, settings);
    if (summary.cpuRatio) points += coverage / 2;
    if (summary.memoryRatio) points += coverage / 2;
  }
  return starsForCoverage(points / vms.length);
}
