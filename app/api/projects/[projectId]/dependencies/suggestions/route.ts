import { suggestionQuerySchema } from "@/lib/dependency/api-schema";
import { suggestionsSchema } from "@/lib/dependency/move-group-schema";
import { suggestMoveGroups } from "@/lib/server/move-groups";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Groups of virtual machines that should move together, by their dependencies",
    role: "Reader",
    params: projectParams,
    query: suggestionQuerySchema,
    response: suggestionsSchema,
  },
  ({ params: { projectId }, query }) => suggestMoveGroups(projectId, query),
);
