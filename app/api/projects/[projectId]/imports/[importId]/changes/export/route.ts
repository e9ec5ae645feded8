import { changeQuerySchema } from "@/lib/inventory/change-schema";
import { exportChangesCsv } from "@/lib/server/inventory-changes";
import { importParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The changes of the given filters as CSV",
    role: "Reader",
    params: importParams,
    query: changeQuerySchema,
    responseType: "text/csv",
  },
  ({ params: { projectId, importId }, query }) => exportChangesCsv(projectId, importId, query),
);
