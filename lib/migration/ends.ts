import { COUNTER_CODE_OF_PHASE, COUNTER_STATES } from "./phase";
import type { RunOptions } from "./run";
import type { Scenario } from "./schema";
import { runScenario } from "./simulate";

/** When each migration came to its last state, and which one, by migration index, without the way there. */
export interface MigrationEnds {
  /** Infinity for one that is still under way at the end of the run. */
  endSeconds: Float64Array;
  /** Code of the phase that it is in then: an index of `PHASES`. */
  lastPhase: Uint8Array;
}

const IS_END = Uint8Array.from(COUNTER_CODE_OF_PHASE, (code) =>
  ["completed", "warning", "error", "cancelled"].includes(COUNTER_STATES[code] ?? "") ? 1 : 0,
);

/** Runs a scenario for its ends only: what `endOf` reads off the timeline, at a part of its cost. */
export function simulateEnds(scenario: Scenario, options: Partial<RunOptions> = {}): MigrationEnds {
  const { migrations } = runScenario(scenario, options).parts;
  const endSeconds = new Float64Array(migrations.length);
  const lastPhase = new Uint8Array(migrations.length);
  for (const { index, phase, phaseStartSeconds } of migrations) {
    endSeconds[index] = IS_END[phase] === 1 ? phaseStartSeconds : Number.POSITIVE_INFINITY;
    lastPhase[index] = phase;
  }
  return { endSeconds, lastPhase };
}
