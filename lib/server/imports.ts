import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import {
  type createImportSchema,
  type ImportContent,
  type ImportDetail,
  type ImportRecord,
  type ImportStatus,
  importContentSchema,
  type startImportSchema,
} from "@/lib/discovery/import-schema";
import {
  dataConfidenceSchema,
  ImportError,
  type ImportErrorCode,
  type ImportProgress,
} from "@/lib/discovery/schema";
import { RefusedError } from "@/lib/errors/schema";
import type { Project } from "@/lib/project/schema";
import { database, withBusyRetry } from "./database";
import { UPLOAD_LIMIT_BYTES, uploadDirectory } from "./environment";
import { type RunningJob, startJob } from "./jobs";
import { logEvent } from "./log";
import { getProject } from "./projects";

interface LiveImport {
  files: { name: string; sizeBytes: number }[];
  /** SHA-256 of each file that has arrived, by its index. */
  digests: Map<number, string>;
  anonymise: boolean;
  progress: ImportProgress | null;
  job: RunningJob | null;
  /** Gives an upload up that nobody goes on with: a closed tab tells nobody. */
  idle: NodeJS.Timeout;
}

/** So long may an upload stand still, or wait for an answer, before its files are thrown away. */
const UPLOAD_IDLE_MILLISECONDS = 30 * 60_000;

const holder = globalThis as { landfallLiveImports?: Map<string, LiveImport> };
/** Imports of this process that are not finished: their progress lives here, their record in the database. */
function liveImports(): Map<string, LiveImport> {
  holder.landfallLiveImports ??= new Map();
  return holder.landfallLiveImports;
}

type ImportRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(projectId: string, importId: string) {
  return database().import.findFirst({ where: { id: importId, projectId } });
}

/** @throws RefusedError notFound */
async function getRow(projectId: string, importId: string): Promise<ImportRow> {
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

function toRecord(row: ImportRow, project: Project): ImportRecord {
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

/** Opens an import that is ready to receive its files. @throws RefusedError notFound, tooLarge */
export async function createImport(
  projectId: string,
  request: z.output<typeof createImportSchema>,
  createdByName: string,
): Promise<ImportRecord> {
  const project = await getProject(projectId);
  const sizeBytes = request.files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (sizeBytes > UPLOAD_LIMIT_BYTES) {
    throw new RefusedError("tooLarge", "The files are larger than 1 GiB together.");
  }
  const id = crypto.randomUUID();
  await mkdir(folderOf(id), { recursive: true });
  await withBusyRetry(() =>
    database().import.create({
      data: {
        id,
        projectId,
        status: "receiving",
        fileName: request.files.map((file) => file.name).join(", "),
        sizeBytes: BigInt(sizeBytes),
        createdByName,
        anonymised: request.anonymise,
      },
    }),
  );
  liveImports().set(id, {
    files: request.files,
    digests: new Map(),
    anonymise: request.anonymise,
    progress: null,
    job: null,
    idle: setTimeout(() => void abandonUpload(id), UPLOAD_IDLE_MILLISECONDS).unref(),
  });
  return toRecord(await getRow(projectId, id), project);
}

const folderOf = (importId: string) => join(uploadDirectory(), importId);
const fileOf = (importId: string, index: number) => join(folderOf(importId), `${index}.bin`);

/** @throws RefusedError notFound when it is not receiving (any more) or has no such file. */
async function receivingImport(projectId: string, importId: string): Promise<LiveImport> {
  const row = await getRow(projectId, importId);
  const live = liveImports().get(importId);
  if (row.status !== "receiving" || !live || live.job) {
    throw new RefusedError("conflict", "This import takes no more files.");
  }
  return live;
}

/**
 * Streams one file to disk; it may not be longer than announced.
 * @throws RefusedError notFound, conflict, tooLarge, badRequest (shorter than announced: cut off)
 */
export async function receiveFile(
  projectId: string,
  importId: string,
  index: number,
  body: AsyncIterable<Uint8Array> | null,
): Promise<void> {
  const live = await receivingImport(projectId, importId);
  const announced = live.files[index];
  if (!announced) throw new RefusedError("notFound", "The import announced no such file.");
  if (!body) throw new RefusedError("badRequest", "The request has no body.");
  let receivedBytes = 0;
  const hash = createHash("sha256");
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      receivedBytes += chunk.byteLength;
      if (receivedBytes > announced.sizeBytes) {
        throw new RefusedError("tooLarge", "The file is longer than announced.");
      }
      hash.update(chunk);
      live.idle.refresh();
      yield chunk;
    }
  };
  try {
    await pipeline(body, count, createWriteStream(fileOf(importId, index)));
    if (receivedBytes !== announced.sizeBytes) {
      throw new RefusedError("badRequest", "The upload was cut off: send the file again.");
    }
    live.digests.set(index, hash.digest("hex"));
  } catch (error) {
    await rm(fileOf(importId, index), { force: true });
    throw error;
  }
}

/** An import of the project that read the same files in the same way; null when there is none. */
async function sameImport(projectId: string, importId: string, live: LiveImport) {
  const wanted = [...live.digests.values()].sort().join(",");
  const candidates = await database().import.findMany({
    where: { projectId, status: "succeeded", anonymised: live.anonymise, id: { not: importId } },
    orderBy: { createdAt: "desc" },
    select: { id: true, sha256: true },
  });
  return candidates.find(({ sha256 }) => sha256?.split(",").sort().join(",") === wanted) ?? null;
}

/**
 * Starts reading once every announced file is there. Files that the project has had before are refused with the
 * import that has them, unless they are wanted again. @throws RefusedError notFound, conflict, badRequest
 */
export async function startImport(
  projectId: string,
  importId: string,
  { again }: z.output<typeof startImportSchema> = { again: false },
): Promise<ImportRecord> {
  const live = await receivingImport(projectId, importId);
  for (const [index, file] of live.files.entries()) {
    const size = await stat(fileOf(importId, index)).then(
      (stats) => stats.size,
      () => -1,
    );
    if (size !== file.sizeBytes) {
      throw new RefusedError("badRequest", `The file "${file.name}" has not arrived completely.`);
    }
  }
  const same = again ? null : await sameImport(projectId, importId, live);
  if (same !== null) {
    throw new RefusedError("conflict", "These files have been imported before.", [
      { path: same.id, code: "sameFiles" },
    ]);
  }
  await withBusyRetry(() =>
    database().import.update({ where: { id: importId }, data: { status: "reading" } }),
  );
  const job = startJob(
    {
      kind: "import",
      importId,
      files: live.files.map((file, index) => ({ name: file.name, path: fileOf(importId, index) })),
      nowIso: new Date().toISOString(),
      anonymiseKey: live.anonymise ? projectId : null,
    },
    (progress) => {
      live.progress = progress;
    },
  );
  live.job = job;
  clearTimeout(live.idle);
  void settle(importId, job);
  return (await getImport(projectId, importId)).import;
}

async function settle(importId: string, job: RunningJob): Promise<void> {
  try {
    await job.finished;
  } catch (error) {
    const refusal = error instanceof ImportError ? error : new ImportError("damaged");
    if (refusal !== error) {
      logEvent("error", "import-failed", {
        importId,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    await closeUnfinished(importId, refusal).catch((failure: unknown) =>
      logEvent("error", "import-close-failed", { importId, error: String(failure) }),
    );
  } finally {
    liveImports().delete(importId);
    await rm(folderOf(importId), { recursive: true, force: true });
  }
}

/** Forgets an upload that has not been started, with its files. */
async function forgetUpload(importId: string): Promise<void> {
  clearTimeout(liveImports().get(importId)?.idle);
  liveImports().delete(importId);
  await rm(folderOf(importId), { recursive: true, force: true });
}

async function abandonUpload(importId: string): Promise<void> {
  try {
    await forgetUpload(importId);
    await closeUnfinished(importId, new ImportError("timedOut"));
  } catch (failure) {
    logEvent("error", "import-close-failed", { importId, error: String(failure) });
  }
}

/** Leaves the record with its reason and nothing of its rows. */
async function closeUnfinished(importId: string, reason: ImportError): Promise<void> {
  await withBusyRetry(() => database().inventoryVm.deleteMany({ where: { importId } }));
  await withBusyRetry(() => database().dependency.deleteMany({ where: { importId } }));
  await withBusyRetry(() => database().dependencyPeriod.deleteMany({ where: { importId } }));
  await withBusyRetry(() => database().vmPerformance.deleteMany({ where: { importId } }));
  await withBusyRetry(() => database().performancePeriod.deleteMany({ where: { importId } }));
  await withBusyRetry(() =>
    database().import.updateMany({
      where: { id: importId, status: { in: ["receiving", "reading"] } },
      data: {
        status: reason.code === "cancelled" ? "cancelled" : "failed",
        errorCode: reason.code,
        errorJson: JSON.stringify(reason.detail),
        finishedAt: new Date(),
      },
    }),
  );
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

/** After a crash: no import is left half there. Called once when the server starts. */
export async function sweepUnfinishedImports(): Promise<void> {
  const unfinished = await database().import.findMany({
    where: { status: { in: ["receiving", "reading"] } },
    select: { id: true },
  });
  for (const { id } of unfinished) await closeUnfinished(id, new ImportError("cancelled"));
  await rm(uploadDirectory(), { recursive: true, force: true });
}
