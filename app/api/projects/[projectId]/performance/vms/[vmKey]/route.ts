import { performanceDetailSchema, vmProfileQuerySchema } from "@/lib/performance/api-schema";
import { getPerformance } from "@/lib/server/performance";
import { vmParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Percentiles, weekly profile and right size of one VM",
    role: "Reader",
    params: vmParams,
    query: vmProfileQuerySchema,
    response: performanceDetailSchema,
  },
  ({ params: { projectId, vmKey }, query }) => getPerformance(projectId, vmKey, query),
);
