import {
  businessCaseQuerySchema,
  businessCaseRecordSchema,
} from "@/lib/cost/business-case/record-schema";
import { businessCaseInputsSchema } from "@/lib/cost/business-case/schema";
import { readBusinessCase, saveBusinessCase } from "@/lib/server/business-case";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The project's business case: inputs, and the facts of its assessment",
    role: "Reader",
    params: projectParams,
    query: businessCaseQuerySchema,
    response: businessCaseRecordSchema,
  },
  ({ params: { projectId }, query }) => readBusinessCase(projectId, query.assessmentId),
);

export const PUT = route(
  {
    summary: "Keep the inputs of the project's business case",
    role: "Contributor",
    params: projectParams,
    body: businessCaseInputsSchema,
    response: businessCaseRecordSchema,
  },
  ({ params: { projectId }, body, caller }) => saveBusinessCase(projectId, body, caller.name),
);
