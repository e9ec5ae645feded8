import { endpointQuerySchema } from "@/lib/dependency/api-schema";
import { exportEndpointsCsv } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The servers and addresses of the given filters as CSV",
    role: "Reader",
    params: projectParams,
    query: endpointQuerySchema,
  },
  ({ params: { projectId }, query }) => exportEndpointsCsv(projectId, query),
);
