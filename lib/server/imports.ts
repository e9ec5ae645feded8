import { z } from "zod";
import {
  type ImportContent,
  type ImportDetail,
  type ImportRecord,
  type ImportStatus,
  importContentSchema,
} from "@/lib/discovery/import-schema";
import { dataConfidenceSchema, type ImportErrorCode } from "@/lib/discovery/schema";
import { RefusedError } from "@/lib/errors/schema";
import type { Project } from "@/lib/project/schema";
import { database, withBusyRetry } from "./database";
import { getProject } from "./projects";
import { forgetUpload, liveImports } from "./unfinished-imports";

type ImportRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(projectId: string, importId: string) {
  return database().import.findFirst({ where: { id: importId, projectId } });
}

/** @throws RefusedError notFound */
export async function getRow(projectId: string, importId: string): Promise<ImportRow> {
  const row = await findRow(projectId, importId);
  if (!row) throw new RefusedError("notFound", "There is no such import.");
  return row;
}

const contentListSchema = z.array(importContentSchema);

/** What of an import the project uses now. */
function inUseOf(importId: string, project: Project): ImportContent[] {
  const inUse: ImportContent[] = [];
  if (project.currentImportId === importId) inUse.push("inventory");
  if (project.currentDependencyImportId === importId) inUse.push("dependencies");
  if (project.currentPerformanceImportId === importId) inUse.push("performance");
  return inUse;
}

export function toRecord(row: ImportRow, project: Project): ImportRecord {
  return {
    id: row.id,
    projectId: row.projectId,
    status: row.status as ImportStatus,
    fileName: row.fileName,
    sizeBytes: Number(row.sizeBytes),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    createdByName: row.createdByName,
    vmCount: row.vmCount,
    content: contentListSchema.parse(JSON.parse(row.content)),
    inUse: inUseOf(row.id, project),
    anonymised: row.anonymised,
    progress: liveImports().get(row.id)?.progress ?? null,
    error: row.errorCode
      ? { code: row.errorCode as ImportErrorCode, detail: JSON.parse(row.errorJson ?? "{}") }
      : null,
  };
}

export async function listImports(projectId: string): Promise<ImportRecord[]> {
  const project = await getProject(projectId);
  const rows = await database().import.findMany({
    where: { projectId },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map((row) => toRecord(row, project));
}

/** @throws RefusedError notFound */
export async function getImport(projectId: string, importId: string): Promise<ImportDetail> {
  const project = await getProject(projectId);
  const row = await getRow(projectId, importId);
  return {
    import: toRecord(row, project),
    confidence: row.confidenceJson
      ? dataConfidenceSchema.parse(JSON.parse(row.confidenceJson))
      : null,
  };
}

/**
 * Cancels a running import, or removes one that nothing reads: history counts. An upload that was never started has
 * brought nothing, and leaves nothing. @throws RefusedError notFound, conflict
 */
export async function deleteImport(projectId: string, importId: string): Promise<void> {
  const row = await getRow(projectId, importId);
  const live = liveImports().get(importId);
  // One that has just succeeded is still being tidied away: it is no running import any more.
  if (live?.job && row.status === "reading") {
    live.job.cancel();
    return;
  }
  if (row.status === "receiving") {
    await forgetUpload(importId);
    await withBusyRetry(() => database().import.delete({ where: { id: importId } }));
    return;
  }
  const project = await getProject(projectId);
  if (inUseOf(importId, project).length > 0) {
    throw new RefusedError("conflict", "This import is in use: import a newer one first.");
  }
  if ((await database().worldCommand.count({ where: { projectId, importId } })) > 0) {
    throw new RefusedError("conflict", "Mobility groups were started on this import: it stays.");
  }
  await withBusyRetry(() => database().import.delete({ where: { id: importId } }));
}
