import { groupParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readGroup } from "@/lib/server/world-views";
import { mobilityGroupDetailSchema } from "@/lib/world/view-schema";

export const GET = route(
  {
    summary: "One mobility group: its draft and how far it is",
    role: "Reader",
    params: groupParams,
    response: mobilityGroupDetailSchema,
  },
  ({ params: { projectId, groupId } }) => readGroup(projectId, groupId),
);
