import { exportChecksCsv } from "@/lib/server/assessment-exports";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "An assessment's checks with their findings and acknowledgements as CSV",
    role: "Reader",
    params: assessmentParams,
    responseType: "text/csv",
  },
  ({ params: { projectId, assessmentId } }) => exportChecksCsv(projectId, assessmentId),
);
