import { createdImportSchema, startImportSchema } from "@/lib/discovery/import-schema";
import { importParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { startImport } from "@/lib/server/uploads";

export const POST = route(
  {
    summary: "Start reading once every announced file has arrived",
    role: "Contributor",
    params: importParams,
    query: startImportSchema,
    response: createdImportSchema,
    status: 202,
  },
  async ({ params: { projectId, importId }, query }) => ({
    import: await startImport(projectId, importId, query),
  }),
);
