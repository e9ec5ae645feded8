import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readBoardUtilisation } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { boardUtilisationSchema } from "@/lib/world/board-utilisation-schema";

export const GET = route(
  {
    summary: "How busy links, IX appliances and source hosts were until an instant",
    role: "Reader",
    params: projectParams,
    query: atQuerySchema,
    response: boardUtilisationSchema,
  },
  ({ params: { projectId }, query: { at } }) => readBoardUtilisation(projectId, at),
);
