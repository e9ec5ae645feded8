import { endpointDetailSchema, hiddenQuerySchema } from "@/lib/dependency/api-schema";
import { getEndpoint } from "@/lib/server/dependencies";
import { endpointParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One server or address with every connection that it opens and accepts",
    role: "Reader",
    params: endpointParams,
    query: hiddenQuerySchema,
    response: endpointDetailSchema,
  },
  ({ params: { projectId, endpointId }, query }) =>
    getEndpoint(projectId, endpointId, query.hidden),
);
