import { z } from "zod";

/**
 * What a forecast does not know: each replication draws one factor per law, applied to the scenario.
 * Factors are lognormal with median `median` and `sigma` as the standard deviation of the logarithm,
 * so a factor and its inverse are equally likely; sigma 0 states certainty.
 */
const law = (sigma: number) =>
  z.strictObject({
    median: z.number().min(0.01).max(100).default(1),
    sigma: z.number().min(0).max(3).default(sigma),
  });

export const uncertaintiesSchema = z.strictObject({
  /** Of the links' capacity, one draw a replication. */
  bandwidth: law(0.15).prefault({}),
  /** Of every VM's change rate, one draw a replication. */
  churn: law(0.3).prefault({}),
  /** Of the guests' shutdown time, one draw a replication. */
  guestShutdown: law(0.3).prefault({}),
  /** Of fault rates, one draw a replication. */
  faultRate: law(0.5).prefault({}),
  /** Of every other step's duration, one draw a replication. */
  stepDuration: law(0.2).prefault({}),
});
export type Uncertainties = z.infer<typeof uncertaintiesSchema>;
export type UncertaintyName = keyof Uncertainties;
