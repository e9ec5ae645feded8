import type { AssessmentRecord, RuleSummary } from "@/lib/assessment/record-schema";
import { MIGRATION_TYPES, type MigrationType } from "@/lib/hcx/migration-types";

/** More bars than these are read in the list. */
const MOST_BLOCKERS = 10;

/** VMs by best type in the order of tables, types without a VM left out; empty when it was not told. */
export function bestTypeRows(
  counts: AssessmentRecord["bestTypes"],
): { type: MigrationType | "none"; vms: number }[] {
  if (counts === null) return [];
  return ([...MIGRATION_TYPES, "none"] as const).flatMap((type) => {
    const vms = counts[type] ?? 0;
    return vms > 0 ? [{ type, vms }] : [];
  });
}

/** The checks that rule something out or warn on most VMs, most first. */
export function blockerRows(
  rules: readonly Pick<RuleSummary, "ruleId" | "severity" | "vmCount">[],
): { ruleId: string; vms: number }[] {
  return rules
    .filter((rule) => rule.severity !== "info" && rule.vmCount > 0)
    .sort((left, right) => right.vmCount - left.vmCount)
    .slice(0, MOST_BLOCKERS)
    .map(({ ruleId, vmCount }) => ({ ruleId, vms: vmCount }));
}
