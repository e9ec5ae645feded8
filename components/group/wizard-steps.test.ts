import { describe, expect, it } from "vitest";
import { emptyForm } from "./group-draft";
import { firstUnfilled, isStepFilled, stepBeside, WIZARD_STEPS } from "./wizard-steps";

describe("the steps of the group wizard", () => {
  const filled = {
    ...emptyForm("g"),
    name: "Wave 1",
    vms: [
      {
        vmKey: "a",
        name: "a",
        bestType: null,
        types: null,
        ownType: null,
        forcePowerOffVm: false,
      },
    ],
    serviceMeshName: "mesh",
    destinationCluster: "Cluster-1",
  };

  it("are open until they have what they ask for, and the review until all of them have", () => {
    expect(WIZARD_STEPS.filter((step) => isStepFilled(step, emptyForm("g")))).toEqual([
      "networks",
      "schedule",
    ]);
    expect(WIZARD_STEPS.every((step) => isStepFilled(step, filled))).toBe(true);
    const backwards = { ...filled, switchoverWindow: { startSeconds: 20, endSeconds: 10 } };
    expect(isStepFilled("schedule", backwards)).toBe(false);
    expect(isStepFilled("review", backwards)).toBe(false);
  });

  it("say which of them is missing: itself, and at the review the first", () => {
    expect(firstUnfilled("types", emptyForm("g"))).toBe("types");
    expect(firstUnfilled("networks", emptyForm("g"))).toBeNull();
    expect(firstUnfilled("review", emptyForm("g"))).toBe("vms");
    expect(firstUnfilled("review", { ...filled, name: " " })).toBe("types");
    expect(firstUnfilled("review", filled)).toBeNull();
  });

  it("lie beside each other, with nothing beyond the ends", () => {
    expect(stepBeside("vms", 1)).toBe("types");
    expect(stepBeside("vms", -1)).toBeNull();
    expect(stepBeside("review", 1)).toBeNull();
  });
});
