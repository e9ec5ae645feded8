import { z } from "zod";
import { faultRatesSchema } from "@/lib/migration/fault-schema";
import { type Uncertainties, uncertaintiesSchema } from "@/lib/migration/uncertainty-schema";

/**
 * What a project's forecasts take as uncertain. No public source gives the spread of any of these, so all are
 * this project's assumptions, kept here so that a user who knows better can change them.
 */
export const DEFAULT_UNCERTAINTIES: Uncertainties = {
  // A line gives what it is sold as within some 12 %, and other users of it come and go within hours.
  bandwidth: { median: 1, sigma: 0.12, driftSigma: 0.16, driftHours: 4 },
  // Change rates come from an assumption a day; single machines differ by more than all of them together.
  churn: { median: 1, sigma: 0.3, vmSigma: 0.5 },
  guestShutdown: { median: 1, sigma: 0.3, vmSigma: 0.5 },
  faultRate: { median: 1, sigma: 0.5 },
  stepDuration: { median: 1, sigma: 0.2, vmSigma: 0.3 },
};

const randomFaultsSchema = faultRatesSchema.pick({
  tunnelDownPerHour: true,
  migrationFailurePerVmHour: true,
  guestRefusesShutdownRatio: true,
});

export const forecastSettingsSchema = z.object({
  uncertainties: uncertaintiesSchema.prefault(DEFAULT_UNCERTAINTIES),
  /** Random faults that a forecast counts with; a rehearsal itself has only those that people inject. */
  faultRates: randomFaultsSchema.prefault({}),
  /** Null chooses by the number of VMs. More than 5,000 make no difference that a person could see. */
  replications: z.number().int().min(50).max(5_000).nullable().default(null),
});
export type ForecastSettings = z.infer<typeof forecastSettingsSchema>;
export const DEFAULT_FORECAST_SETTINGS: ForecastSettings = forecastSettingsSchema.parse({});

/** Enough for a P90 to within a few percent of the spread, and done in about a minute at any size. */
export function replicationsOf({ replications }: ForecastSettings, migrations: number): number {
  if (replications !== null) return replications;
  if (migrations <= 1_000) return 500;
  return migrations <= 5_000 ? 200 : 100;
}
