import { costTableSchema } from "@/lib/cost/cost-table-schema";
import { assessmentCosts } from "@/lib/server/costs";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The monthly bill of every host type under every term",
    role: "Reader",
    params: assessmentParams,
    response: costTableSchema,
  },
  ({ params: { projectId, assessmentId } }) => assessmentCosts(projectId, assessmentId),
);
