import type { StepView } from "@/lib/world/view-schema";

/** What still has to be done before a group can be made: required steps of the two set-up pages. */
export interface MissingSteps {
  left: readonly StepView[];
  /** The one to take next: what can be taken, else what is on its way. */
  next: StepView;
}

/** Null when the set-up is done, so that nothing is missing for a group. */
export function missingSteps(steps: readonly StepView[]): MissingSteps | null {
  const left = steps.filter(
    (step) => step.required && step.page !== "migrate" && step.status !== "done",
  );
  const next =
    left.find((step) => step.status === "notStarted") ??
    left.find((step) => step.status === "inProgress") ??
    left[0];
  return next === undefined ? null : { left, next };
}
