import { describe, expect, it } from "vitest";
import type { StepView } from "@/lib/world/view-schema";
import { missingSteps } from "./missing-steps";

function step(id: StepView["id"], more: Partial<StepView> = {}): StepView {
  return {
    id,
    page: "avs",
    status: "notStarted",
    required: true,
    blockedBy: [],
    readyAtSeconds: null,
    progressRatio: null,
    ...more,
  };
}

describe("what is missing for a mobility group", () => {
  it("is what the way to Go still asks for, and the step that can be taken comes next", () => {
    const missing = missingSteps([
      step("resourceProvider.register", { status: "done" }),
      step("privateCloud.create", { status: "inProgress" }),
      step("segment.create", { required: false }),
      step("hcxAddon.install", { page: "hcx", status: "blocked" }),
      step("hostQuota.request"),
      step("mobilityGroup.create", { page: "migrate" }),
    ]);
    expect(missing?.left.map(({ id }) => id)).toEqual([
      "privateCloud.create",
      "hcxAddon.install",
      "hostQuota.request",
    ]);
    expect(missing?.next.id).toBe("hostQuota.request");
  });

  it("is what runs when nothing else can be done", () => {
    const missing = missingSteps([
      step("hcxAddon.install", { status: "blocked" }),
      step("privateCloud.create", { status: "inProgress" }),
    ]);
    expect(missing?.next.id).toBe("privateCloud.create");
  });

  it("is nothing once the set-up is done", () => {
    const done = step("serviceMesh.create", { page: "hcx", status: "done" });
    expect(missingSteps([done, step("mobilityGroup.create", { page: "migrate" })])).toBeNull();
  });
});
