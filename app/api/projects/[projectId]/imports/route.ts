import {
  createdImportSchema,
  createImportSchema,
  importListSchema,
} from "@/lib/discovery/import-schema";
import { listImports } from "@/lib/server/imports";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { createImport } from "@/lib/server/uploads";

export const GET = route(
  {
    summary: "Imports of a project, newest first",
    role: "Reader",
    params: projectParams,
    response: importListSchema,
  },
  async ({ params: { projectId } }) => ({ imports: await listImports(projectId) }),
);

export const POST = route(
  {
    summary: "Open an import that is ready to receive its files",
    role: "Contributor",
    params: projectParams,
    body: createImportSchema,
    response: createdImportSchema,
    status: 201,
    limit: "upload",
  },
  async ({ params: { projectId }, body, caller }) => ({
    import: await createImport(projectId, body, caller.name),
  }),
);
