import { assessedVmDetailSchema } from "@/lib/assessment/record-schema";
import { getAssessedVm } from "@/lib/server/assessed-vms";
import { assessedVmParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One virtual machine's readiness, by migration type and rule",
    role: "Reader",
    params: assessedVmParams,
    response: assessedVmDetailSchema,
  },
  ({ params: { projectId, assessmentId, vmKey } }) => getAssessedVm(projectId, assessmentId, vmKey),
);
