import { importDetailSchema } from "@/lib/discovery/import-schema";
import { deleteImport, getImport } from "@/lib/server/imports";
import { importParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One import: its progress, and its data confidence once it is read",
    role: "Reader",
    params: importParams,
    response: importDetailSchema,
  },
  ({ params: { projectId, importId } }) => getImport(projectId, importId),
);

export const DELETE = route(
  {
    summary: "Cancel a running import, or remove one that is not in use",
    role: "Contributor",
    params: importParams,
  },
  async ({ params: { projectId, importId } }) => {
    await deleteImport(projectId, importId);
    return undefined;
  },
);
