import type { GroupForm } from "./group-draft";

/** The steps of HCX's wizard, in its order. */
export const WIZARD_STEPS = [
  "vms",
  "types",
  "placement",
  "networks",
  "schedule",
  "review",
] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** Whether a step has everything that it asks for; validation itself comes with the review. */
export function isStepFilled(step: WizardStep, form: GroupForm): boolean {
  switch (step) {
    case "vms":
      return form.vms.length > 0;
    case "types":
      return form.name.trim() !== "";
    case "placement":
      return [form.serviceMeshName, form.destinationCluster, form.destinationDatastore].every(
        (name) => name.trim() !== "",
      );
    case "networks":
      return form.networkMappings.every(
        (mapping) =>
          mapping.sourceNetwork.trim() !== "" && mapping.destinationNetwork.trim() !== "",
      );
    case "schedule": {
      const window = form.switchoverWindow;
      return window === null || window.endSeconds > window.startSeconds;
    }
    case "review":
      return WIZARD_STEPS.every((other) => other === "review" || isStepFilled(other, form));
  }
}

/** The step that keeps this one from going on: itself, or at the review the first of all; null when none does. */
export function firstUnfilled(
  step: WizardStep,
  form: GroupForm,
): Exclude<WizardStep, "review"> | null {
  for (const other of WIZARD_STEPS) {
    const concerns = other !== "review" && (step === "review" || step === other);
    if (concerns && !isStepFilled(other, form)) return other;
  }
  return null;
}

export function stepBeside(step: WizardStep, direction: 1 | -1): WizardStep | null {
  return WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + direction] ?? null;
}
