import { forecastRowPageSchema, forecastRowsQuerySchema } from "@/lib/forecast/row-schema";
import { readForecastRows } from "@/lib/server/forecasts";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The latest forecast of each VM: P50, P80 and P90 of its end",
    role: "Reader",
    params: projectParams,
    query: forecastRowsQuerySchema,
    response: forecastRowPageSchema,
  },
  ({ params: { projectId }, query }) => readForecastRows(projectId, query),
);
