import {
  DEFAULT_FORECAST_SETTINGS,
  type ForecastSettings,
  forecastSettingsSchema,
} from "@/lib/forecast/settings-schema";
import { database, withBusyRetry } from "./database";
import { getProject } from "./projects";
import type { Caller } from "./session";

/** The project's own settings, or the defaults. */
export async function readForecastSettings(projectId: string): Promise<ForecastSettings> {
  const row = await database().forecastSettings.findUnique({ where: { projectId } });
  return row
    ? forecastSettingsSchema.parse(JSON.parse(row.settingsJson))
    : DEFAULT_FORECAST_SETTINGS;
}

/** @throws RefusedError notFound */
export async function writeForecastSettings(
  projectId: string,
  settings: ForecastSettings,
  caller: Caller,
): Promise<void> {
  await getProject(projectId);
  const fields = { settingsJson: JSON.stringify(settings), updatedByName: caller.name };
  await withBusyRetry(() =>
    database().forecastSettings.upsert({
      where: { projectId },
      create: { projectId, ...fields },
      update: fields,
    }),
  );
}
