import { exclusionRequestSchema, exclusionResponseSchema } from "@/lib/inventory/list-schema";
import { decideScope } from "@/lib/server/inventory";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const POST = route(
  {
    summary:
      "Exclude virtual machines from everything downstream, take them in, or forget the decision",
    role: "Contributor",
    params: projectParams,
    body: exclusionRequestSchema,
    response: exclusionResponseSchema,
  },
  async ({ params: { projectId }, body, caller }) => ({
    changed: await decideScope(projectId, body, caller.name),
  }),
);
