import { createdAssessmentSchema } from "@/lib/assessment/record-schema";
import { deleteAssessment, getAssessment } from "@/lib/server/assessments";
import { assessmentParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One assessment: settings, readiness by rule, sizing, cost and assumptions",
    role: "Reader",
    params: assessmentParams,
    response: createdAssessmentSchema,
  },
  async ({ params: { projectId, assessmentId } }) => ({
    assessment: await getAssessment(projectId, assessmentId),
  }),
);

export const DELETE = route(
  { summary: "Delete an assessment", role: "Contributor", params: assessmentParams },
  async ({ params: { projectId, assessmentId } }) => {
    await deleteAssessment(projectId, assessmentId);
    return undefined;
  },
);
