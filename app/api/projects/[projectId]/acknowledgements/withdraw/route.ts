import {
  changedAcknowledgementsSchema,
  withdrawSchema,
} from "@/lib/assessment/acknowledgement-schema";
import { withdraw } from "@/lib/server/acknowledgements";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const POST = route(
  {
    summary: "Withdraw acknowledgements; their history stays",
    role: "Contributor",
    params: projectParams,
    body: withdrawSchema,
    response: changedAcknowledgementsSchema,
  },
  async ({ params: { projectId }, body, caller }) => ({
    changed: await withdraw(projectId, body, caller.name),
  }),
);
