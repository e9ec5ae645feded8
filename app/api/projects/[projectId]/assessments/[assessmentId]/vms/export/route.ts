import { assessedVmQuerySchema } from "@/lib/assessment/record-schema";
import { exportAssessedVmsCsv } from "@/lib/server/assessment-exports";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "An assessment's virtual machines as CSV, with the filters of the list",
    role: "Reader",
    params: assessmentParams,
    query: assessedVmQuerySchema.omit({ offset: true, limit: true }),
    responseType: "text/csv",
  },
  ({ params: { projectId, assessmentId }, query }) =>
    exportAssessedVmsCsv(projectId, assessmentId, query),
);
