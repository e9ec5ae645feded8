import { namedStream } from "@/lib/engine/random";
import type { Factors, Redraw } from "@/lib/migration/redraw-options";
import { drawState } from "./bandwidth-state";
import type { ForecastPlan } from "./plan";

/** One replication's draw: what the engine takes, and the one number a law that sensitivity looks at. */
export interface ReplicationDraw {
  redraw: Redraw;
  /** As in `redraw`, with the bandwidth's geometric mean over the slots that the nominal run takes. */
  factors: Factors;
}

/**
 * Draws replication `index`. Each law has a stream of its own, named by the replication, so one law's settings
 * move no other law's draws, and a replication is the same whoever runs it and among however many.
 */
export function drawReplication(plan: ForecastPlan, index: number): ReplicationDraw {
  const { scenario, laws, fromSeconds } = plan;
  const stream = (purpose: string) =>
    namedStream(scenario.seed, "replication", String(index), purpose);
  const factorOf = (name: keyof typeof laws.others) =>
    stream(name).lognormal(Math.exp(laws.others[name].logMedian), laws.others[name].sigma);
  const bandwidths = drawBandwidths(plan, index);
  const factors: Factors = {
    bandwidth: bandwidths[0] as number,
    churn: factorOf("churn"),
    guestShutdown: factorOf("guestShutdown"),
    faultRate: factorOf("faultRate"),
    stepDuration: factorOf("stepDuration"),
  };
  const { churn, guestShutdown, stepDuration } = scenario.uncertainties;
  const redraw: Redraw = {
    fromSeconds,
    seed: stream("seed").nextUint32(),
    factors,
    drift: Array.from(bandwidths.subarray(1), (factor, slot) => ({
      atSeconds: fromSeconds + (slot + 1) * plan.slotSeconds,
      factor,
    })),
    vmSigmas: {
      churn: churn.vmSigma,
      guestShutdown: guestShutdown.vmSigma,
      stepDuration: stepDuration.vmSigma,
    },
  };
  return { redraw, factors: { ...factors, bandwidth: meanFactor(bandwidths, plan.nominalSlots) } };
}

/** The factor in each slot: the level that was drawn, times what comes and goes. */
function drawBandwidths({ scenario, laws, slots }: ForecastPlan, index: number): Float64Array {
  const { bandwidth, drift } = laws;
  const stream = namedStream(scenario.seed, "replication", String(index), "bandwidth");
  const drawn = drawState(bandwidth, stream.normal(0, 1), stream.normal(0, 1));
  const { level } = drawn;
  let { deviation } = drawn;
  const factors = new Float64Array(slots);
  const fresh = drift.sigma * Math.sqrt(1 - drift.correlation * drift.correlation);
  for (let slot = 0; slot < slots; slot++) {
    factors[slot] = Math.exp(level + deviation);
    deviation = drift.correlation * deviation + stream.normal(0, fresh);
  }
  return factors;
}

function meanFactor(factors: Float64Array, slots: number): number {
  const counted = factors.subarray(0, slots);
  let sum = 0;
  for (const factor of counted) sum += Math.log(factor);
  return Math.exp(sum / counted.length);
}
