import { connectionQuerySchema } from "@/lib/dependency/api-schema";
import { exportConnectionsCsv } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The connections of the given filters as CSV",
    role: "Reader",
    params: projectParams,
    query: connectionQuerySchema,
  },
  ({ params: { projectId }, query }) => exportConnectionsCsv(projectId, query),
);
