import type { InventoryVm } from "@/lib/inventory/schema";
import type { AssessmentSettings } from "./schema";

/** Upper bounds of coverage for one to five stars (Azure Migrate: confidence ratings). */
const STAR_BOUNDS = [0.2, 0.4, 0.6, 0.8, 1] as const;

export function starsForCoverage(coverageRatio: number): number {
  const index = STAR_BOUNDS.findIndex((bound) => coverageRatio <= bound);
  return index < 0 ? STAR_BOUNDS.length : index + 1;
}

/**
 * Stars of an assessment: the share of data points that CPU and memory samples have over the VMs.
 * A VM without samples has none. Null when sizing is as on-premises, or there is no VM.
 */
export function confidenceStars(
  vms: readonly InventoryVm[],
  settings: AssessmentSettings,
): number | null {
  if (settings.sizingCriterion === "AsOnPremises" || vms.length === 0) return null;
  let points = 0;
  for (const vm of vms) {
    const summary = vm.performance;
    if (summary?.cpuRatio) points += summary.coverageRatio / 2;
    if (summary?.memoryRatio) points += summary.coverageRatio / 2;
  }
  return starsForCoverage(points / vms.length);
}
