import type { ForecastSettings } from "@/lib/forecast/settings-schema";
import type { UncertaintyName } from "@/lib/migration/uncertainty-schema";

/** One number of the settings: where it stands, and between which bounds a person may set it. */
export interface SettingField {
  id: string;
  input: UncertaintyName;
  min: number;
  max: number;
  step: number;
  read: (settings: ForecastSettings) => number;
  write: (settings: ForecastSettings, value: number) => ForecastSettings;
}

function lawField<N extends UncertaintyName>(
  input: N,
  part: keyof ForecastSettings["uncertainties"][N] & string,
  bounds: { min: number; max: number; step: number },
): SettingField {
  return {
    id: part,
    input,
    ...bounds,
    read: ({ uncertainties }) => Number(uncertainties[input][part]),
    write: (settings, value) => ({
      ...settings,
      uncertainties: {
        ...settings.uncertainties,
        [input]: { ...settings.uncertainties[input], [part]: value },
      },
    }),
  };
}

function rateField(
  part: keyof ForecastSettings["faultRates"],
  max: number,
  step: number,
): SettingField {
  return {
    id: part,
    input: "faultRate",
    min: 0,
    max,
    step,
    read: ({ faultRates }) => faultRates[part],
    write: (settings, value) => ({
      ...settings,
      faultRates: { ...settings.faultRates, [part]: value },
    }),
  };
}

const MEDIAN = { min: 0.05, max: 20, step: 0.05 };
const SIGMA = { min: 0, max: 3, step: 0.05 };

/** In the order of the dialog. */
export const SETTING_FIELDS: readonly SettingField[] = [
  lawField("bandwidth", "median", MEDIAN),
  lawField("bandwidth", "sigma", SIGMA),
  lawField("bandwidth", "driftSigma", SIGMA),
  lawField("bandwidth", "driftHours", { min: 0.1, max: 1000, step: 1 }),
  lawField("churn", "median", MEDIAN),
  lawField("churn", "sigma", SIGMA),
  lawField("churn", "vmSigma", SIGMA),
  lawField("guestShutdown", "median", MEDIAN),
  lawField("guestShutdown", "sigma", SIGMA),
  lawField("guestShutdown", "vmSigma", SIGMA),
  lawField("stepDuration", "median", MEDIAN),
  lawField("stepDuration", "sigma", SIGMA),
  lawField("stepDuration", "vmSigma", SIGMA),
  rateField("tunnelDownPerHour", 3600, 0.01),
  rateField("migrationFailurePerVmHour", 3600, 0.001),
  rateField("guestRefusesShutdownRatio", 1, 0.01),
  lawField("faultRate", "sigma", SIGMA),
];
