/** Small-sample statistics that forecasts and their calibration share. Samples need not be sorted unless the name says so. */

/** Ascending copy. */
export function sortAscending(values: readonly number[] | Float64Array): Float64Array {
  return Float64Array.from(values).sort();
}

/** Arithmetic mean; null for an empty sample. */
export function mean(values: readonly number[] | Float64Array): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Unbiased sample variance; null below two values. */
export function variance(values: readonly number[] | Float64Array): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let sum = 0;
  for (const value of values) sum += (value - centre) * (value - centre);
  return sum / (values.length - 1);
}

/**
 * Quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
 * An infinite neighbour (a run that never ends) is returned as it is. Null for an empty sample.
 * @param sorted ascending
 * @param probability 0..1
 */
export function quantile(
  sorted: readonly number[] | Float64Array,
  probability: number,
): number | null {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability ${probability} is outside 0..1`);
  }
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  if (below === above) return below;
  return below + (above - below) * (position - Math.floor(position));
}

/** Share of the sample at or below a value, 0..1; null for an empty sample. */
export function shareAtMost(
  values: readonly number[] | Float64Array,
  limit: number,
): number | null {
  if (values.length === 0) return null;
  let count = 0;
  for (const value of values) if (value <= limit) count++;
  return count / values.length;
}

/**
 * Probability integral transform of an outcome under a sample forecast, randomised over ties and over the
 * step that the outcome falls into (Czado, Gneiting and Held, 2009): uniform when the forecast is calibrated.
 * @param sample the forecast's replications
 * @param randomUniform one draw in [0, 1)
 */
export function probabilityIntegralTransform(
  sample: readonly number[] | Float64Array,
  outcome: number,
  randomUniform: number,
): number {
  let below = 0;
  let equal = 0;
  for (const value of sample) {
    if (value < outcome) below++;
    else if (value === outcome) equal++;
  }
  // The outcome is one more draw of the same law: n + 1 places, of which `equal + 1` are tied.
  return (below + randomUniform * (equal + 1)) / (sample.length + 1);
}

/** Kolmogorov-Smirnov distance between a sample and a continuous distribution function. */
export function kolmogorovDistance(
  values: readonly number[] | Float64Array,
  distribution: (value: number) => number,
): number {
  const sorted = sortAscending(values);
  let distance = 0;
  for (const [index, value] of sorted.entries()) {
    const expected = distribution(value);
    distance = Math.max(
      distance,
      expected - index / sorted.length,
      (index + 1) / sorted.length - expected,
    );
  }
  return distance;
}

/** Kolmogorov-Smirnov distance of values in 0..1 (such as PITs) to the uniform distribution. */
export function kolmogorovDistanceToUniform(values: readonly number[] | Float64Array): number {
  return kolmogorovDistance(values, (value) => Math.min(1, Math.max(0, value)));
}

/**
 * Continuous ranked probability score of a sample forecast (Gneiting and Raftery, 2007, eq. 21):
 * E|X - y| - E|X - X'| / 2, in the unit of the values; lower is better, and a point forecast scores its
 * absolute error. Null for an empty sample.
 */
export function crps(sample: readonly number[] | Float64Array, outcome: number): number | null {
  const size = sample.length;
  if (size === 0) return null;
  const sorted = sortAscending(sample);
  let toOutcome = 0;
  let spread = 0;
  for (const [index, value] of sorted.entries()) {
    toOutcome += Math.abs(value - outcome);
    // Sum over pairs of |x_i - x_j| in sorted order: each value counts (2 i + 1 - n) times, doubled.
    spread += (2 * index + 1 - size) * value;
  }
  return toOutcome / size - spread / (size * size);
}
