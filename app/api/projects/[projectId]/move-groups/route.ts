import { hiddenQuerySchema } from "@/lib/dependency/api-schema";
import {
  moveGroupAnswerSchema,
  moveGroupChangeSchema,
  moveGroupListSchema,
} from "@/lib/dependency/move-group-schema";
import { changeMoveGroups, listMoveGroups } from "@/lib/server/move-groups";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Move groups with what they hold together, what they cut and what stays behind",
    role: "Reader",
    params: projectParams,
    query: hiddenQuerySchema,
    response: moveGroupListSchema,
  },
  ({ params: { projectId }, query }) => listMoveGroups(projectId, query.hidden),
);

export const POST = route(
  {
    summary: "Put and remove move groups, all in one change or none",
    role: "Contributor",
    params: projectParams,
    body: moveGroupChangeSchema,
    response: moveGroupAnswerSchema,
  },
  async ({ params: { projectId }, body, caller }) => ({
    groups: await changeMoveGroups(projectId, body, caller.name),
  }),
);
