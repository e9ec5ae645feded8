import { describe, expect, it } from "vitest";
import type { Project } from "@/lib/project/schema";
import type { WorldView } from "@/lib/world/view-schema";
import { nextStep, projectProgress } from "./progress";

const project: Project = {
  id: "p1",
  name: "Estate",
  description: "",
  epochIso: "2027-01-15T00:00:00Z",
  timeZone: "UTC",
  onPremisesNetworks: [],
  seed: 1,
  isDemo: false,
  createdAt: "2027-01-01T00:00:00Z",
  updatedAt: "2027-01-01T00:00:00Z",
  currentImportId: null,
  currentDependencyImportId: null,
  currentPerformanceImportId: null,
  vmCount: 0,
  assessmentCount: 0,
  commandCount: 0,
};

const assessed: Project = { ...project, currentImportId: "i1", vmCount: 805, assessmentCount: 1 };

const noMigrations = {
  draft: 0,
  queued: 0,
  inTransfer: 0,
  waitingForSwitchover: 0,
  inSwitchover: 0,
  completed: 0,
  warning: 0,
  error: 0,
  cancelled: 0,
};

function worldWith(
  statuses: {
    avs: WorldView["steps"][number]["status"];
    hcx: WorldView["steps"][number]["status"];
  },
  counters: Partial<typeof noMigrations> = {},
): WorldView {
  const step = (
    id: "privateCloud.create" | "serviceMesh.create",
    page: "avs" | "hcx",
    required = true,
  ) => ({
    id,
    page,
    status: statuses[page],
    required,
    blockedBy: [],
    readyAtSeconds: null,
    progressRatio: null,
  });
  return {
    clock: {
      epochIso: project.epochIso,
      timeZone: "UTC",
      speed: 1,
      paused: true,
      nowSeconds: 0,
      wallMs: 0,
    },
    revision: 0,
    state: {
      atSeconds: 0,
      resources: [],
      counters: { ...noMigrations, ...counters },
      groups: [],
    },
    steps: [step("privateCloud.create", "avs"), step("serviceMesh.create", "hcx")],
  };
}

const stateOf = (steps: ReturnType<typeof projectProgress>, id: string) =>
  steps.find((step) => step.id === id)?.state;

describe("projectProgress", () => {
  it("begins with the import", () => {
    const steps = projectProgress(project, null);
    expect(nextStep(steps)?.id).toBe("import");
  });

  it("says that the world is unknown, not that nothing was done in it", () => {
    const steps = projectProgress(assessed, null);
    expect(["avs", "hcx", "groups", "board"].map((id) => stateOf(steps, id))).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
    expect(nextStep(steps)).toBeNull();
  });

  it("goes on with the first required step of AVS, then of HCX, then with groups", () => {
    const next = (avs: "done" | "notStarted", hcx: "done" | "notStarted") =>
      nextStep(projectProgress(assessed, worldWith({ avs, hcx })))?.id;
    expect(next("notStarted", "notStarted")).toBe("avs");
    expect(next("done", "notStarted")).toBe("hcx");
    expect(next("done", "done")).toBe("groups");
  });

  it("never calls the board done while one VM is left", () => {
    const board = (counters: Partial<typeof noMigrations>) =>
      projectProgress(assessed, worldWith({ avs: "done", hcx: "done" }, counters)).find(
        (step) => step.id === "board",
      );
    expect(board({ completed: 804, queued: 1 })).toMatchObject({
      state: "running",
      done: 804,
      total: 805,
    });
    expect(board({ completed: 804, draft: 1 })?.state).toBe("running");
    expect(board({ completed: 800, error: 5 })?.state).toBe("done");
    expect(board({})?.state).toBe("open");
  });
});
