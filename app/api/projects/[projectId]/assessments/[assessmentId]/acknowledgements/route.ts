import { acknowledgementSummarySchema } from "@/lib/assessment/acknowledgement-schema";
import { acknowledgementSummary } from "@/lib/server/acknowledgements";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Open, acknowledged and overdue findings of an assessment by check",
    role: "Reader",
    params: assessmentParams,
    response: acknowledgementSummarySchema,
  },
  ({ params: { projectId, assessmentId } }) => acknowledgementSummary(projectId, assessmentId),
);
