import type { Redraw } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import type { UncertaintyName } from "@/lib/migration/uncertainty-schema";
import {
  type BandwidthState,
  bandwidthPrior,
  MEASUREMENT_SIGMA,
  observeRate,
  oneSlotLater,
} from "./bandwidth-state";
import { type Autoregression, slotAutoregression } from "./drift";
import { afterCount, afterObservations, type LawState } from "./law-state";
import { observeBandwidth } from "./observe-bandwidth";
import { observeFaults, observeVms } from "./observe-vms";

/** The laws as the past has left them: stated before the first byte, narrowed by what was observed since. */
export interface KnownLaws {
  bandwidth: BandwidthState;
  bandwidthObservations: number;
  drift: Autoregression;
  /** Common factors of the other inputs. */
  others: Record<Exclude<UncertaintyName, "bandwidth">, LawState>;
}

/** The laws as stated, conditioned on what happened up to `fromSeconds`. */
export function knownLaws(
  scenario: Scenario,
  history: readonly Redraw[],
  fromSeconds: number,
  slotSeconds: number,
): KnownLaws {
  const { uncertainties } = scenario;
  const { median, sigma, driftSigma, driftHours } = uncertainties.bandwidth;
  const drift = slotAutoregression(driftSigma, driftHours * 3600, slotSeconds);
  const stated = (name: Exclude<UncertaintyName, "bandwidth">): LawState => ({
    logMedian: Math.log(uncertainties[name].median),
    sigma: uncertainties[name].sigma,
    observations: 0,
  });
  const prior: KnownLaws = {
    bandwidth: bandwidthPrior(median, sigma, drift),
    bandwidthObservations: 0,
    drift,
    others: {
      churn: stated("churn"),
      guestShutdown: stated("guestShutdown"),
      faultRate: stated("faultRate"),
      stepDuration: stated("stepDuration"),
    },
  };
  return fromSeconds > 0 ? conditioned(prior, scenario, history, fromSeconds, slotSeconds) : prior;
}

function conditioned(
  prior: KnownLaws,
  scenario: Scenario,
  history: readonly Redraw[],
  fromSeconds: number,
  slotSeconds: number,
): KnownLaws {
  const upToNow: Scenario = { ...scenario, horizonSeconds: fromSeconds };
  const past = simulateMigrations(upToNow, { redraws: history });
  const expected = history.length === 0 ? past : simulateMigrations(upToNow);
  let { bandwidth, bandwidthObservations } = prior;
  for (const logRatio of observeBandwidth(past, expected, slotSeconds, fromSeconds)) {
    bandwidth = oneSlotLater(bandwidth, prior.drift);
    if (logRatio === null) continue;
    bandwidth = observeRate(bandwidth, logRatio);
    bandwidthObservations++;
  }
  const { uncertainties, parameters } = scenario;
  const vms = observeVms(scenario, past, fromSeconds);
  const { count, expected: expectedFaults } = observeFaults(scenario, past, fromSeconds);
  const stepSpread = Math.log1p(parameters.stepVariation ** 2);
  const spreadOf = (vmSigma: number, extraVariance: number) =>
    Math.sqrt(vmSigma ** 2 + extraVariance + MEASUREMENT_SIGMA ** 2);
  const { churn, guestShutdown, faultRate, stepDuration } = prior.others;
  return {
    bandwidth,
    bandwidthObservations,
    drift: prior.drift,
    others: {
      churn: afterObservations(churn, vms.churn, spreadOf(uncertainties.churn.vmSigma, 0)),
      guestShutdown: afterObservations(
        guestShutdown,
        vms.guestShutdown,
        spreadOf(uncertainties.guestShutdown.vmSigma, stepSpread),
      ),
      faultRate: afterCount(faultRate, count, expectedFaults),
      stepDuration: afterObservations(
        stepDuration,
        vms.stepDuration,
        spreadOf(uncertainties.stepDuration.vmSigma, stepSpread),
      ),
    },
  };
}
