import type { BoardModel } from "./board-rows";
import { boardSummaryOf, countersOf, type EndForecast, type EndSamples } from "./board-summary";
import { setupStateAt, type WorldTimeline } from "./simulate";
import { stepsAt } from "./steps";
import type { StepView, WorldStateView } from "./view-schema";

/** What a page is told of the world at the instant of `model`. */
export function worldStateOf(
  timeline: WorldTimeline,
  model: BoardModel,
  samples: EndSamples = [],
  forecast: EndForecast | null = null,
): { state: WorldStateView; steps: StepView[] } {
  const setup = setupStateAt(timeline, model.atSeconds);
  return {
    state: {
      atSeconds: model.atSeconds,
      resources: setup.resources.map((view) => ({ ...view, properties: { ...view.properties } })),
      counters: countersOf(model.rows),
      groups: boardSummaryOf(timeline, model, samples, forecast).groups,
    },
    steps: stepsAt(setup, model.groups),
  };
}
