import type { JumpTarget } from "@/components/clock/jump-menu";
import type { StepId, StepView } from "@/lib/world/view-schema";
import type { WorldResource } from "./field-spec";

/** The step that a page opens with: what runs, else the first that can be taken, else the first. */
export function openingStep(steps: readonly StepView[]): StepId | null {
  const required = steps.filter((step) => step.required);
  const found =
    required.find((step) => step.status === "inProgress") ??
    required.find((step) => step.status === "notStarted") ??
    steps.find((step) => step.status === "notStarted") ??
    steps[0];
  return found?.id ?? null;
}

/** The next step of the way to Go, after this one or else before it; null when all are done. */
export function stepAfter(steps: readonly StepView[], id: StepId): StepView | null {
  const index = steps.findIndex((step) => step.id === id);
  const open = steps.filter((step) => step.required && step.status !== "done" && step.id !== id);
  return open.find((step) => steps.indexOf(step) > index) ?? open[0] ?? null;
}

/** How far an operation is at an instant between two answers of the server. */
export function progressAt(
  resource: Pick<WorldResource, "settled" | "progressRatio" | "readyAtSeconds">,
  heardSeconds: number,
  nowSeconds: number,
): number {
  const { settled, progressRatio, readyAtSeconds } = resource;
  if (settled || readyAtSeconds <= heardSeconds) return progressRatio;
  const share = (nowSeconds - heardSeconds) / (readyAtSeconds - heardSeconds);
  return progressRatio + (1 - progressRatio) * Math.min(Math.max(share, 0), 1);
}

/** When what is being built is ready: where the clock can usefully be sent. */
export function readyTargets(
  resources: readonly WorldResource[],
  labelOf: (resource: WorldResource) => string,
): JumpTarget[] {
  return resources
    .filter((resource) => !resource.settled)
    .map((resource) => ({
      id: `${resource.kind} ${resource.name}`,
      label: labelOf(resource),
      atSeconds: resource.readyAtSeconds,
    }))
    .sort((a, b) => a.atSeconds - b.atSeconds);
}
