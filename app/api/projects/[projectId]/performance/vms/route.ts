import { performancePageSchema, performanceQuerySchema } from "@/lib/performance/api-schema";
import { listPerformance } from "@/lib/server/performance";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "VMs in scope with their load, verdict and right size, filtered, sorted and cut",
    role: "Reader",
    params: projectParams,
    query: performanceQuerySchema,
    response: performancePageSchema,
  },
  ({ params: { projectId }, query }) => listPerformance(projectId, query),
);
