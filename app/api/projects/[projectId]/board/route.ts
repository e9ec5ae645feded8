import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readBoard } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { boardSummarySchema } from "@/lib/world/board-schema";

export const GET = route(
  {
    summary: "Counters, groups, throughput and ETA of all migrations at an instant",
    role: "Reader",
    params: projectParams,
    query: atQuerySchema,
    response: boardSummarySchema,
  },
  ({ params: { projectId }, query: { at } }) => readBoard(projectId, at),
);
