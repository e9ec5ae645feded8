import { changeQuerySchema, changeSummarySchema } from "@/lib/inventory/change-schema";
import { changeSummary } from "@/lib/server/inventory-changes";
import { importParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "How much changed since an earlier import, and which imports can be compared with",
    role: "Reader",
    params: importParams,
    query: changeQuerySchema.pick({ against: true }),
    response: changeSummarySchema,
  },
  ({ params: { projectId, importId }, query }) => changeSummary(projectId, importId, query.against),
);
