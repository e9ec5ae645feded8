import { hoursOf } from "./effort-hours";
import { findRule } from "./readiness-rules";
import type { VmReadiness } from "./readiness-schema";
import type { AssessmentSettings } from "./schema";

/**
 * Hours to clear what stands in the way of a VM: its findings that are more than information, one after the
 * other. A cause that several VMs share, such as a port group, counts for each of them.
 */
export function effortHoursOf(readiness: VmReadiness, settings: AssessmentSettings): number {
  let hours = 0;
  for (const { ruleId } of readiness.findings) {
    const rule = findRule(ruleId);
    if (rule && rule.severity !== "info") hours += hoursOf(rule.effort, settings);
  }
  return hours;
}
