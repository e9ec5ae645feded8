/**
 * Bandwidth that comes and goes, in the logarithm: an Ornstein-Uhlenbeck process of standard deviation
 * `driftSigma` that forgets in `driftHours`, looked at as means over slots of equal length. The means of
 * neighbouring slots have variance v = 2 s^2 (T/d) (1 - (T/d)(1 - e^(-d/T))) and covariance
 * c = s^2 (T/d)^2 (1 - e^(-d/T))^2 for slots of length d and memory T (integrals of s^2 e^(-|u|/T)); the
 * forecast takes them as a first-order autoregression with the same two moments.
 */
export interface Autoregression {
  /** Standard deviation of one slot's mean. */
  sigma: number;
  /** Correlation of neighbouring slots, 0..1. */
  correlation: number;
}

export function slotAutoregression(
  driftSigma: number,
  driftSeconds: number,
  slotSeconds: number,
): Autoregression {
  const memory = driftSeconds / slotSeconds;
  const forgotten = -Math.expm1(-1 / memory);
  const variance = 2 * memory * (1 - memory * forgotten);
  const covariance = memory * memory * forgotten * forgotten;
  return {
    sigma: driftSigma * Math.sqrt(variance),
    correlation: Math.min(1, covariance / variance),
  };
}

/** At most so many slots cover what is left of the nominal run, and the past. */
const SLOTS_PER_RUN = 128;
const SLOTS_PER_MEMORY = 4;
const SLOT_SECONDS_MIN = 60;

/** Length of a slot: fine beside the memory, and few enough that drift costs little. */
export function slotSecondsOf(
  driftSeconds: number,
  pastSeconds: number,
  remainingSeconds: number,
): number {
  return Math.max(
    SLOT_SECONDS_MIN,
    driftSeconds / SLOTS_PER_MEMORY,
    remainingSeconds / SLOTS_PER_RUN,
    pastSeconds / SLOTS_PER_RUN,
  );
}

const SLOTS_OF_CONSTANT = 8;

/** Without drift every slot says the same, so a few measurements are all that the past is worth. */
export function constantSlotSeconds(pastSeconds: number): number {
  return Math.max(SLOT_SECONDS_MIN, pastSeconds / SLOTS_OF_CONSTANT);
}
