import type { ImportRecord } from "@/lib/discovery/import-schema";
import { RefusedError } from "@/lib/errors/schema";
import { database, withBusyRetry } from "./database";
import { getImport } from "./imports";

/**
 * Makes an earlier import the one that the project uses, in all that it brought. Decisions on VMs stay, and
 * so does the import that each started group moves by. @throws RefusedError notFound, conflict (it did not succeed)
 */
export async function putInUse(projectId: string, importId: string): Promise<ImportRecord> {
  const { import: record } = await getImport(projectId, importId);
  if (record.status !== "succeeded") {
    throw new RefusedError("conflict", "Only an import that has succeeded can be used.");
  }
  const { content } = record;
  await withBusyRetry(() =>
    database().project.update({
      where: { id: projectId },
      data: {
        ...(content.includes("inventory")
          ? { currentImportId: importId, worldRevision: { increment: 1 } }
          : {}),
        ...(content.includes("dependencies") ? { currentDependencyImportId: importId } : {}),
        ...(content.includes("performance") ? { currentPerformanceImportId: importId } : {}),
      },
    }),
  );
  return (await getImport(projectId, importId)).import;
}
