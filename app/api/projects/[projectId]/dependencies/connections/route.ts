import { connectionPageSchema, connectionQuerySchema } from "@/lib/dependency/api-schema";
import { listConnections } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Connections between servers, filtered, sorted and cut",
    role: "Reader",
    params: projectParams,
    query: connectionQuerySchema,
    response: connectionPageSchema,
  },
  ({ params: { projectId }, query }) => listConnections(projectId, query),
);
