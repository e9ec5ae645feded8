import {
  acknowledgementHistoryQuerySchema,
  acknowledgementHistorySchema,
} from "@/lib/assessment/acknowledgement-schema";
import { acknowledgementHistory } from "@/lib/server/acknowledgements";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Who acknowledged, edited or withdrew a finding, latest first",
    role: "Reader",
    params: projectParams,
    query: acknowledgementHistoryQuerySchema,
    response: acknowledgementHistorySchema,
  },
  async ({ params: { projectId }, query }) => ({
    events: await acknowledgementHistory(projectId, query),
  }),
);
