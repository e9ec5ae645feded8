import { changesQuerySchema, vmChangesSchema } from "@/lib/comparison/schema";
import { vmChanges } from "@/lib/server/assessment-changes";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "VMs that are new, gone or of another readiness since an earlier assessment",
    role: "Reader",
    params: assessmentParams,
    query: changesQuerySchema,
    response: vmChangesSchema,
  },
  ({ params: { projectId, assessmentId }, query }) =>
    vmChanges(projectId, query.from, assessmentId),
);
