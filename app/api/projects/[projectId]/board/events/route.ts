import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readBoardEvents } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { boardEventPageSchema, boardEventsQuerySchema } from "@/lib/world/board-schema";

export const GET = route(
  {
    summary: "What people did and what happened, newest first",
    role: "Reader",
    params: projectParams,
    query: boardEventsQuerySchema.extend(atQuerySchema.shape),
    response: boardEventPageSchema,
  },
  ({ params: { projectId }, query: { at, ...query } }) => readBoardEvents(projectId, at, query),
);
