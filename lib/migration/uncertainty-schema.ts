import { z } from "zod";

/**
 * What a forecast does not know: each replication draws one factor per law, applied to the scenario.
 * Factors are lognormal with median `median` and `sigma` as the standard deviation of the logarithm,
 * so a factor and its inverse are equally likely; sigma 0 states certainty.
 */
const median = z.number().min(0.01).max(100).default(1);
const sigma = (value: number) => z.number().min(0).max(3).default(value);

const law = (value: number) => z.strictObject({ median, sigma: sigma(value) });

/** A law of which every VM has its own share on top of what all have in common. */
const lawOfVms = (value: number) =>
  z.strictObject({
    median,
    sigma: sigma(value),
    vmSigma: sigma(0).describe("Of each VM's own factor, on top of the one that all share."),
  });

export const uncertaintiesSchema = z.strictObject({
  /** Of the links' capacity: one draw a replication, and what comes and goes around it. */
  bandwidth: z
    .strictObject({
      median,
      sigma: sigma(0.15),
      driftSigma: sigma(0).describe(
        "Of what comes and goes: an autoregression around the drawn factor.",
      ),
      driftHours: z
        .number()
        .min(0.1)
        .max(1000)
        .default(4)
        .describe("In which a deviation falls to 1/e."),
    })
    .prefault({}),
  /** Of every VM's change rate. */
  churn: lawOfVms(0.3).prefault({}),
  /** Of the guests' shutdown time. */
  guestShutdown: lawOfVms(0.3).prefault({}),
  /** Of fault rates, one draw a replication. */
  faultRate: law(0.5).prefault({}),
  /** Of every other step's duration. */
  stepDuration: lawOfVms(0.2).prefault({}),
});
export type Uncertainties = z.infer<typeof uncertaintiesSchema>;
export type UncertaintyName = keyof Uncertainties;
export const UNCERTAINTY_NAMES = Object.keys(uncertaintiesSchema.shape) as UncertaintyName[];
