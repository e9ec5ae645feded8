import { endpointPageSchema, endpointQuerySchema } from "@/lib/dependency/api-schema";
import { listEndpoints } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Servers and addresses of the dependency export, filtered, sorted and cut",
    role: "Reader",
    params: projectParams,
    query: endpointQuerySchema,
    response: endpointPageSchema,
  },
  ({ params: { projectId }, query }) => listEndpoints(projectId, query),
);
