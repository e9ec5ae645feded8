import {
  acknowledgementListSchema,
  acknowledgementQuerySchema,
  acknowledgeSchema,
  changedAcknowledgementsSchema,
} from "@/lib/assessment/acknowledgement-schema";
import { acknowledge, listAcknowledgements } from "@/lib/server/acknowledgements";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Acknowledged readiness findings, latest change first",
    role: "Reader",
    params: projectParams,
    query: acknowledgementQuerySchema,
    response: acknowledgementListSchema,
  },
  ({ params: { projectId }, query }) => listAcknowledgements(projectId, query),
);

export const PUT = route(
  {
    summary: "Acknowledge findings of one check, or edit what was said of them",
    role: "Contributor",
    params: projectParams,
    body: acknowledgeSchema,
    response: changedAcknowledgementsSchema,
  },
  async ({ params: { projectId }, body, caller }) => ({
    changed: await acknowledge(projectId, body, caller.name),
  }),
);
