import { forecastSettingsSchema } from "@/lib/forecast/settings-schema";
import { writeForecastSettings } from "@/lib/server/forecast-settings";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const PUT = route(
  {
    summary: "Say what the project's forecasts take as uncertain",
    role: "Contributor",
    params: projectParams,
    body: forecastSettingsSchema,
    response: forecastSettingsSchema,
  },
  async ({ params: { projectId }, body, caller }) => {
    await writeForecastSettings(projectId, body, caller);
    return body;
  },
);
