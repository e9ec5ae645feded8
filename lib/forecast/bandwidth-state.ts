import type { Autoregression } from "./drift";

/**
 * What is known of the bandwidth's factor at a moment, in the logarithm: a level that stays, and a deviation
 * that comes and goes. Jointly normal.
 */
export interface BandwidthState {
  level: number;
  deviation: number;
  levelVariance: number;
  deviationVariance: number;
  covariance: number;
}

/** A measured rate is a few percent off the capacity behind it: metering, bursts, retransmissions. */
export const MEASUREMENT_SIGMA = 0.02;

export function bandwidthPrior(
  median: number,
  sigma: number,
  { sigma: driftSigma }: Autoregression,
): BandwidthState {
  return {
    level: Math.log(median),
    deviation: 0,
    levelVariance: sigma * sigma,
    deviationVariance: driftSigma * driftSigma,
    covariance: 0,
  };
}

/** One slot later: the level stays, the deviation falls back and something new comes. */
export function oneSlotLater(
  state: BandwidthState,
  { sigma, correlation }: Autoregression,
): BandwidthState {
  return {
    ...state,
    deviation: correlation * state.deviation,
    deviationVariance:
      correlation * correlation * state.deviationVariance +
      (1 - correlation * correlation) * sigma * sigma,
    covariance: correlation * state.covariance,
  };
}

/**
 * Kalman's update (1960) with one observation y = level + deviation + noise, the logarithm of observed over
 * expected rate in a slot in which the link was the bottleneck.
 */
export function observeRate(state: BandwidthState, logRatio: number): BandwidthState {
  const { level, deviation, levelVariance, deviationVariance, covariance } = state;
  const levelPart = levelVariance + covariance;
  const deviationPart = deviationVariance + covariance;
  const variance = levelPart + deviationPart + MEASUREMENT_SIGMA * MEASUREMENT_SIGMA;
  const surprise = logRatio - level - deviation;
  return {
    level: level + (levelPart / variance) * surprise,
    deviation: deviation + (deviationPart / variance) * surprise,
    levelVariance: levelVariance - (levelPart * levelPart) / variance,
    deviationVariance: deviationVariance - (deviationPart * deviationPart) / variance,
    covariance: covariance - (levelPart * deviationPart) / variance,
  };
}

/** One draw of level and deviation from two standard normals: the Cholesky factor of the covariance. */
export function drawState(
  state: BandwidthState,
  first: number,
  second: number,
): { level: number; deviation: number } {
  const levelSigma = Math.sqrt(Math.max(0, state.levelVariance));
  const slope = levelSigma > 0 ? state.covariance / levelSigma : 0;
  const rest = Math.sqrt(Math.max(0, state.deviationVariance - slope * slope));
  return {
    level: state.level + levelSigma * first,
    deviation: state.deviation + slope * first + rest * second,
  };
}
