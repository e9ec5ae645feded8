import { createdImportSchema } from "@/lib/discovery/import-schema";
import { importParams } from "@/lib/server/project-params";
import { putInUse } from "@/lib/server/put-in-use";
import { route } from "@/lib/server/route";

export const POST = route(
  {
    summary: "Use an earlier import again: its inventory, dependencies and performance samples",
    role: "Contributor",
    params: importParams,
    response: createdImportSchema,
  },
  async ({ params: { projectId, importId } }) => ({ import: await putInUse(projectId, importId) }),
);
