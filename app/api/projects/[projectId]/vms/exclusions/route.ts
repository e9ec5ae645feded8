import { exclusionRequestSchema, exclusionResponseSchema } from "@/lib/inventory/list-schema";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { decideScope } from "@/lib/server/scope-decisions";

export const POST = route(
  {
    summary:
      "Exclude virtual machines from everything downstream, take them in, or forget the decision",
    role: "Contributor",
    params: projectParams,
    body: exclusionRequestSchema,
    response: exclusionResponseSchema,
  },
  ({ params: { projectId }, body, caller }) => decideScope(projectId, body, caller.name),
);
