import { profileAnswerSchema, profileQuerySchema } from "@/lib/performance/api-schema";
import { performanceProfile } from "@/lib/server/performance";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The load of all VMs in scope, or of a cluster, over the hours of a week",
    role: "Reader",
    params: projectParams,
    query: profileQuerySchema,
    response: profileAnswerSchema,
  },
  ({ params: { projectId }, query }) => performanceProfile(projectId, query),
);
