import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { Redraw, VmFactors } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";

/**
 * What really happens to a plan, drawn from laws that the forecast does not know: none is lognormal, medians
 * are off by some percent and spreads differ, and bandwidth follows the time of day and steps instead of an
 * autoregression. These laws were changed once after they had first been chosen, before the test plans were
 * scored; the test plans were then scored once.
 */
export function hiddenTruth(scenario: Scenario, set: string): Redraw {
  const stream = namedStream(scenario.seed, "hidden truth", set);
  const level = 0.99 * Math.exp(logistic(stream, 0.14));
  const wave = stream.between(0.04, 0.2);
  const phaseSeconds = stream.between(0, DAY_SECONDS);
  const bandwidths = steps(stream, scenario.horizonSeconds).map(
    (step, slot) =>
      level *
      step *
      (1 + wave * Math.sin((2 * Math.PI * (slot * STEP_SECONDS + phaseSeconds)) / DAY_SECONDS)),
  );
  const churn = stream.triangular(0.5, 0.9, 1.75);
  const shutdown = stream.triangular(0.5, 0.9, 1.8);
  const stepDuration = stream.between(0.75, 1.3);
  return {
    fromSeconds: 0,
    seed: stream.nextUint32(),
    factors: {
      bandwidth: bandwidths[0] as number,
      churn,
      guestShutdown: shutdown,
      faultRate: stream.between(0.3, 2.2),
      stepDuration,
    },
    drift: bandwidths.slice(1).map((factor, slot) => ({
      atSeconds: (slot + 1) * STEP_SECONDS,
      factor,
    })),
    vmSigmas: { churn: 0, guestShutdown: 0, stepDuration: 0 },
    vmFactors: new Map(
      scenario.vms.map(({ id }): [string, VmFactors] => [
        id,
        {
          // Two kinds of machines, quiet and busy.
          churn: stream.chance(0.7) ? stream.between(0.5, 1.2) : stream.between(1.2, 3),
          guestShutdown: 0.4 + stream.exponential(0.75),
          stepDuration: stream.between(0.55, 1.5),
        },
      ]),
    ),
  };
}

const DAY_SECONDS = 86_400;
const STEP_SECONDS = 1800;
/** A step lasts some hours on average. */
const STEP_CHANCE = 0.12;

/** Logarithm of a level with the tails of a logistic law and the given standard deviation. */
function logistic(stream: RandomStream, sigma: number): number {
  const u = Math.min(1 - 1e-9, Math.max(1e-9, stream.uniform()));
  return ((sigma * Math.sqrt(3)) / Math.PI) * Math.log(u / (1 - u));
}

/** Other users of the line come and go: a level that jumps now and then, uniform within 16 % to both sides. */
function steps(stream: RandomStream, horizonSeconds: number): number[] {
  let now = stream.between(0.84, 1.16);
  return Array.from({ length: Math.ceil(horizonSeconds / STEP_SECONDS) }, () => {
    if (stream.chance(STEP_CHANCE)) now = stream.between(0.84, 1.16);
    return now;
  });
}
