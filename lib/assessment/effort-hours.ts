import type { Effort } from "./readiness-schema";
import type { AssessmentSettings } from "./schema";

/**
 * Hours that clear one finding of a level of effort. No document gives such figures: they are assumptions
 * of the settings, shown and editable there, and good for sorting rather than for a schedule.
 */
export function hoursOf(effort: Effort, settings: AssessmentSettings): number {
  return effort === "none" ? 0 : settings.effortHours[effort];
}
