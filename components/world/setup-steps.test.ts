import { describe, expect, it } from "vitest";
import type { StepId, StepView } from "@/lib/world/view-schema";
import { openingStep, progressAt, readyTargets, stepAfter } from "./setup-steps";

function step(id: StepId, status: StepView["status"], required = true): StepView {
  return {
    id,
    page: "avs",
    status,
    required,
    blockedBy: [],
    readyAtSeconds: null,
    progressRatio: null,
  };
}

describe("the steps of a set-up page", () => {
  const steps = [
    step("resourceProvider.register", "done"),
    step("hostQuota.request", "notStarted", false),
    step("privateCloud.create", "inProgress"),
    step("segment.create", "blocked"),
  ];

  it("open with what runs, then with what can be taken", () => {
    expect(openingStep(steps)).toBe("privateCloud.create");
    expect(openingStep(steps.slice(0, 2))).toBe("hostQuota.request");
    expect(openingStep([])).toBeNull();
  });

  it("lead on along the required ones that are not done", () => {
    expect(stepAfter(steps, "resourceProvider.register")?.id).toBe("privateCloud.create");
    expect(stepAfter(steps, "segment.create")?.id).toBe("privateCloud.create");
    expect(stepAfter(steps.slice(0, 2), "hostQuota.request")).toBeNull();
  });
});

describe("an operation between two answers of the server", () => {
  const running = { settled: false, progressRatio: 0.5, readyAtSeconds: 200 };

  it("goes on evenly and never beyond its end", () => {
    // Heard at 100 with half done; 150 is half of the way from there to 200.
    expect(progressAt(running, 100, 150)).toBe(0.75);
    expect(progressAt(running, 100, 900)).toBe(1);
    expect(progressAt(running, 100, 50)).toBe(0.5);
  });

  it("stays as it is once settled", () => {
    expect(progressAt({ ...running, settled: true, progressRatio: 1 }, 100, 150)).toBe(1);
  });

  it("offers to jump to what is not ready yet, soonest first", () => {
    const resource = (name: string, readyAtSeconds: number, settled: boolean) => ({
      kind: "segment" as const,
      name,
      state: "Building",
      settled,
      usable: false,
      requestedAtSeconds: 0,
      readyAtSeconds,
      progressRatio: 0,
      properties: {},
    });
    const targets = readyTargets(
      [resource("b", 300, false), resource("done", 10, true), resource("a", 100, false)],
      ({ name }) => name,
    );
    expect(targets.map(({ label, atSeconds }) => [label, atSeconds])).toEqual([
      ["a", 100],
      ["b", 300],
    ]);
  });
});
