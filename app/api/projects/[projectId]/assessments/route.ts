import {
  assessmentListSchema,
  createAssessmentSchema,
  createdAssessmentSchema,
} from "@/lib/assessment/record-schema";
import { createAssessment, listAssessments } from "@/lib/server/assessments";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Assessments of a project, newest first",
    role: "Reader",
    params: projectParams,
    response: assessmentListSchema,
  },
  async ({ params: { projectId } }) => ({ assessments: await listAssessments(projectId) }),
);

export const POST = route(
  {
    summary: "Assess the current inventory",
    role: "Contributor",
    params: projectParams,
    body: createAssessmentSchema,
    response: createdAssessmentSchema,
    status: 201,
    limit: "upload",
  },
  async ({ params: { projectId }, body, caller }) => ({
    assessment: await createAssessment(projectId, body, caller.name),
  }),
);
