import type { UncertaintyName } from "./uncertainty-schema";

/** Factors on the scenario's uncertain inputs, as one replication of a forecast draws them. */
export type Factors = Record<UncertaintyName, number>;

/** Standard deviation of the logarithm of each VM's own factor, on top of the factor that all share. */
export interface VmSigmas {
  churn: number;
  guestShutdown: number;
  stepDuration: number;
}
export const NO_SPREAD: VmSigmas = { churn: 0, guestShutdown: 0, stepDuration: 0 };

/** Factors of one VM's own, on top of those that all share. */
export interface VmFactors {
  churn: number;
  guestShutdown: number;
  stepDuration: number;
}

/** From a moment on, draws come from another seed and these factors hold. */
export interface Redraw {
  fromSeconds: number;
  seed: number;
  factors: Factors;
  /** Later changes of the bandwidth's factor, by time; `factors.bandwidth` holds until the first. */
  drift: readonly { atSeconds: number; factor: number }[];
  vmSigmas: VmSigmas;
  /** By VM, instead of draws: a history in which each VM was as it was. */
  vmFactors?: ReadonlyMap<string, VmFactors>;
}
