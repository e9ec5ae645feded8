import { hiddenQuerySchema } from "@/lib/dependency/api-schema";
import { moveGroupDetailSchema } from "@/lib/dependency/move-group-schema";
import { getMoveGroup } from "@/lib/server/move-groups";
import { groupParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One move group with its members and what it cuts",
    role: "Reader",
    params: groupParams,
    query: hiddenQuerySchema,
    response: moveGroupDetailSchema,
  },
  ({ params: { projectId, groupId }, query }) => getMoveGroup(projectId, groupId, query.hidden),
);
