import { assessedVmPageSchema, assessedVmQuerySchema } from "@/lib/assessment/record-schema";
import { listAssessedVms } from "@/lib/server/assessed-vms";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "An assessment's virtual machines with their readiness",
    role: "Reader",
    params: assessmentParams,
    query: assessedVmQuerySchema,
    response: assessedVmPageSchema,
  },
  ({ params: { projectId, assessmentId }, query }) =>
    listAssessedVms(projectId, assessmentId, query),
);
