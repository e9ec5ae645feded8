import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ImportError, type ImportProgress } from "@/lib/discovery/schema";
import { database, withBusyRetry } from "./database";
import { uploadDirectory } from "./environment";
import type { RunningJob } from "./jobs";
import { logEvent } from "./log";

/** An import of this process that is not finished. */
export interface LiveImport {
  files: { name: string; sizeBytes: number }[];
  /** SHA-256 of each file that has arrived, by its index. */
  digests: Map<number, string>;
  anonymise: boolean;
  progress: ImportProgress | null;
  job: RunningJob | null;
  /** Gives an upload up that nobody goes on with: a closed tab tells nobody. */
  idle: NodeJS.Timeout;
}

const holder = globalThis as { landfallLiveImports?: Map<string, LiveImport> };
/** Imports of this process that are not finished: their progress lives here, their record in the database. */
export function liveImports(): Map<string, LiveImport> {
  holder.landfallLiveImports ??= new Map();
  return holder.landfallLiveImports;
}

export const folderOf = (importId: string) => join(uploadDirectory(), importId);
export const fileOf = (importId: string, index: number) => join(folderOf(importId), `${index}.bin`);

/** Forgets an upload that has not been started, with its files. */
export async function forgetUpload(importId: string): Promise<void> {
  clearTimeout(liveImports().get(importId)?.idle);
  liveImports().delete(importId);
  await rm(folderOf(importId), { recursive: true, force: true });
}

/** Gives up an upload that nobody goes on with. */
export async function abandonUpload(importId: string): Promise<void> {
  try {
    await forgetUpload(importId);
    await closeUnfinished(importId, new ImportError("timedOut"));
  } catch (failure) {
    logEvent("error", "import-close-failed", { importId, error: String(failure) });
  }
}

/** Leaves the record with its reason and nothing of its rows. */
export async function closeUnfinished(importId: string, reason: ImportError): Promise<void> {
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

/** After a crash: no import is left half there. Called once when the server starts. */
export async function sweepUnfinishedImports(): Promise<void> {
  const unfinished = await database().import.findMany({
    where: { status: { in: ["receiving", "reading"] } },
    select: { id: true },
  });
  for (const { id } of unfinished) await closeUnfinished(id, new ImportError("cancelled"));
  await rm(uploadDirectory(), { recursive: true, force: true });
}
