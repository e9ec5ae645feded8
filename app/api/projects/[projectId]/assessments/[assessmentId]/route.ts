import { createdAssessmentSchema, renameAssessmentSchema } from "@/lib/assessment/record-schema";
import { deleteAssessment, getAssessment, renameAssessment } from "@/lib/server/assessments";
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

export const PATCH = route(
  {
    summary: "Rename an assessment",
    role: "Contributor",
    params: assessmentParams,
    body: renameAssessmentSchema,
    response: createdAssessmentSchema,
  },
  async ({ params: { projectId, assessmentId }, body }) => ({
    assessment: await renameAssessment(projectId, assessmentId, body.name),
  }),
);

export const DELETE = route(
  { summary: "Delete an assessment", role: "Contributor", params: assessmentParams },
  async ({ params: { projectId, assessmentId } }) => {
    await deleteAssessment(projectId, assessmentId);
    return undefined;
  },
);
