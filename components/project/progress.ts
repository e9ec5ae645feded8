import type { SectionId } from "@/components/shell/sections";
import type { Project } from "@/lib/project/schema";
import { TERMINAL_STATES } from "@/lib/world/board-schema";
import type { WorldView } from "@/lib/world/view-schema";

/** The steps of a migration in the order in which they can be taken. */
export const progressSteps = [
  { id: "import", phase: "decide", section: "imports" },
  { id: "assess", phase: "decide", section: "assessments" },
  { id: "avs", phase: "execute", section: "avs" },
  { id: "hcx", phase: "execute", section: "hcx" },
  { id: "groups", phase: "plan", section: "groups" },
  { id: "board", phase: "execute", section: "board" },
] as const satisfies readonly { id: string; phase: string; section: SectionId }[];

export const progressPhases = ["decide", "plan", "execute"] as const;
export type StepName = (typeof progressSteps)[number]["id"];
export type StepState = "done" | "running" | "next" | "open" | "unknown";

export interface ProgressStep {
  id: StepName;
  phase: (typeof progressPhases)[number];
  section: SectionId;
  state: StepState;
  /** How much of the step is done, in its own unit; null when it is not known or not begun. */
  done: number | null;
  total: number | null;
}

interface Measure {
  done: number | null;
  total: number | null;
  /** Null when it is not known. */
  complete: boolean | null;
}

const unknown: Measure = { done: null, total: null, complete: null };

function counted(count: number): Measure {
  return { done: count, total: null, complete: count > 0 };
}

function setupMeasure(world: WorldView | null, page: "avs" | "hcx"): Measure {
  if (!world) return unknown;
  const steps = world.steps.filter((step) => step.page === page && step.required);
  const done = steps.filter((step) => step.status === "done").length;
  return { done, total: steps.length, complete: done === steps.length };
}

/** Migrations that were started: drafts have not been. */
function boardMeasure(world: WorldView | null): Measure {
  if (!world) return unknown;
  const { counters } = world.state;
  const { draft: _, ...started } = counters;
  const total = Object.values(started).reduce((sum, count) => sum + count, 0);
  const done = TERMINAL_STATES.reduce((sum, state) => sum + counters[state], 0);
  return { done, total, complete: total > 0 && done === total && counters.draft === 0 };
}

function measureOf(step: StepName, project: Project, world: WorldView | null): Measure {
  switch (step) {
    case "import":
      return project.currentImportId === null ? counted(0) : counted(project.vmCount);
    case "assess":
      return counted(project.assessmentCount);
    case "groups":
      return world ? counted(world.state.groups.length) : unknown;
    case "board":
      return boardMeasure(world);
    default:
      return setupMeasure(world, step);
  }
}

function stateOf(measure: Measure): StepState {
  if (measure.complete === null) return "unknown";
  if (measure.complete) return "done";
  return (measure.done ?? 0) > 0 ? "running" : "open";
}

/**
 * How far a project is: the state of every step, the first that is neither done nor unknown being
 * the next. `world` is null while it is not known; its steps are unknown then, never "to do".
 */
export function projectProgress(project: Project, world: WorldView | null): ProgressStep[] {
  let nextFound = false;
  return progressSteps.map((step) => {
    const measure = measureOf(step.id, project, world);
    const state = stateOf(measure);
    const isNext = !nextFound && (state === "open" || state === "running");
    if (isNext) nextFound = true;
    return {
      ...step,
      state: isNext && state === "open" ? "next" : state,
      done: measure.done,
      total: measure.total,
    };
  });
}

/** The step to go on with, or null when everything is done or nothing more is known. */
export function nextStep(steps: readonly ProgressStep[]): ProgressStep | null {
  return steps.find((step) => step.state === "next" || step.state === "running") ?? null;
}
