/** A factor's law in the logarithm: normal with this mean and standard deviation. */
export interface LawState {
  logMedian: number;
  sigma: number;
  /** Observations of the past that went into it. */
  observations: number;
}

/**
 * Normal prior, normal observations of known spread (Gelman et al., Bayesian Data Analysis, 2.5): precisions
 * add up, and means are weighted by them.
 * @param logRatios logarithms of observed over expected, one per VM
 * @param spread standard deviation of one such observation around the common factor
 */
export function afterObservations(
  prior: LawState,
  logRatios: readonly number[],
  spread: number,
): LawState {
  if (prior.sigma === 0 || logRatios.length === 0) return prior;
  const priorPrecision = 1 / (prior.sigma * prior.sigma);
  const onePrecision = 1 / Math.max(spread * spread, Number.EPSILON);
  const precision = priorPrecision + logRatios.length * onePrecision;
  const sum = logRatios.reduce((total, value) => total + value, 0);
  return {
    logMedian: (prior.logMedian * priorPrecision + sum * onePrecision) / precision,
    sigma: Math.sqrt(1 / precision),
    observations: prior.observations + logRatios.length,
  };
}

const NEWTON_STEPS = 50;

/**
 * Lognormal prior of a rate's factor, Poisson count: the mode u of -(u - m)^2 / 2 s^2 + n u - E e^u by
 * Newton's method, and the curvature there as precision (Laplace's approximation). No event in a long time
 * speaks for a low rate as well.
 * @param expected events that factor 1 would have brought in the time watched
 */
export function afterCount(prior: LawState, count: number, expected: number): LawState {
  if (prior.sigma === 0 || expected <= 0) return prior;
  const precision = 1 / (prior.sigma * prior.sigma);
  let u = prior.logMedian;
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const intensity = expected * Math.exp(u);
    const slope = -(u - prior.logMedian) * precision + count - intensity;
    // The target is concave; a step of at most 1 keeps the exponential in bounds.
    u += Math.max(-1, Math.min(1, slope / (precision + intensity)));
  }
  return {
    logMedian: u,
    sigma: Math.sqrt(1 / (precision + expected * Math.exp(u))),
    observations: prior.observations + count,
  };
}
