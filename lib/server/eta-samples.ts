import { NO_SPREAD } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import { endOf } from "@/lib/migration/state-at";
import type { EndSamples } from "@/lib/world/board-summary";
import { caches, remember } from "./world-cache";
import type { World } from "./worlds";

/** Further draws of the future that an ETA's range is made of. */
const ETA_SAMPLES = 8;
/** At a day a second an hour passes with every look; a range that is 5 s old tells as much. */
const ETA_FRESHNESS_WALL_SECONDS = 5;

/**
 * Ends of all migrations under other draws of what is still to come, given what had happened at a moment at or
 * before `atSeconds`: a range need not be fresher than an hour of simulated time, or than 5 s at the clock's
 * speed. The event loop goes round between two runs, so that others are answered meanwhile.
 */
export function endSamplesOf(world: World, atSeconds: number): Promise<EndSamples> {
  const { scenario } = world.timeline;
  if (scenario === null) return Promise.resolve([]);
  const stepSeconds = Math.max(3_600, ETA_FRESHNESS_WALL_SECONDS * world.clock.speed);
  const fromSeconds = Math.floor(atSeconds / stepSeconds) * stepSeconds;
  const key = `${world.projectId} ${world.revision} ${fromSeconds}`;
  const { samples } = caches();
  const known = samples.get(key);
  if (known) return known;
  const drawn = drawEndSamples(scenario, fromSeconds);
  // What failed is tried again by the next who asks.
  drawn.catch(() => samples.delete(key));
  return remember(samples, key, drawn);
}

async function drawEndSamples(scenario: Scenario, fromSeconds: number): Promise<EndSamples> {
  const samples: (number | null)[][] = [];
  for (let sample = 0; sample < ETA_SAMPLES; sample += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const factor = factorOf(sample);
    const timeline = simulateMigrations(scenario, {
      redraws: [
        {
          fromSeconds,
          seed: scenario.seed + sample + 1,
          factors: {
            bandwidth: factor(scenario.uncertainties.bandwidth.sigma),
            churn: factor(-scenario.uncertainties.churn.sigma),
            guestShutdown: factor(-scenario.uncertainties.guestShutdown.sigma),
            faultRate: 1,
            stepDuration: factor(-scenario.uncertainties.stepDuration.sigma),
          },
          drift: [],
          vmSigmas: NO_SPREAD,
        },
      ],
    });
    samples.push(timeline.migrations.map((_, index) => endOf(timeline, index)));
  }
  return samples;
}

/** Evenly spread quantiles of a lognormal law, from slow to fast: -1.5 to 1.5 standard deviations. */
function factorOf(sample: number): (sigma: number) => number {
  const deviations = ((sample + 0.5) / ETA_SAMPLES - 0.5) * 3;
  return (sigma) => Math.exp(deviations * sigma);
}
