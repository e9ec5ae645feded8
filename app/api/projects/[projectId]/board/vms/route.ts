import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readBoardRows } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { boardRowPageSchema, boardRowsQuerySchema } from "@/lib/world/board-schema";

export const GET = route(
  {
    summary: "Migrations with phase, progress, rate and what they wait for",
    role: "Reader",
    params: projectParams,
    query: boardRowsQuerySchema.extend(atQuerySchema.shape),
    response: boardRowPageSchema,
  },
  ({ params: { projectId }, query: { at, ...query } }) => readBoardRows(projectId, at, query),
);
