import type { Redraw } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import type { MigrationTimeline } from "@/lib/migration/timeline";
import { constantSlotSeconds, slotSecondsOf } from "./drift";
import { type KnownLaws, knownLaws } from "./known-laws";

/** What a forecast is asked for: a scenario, and the moment up to which it has happened. */
export interface ForecastRequest {
  scenario: Scenario;
  /** How the past really went, where it was not as the scenario says. */
  history: readonly Redraw[];
  fromSeconds: number;
  replications: number;
}

/** All that replications have in common. Every worker prepares the same one by itself. */
export interface ForecastPlan extends ForecastRequest {
  /** The scenario with every factor at 1 from now on: what migrations, groups and windows there are. */
  nominal: MigrationTimeline;
  laws: KnownLaws;
  slotSeconds: number;
  /** Slots in which the bandwidth of a replication may change; later it stays as it is. */
  slots: number;
  /** Slots that the nominal run still takes: over these a replication's bandwidth is averaged. */
  nominalSlots: number;
}

/** Slow replications take several times as long as the nominal run. */
const SLOTS_BEYOND_NOMINAL = 3;

export function prepareForecast(request: ForecastRequest): ForecastPlan {
  const { scenario, history, fromSeconds } = request;
  const nominal = simulateMigrations(scenario, { redraws: history });
  const remainingSeconds = Math.max(0, nominal.endSeconds - fromSeconds);
  const { driftHours, driftSigma } = scenario.uncertainties.bandwidth;
  const slotSeconds =
    driftSigma > 0
      ? slotSecondsOf(driftHours * 3600, fromSeconds, remainingSeconds)
      : constantSlotSeconds(fromSeconds);
  const nominalSlots = Math.max(1, Math.ceil(remainingSeconds / slotSeconds));
  return {
    ...request,
    nominal,
    laws: knownLaws(scenario, history, fromSeconds, slotSeconds),
    slotSeconds,
    slots: driftSigma > 0 ? SLOTS_BEYOND_NOMINAL * nominalSlots : 1,
    nominalSlots,
  };
}
