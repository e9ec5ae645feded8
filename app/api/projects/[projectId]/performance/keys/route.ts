import { performanceFilterSchema, vmKeysSchema } from "@/lib/performance/api-schema";
import { performanceKeys } from "@/lib/server/performance";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The keys of every VM that a filter of the performance list leaves",
    role: "Reader",
    params: projectParams,
    query: performanceFilterSchema,
    response: vmKeysSchema,
  },
  ({ params: { projectId }, query }) => performanceKeys(projectId, query),
);
