import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import type {
  createImportSchema,
  ImportRecord,
  startImportSchema,
} from "@/lib/discovery/import-schema";
import { ImportError } from "@/lib/discovery/schema";
import { RefusedError } from "@/lib/errors/schema";
import { database, withBusyRetry } from "./database";
import { UPLOAD_LIMIT_BYTES } from "./environment";
import { getImport, getRow, toRecord } from "./imports";
import { type RunningJob, startJob } from "./jobs";
import { logEvent } from "./log";
import { getProject } from "./projects";
import {
  abandonUpload,
  closeUnfinished,
  fileOf,
  folderOf,
  type LiveImport,
  liveImports,
} from "./unfinished-imports";

/** So long may an upload stand still, or wait for an answer, before its files are thrown away. */
const UPLOAD_IDLE_MILLISECONDS = 30 * 60_000;

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
