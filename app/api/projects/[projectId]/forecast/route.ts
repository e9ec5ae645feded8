import { forecastQuerySchema, forecastViewSchema } from "@/lib/forecast/view-schema";
import { computeForecast, readForecast } from "@/lib/server/forecasts";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The latest forecast of ends and windows; a missing one is begun",
    role: "Reader",
    params: projectParams,
    query: forecastQuerySchema,
    response: forecastViewSchema,
  },
  ({ params: { projectId }, query: { group } }) => readForecast(projectId, group),
);

export const POST = route(
  {
    summary: "Compute a forecast from the simulated present on",
    role: "Contributor",
    params: projectParams,
    query: forecastQuerySchema,
    response: forecastViewSchema,
    status: 202,
  },
  ({ params: { projectId }, query: { group } }) => computeForecast(projectId, group),
);
