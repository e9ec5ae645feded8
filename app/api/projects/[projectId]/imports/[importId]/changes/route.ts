import { changePageSchema, changeQuerySchema } from "@/lib/inventory/change-schema";
import { listChanges } from "@/lib/server/inventory-changes";
import { importParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary:
      "Virtual machines that are new, gone, renamed, resized or moved since an earlier import",
    role: "Reader",
    params: importParams,
    query: changeQuerySchema,
    response: changePageSchema,
  },
  ({ params: { projectId, importId }, query }) => listChanges(projectId, importId, query),
);
