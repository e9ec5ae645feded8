import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readWorldView } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { worldViewSchema } from "@/lib/world/view-schema";

export const GET = route(
  {
    summary: "Clock, resources and steps of the world, now or at another simulated instant",
    role: "Reader",
    params: projectParams,
    query: atQuerySchema,
    response: worldViewSchema,
  },
  ({ params: { projectId }, query: { at } }) => readWorldView(projectId, at),
);
