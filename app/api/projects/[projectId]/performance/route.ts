import { performanceSummarySchema, rulesQuerySchema } from "@/lib/performance/api-schema";
import { performanceOverview } from "@/lib/server/performance";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "What was measured, the verdicts on it, and what leaving idle VMs behind would save",
    role: "Reader",
    params: projectParams,
    query: rulesQuerySchema,
    response: performanceSummarySchema,
  },
  ({ params: { projectId }, query }) => performanceOverview(projectId, query),
);
