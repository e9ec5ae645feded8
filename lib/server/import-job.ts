import { type FileHandle, open } from "node:fs/promises";
import type { PrismaClient } from "@/generated/prisma/client";
import type { ByteSource } from "@/lib/discovery/byte-source";
import type { ImportContent } from "@/lib/discovery/import-schema";
import { type ExportReading, readExport } from "@/lib/discovery/read-export";
import type { ImportProgress } from "@/lib/discovery/schema";
import { type KeyedIdentity, keepFormerKeys } from "@/lib/inventory/former-keys";
import { withBusyRetry } from "./database";
import type { ImportJob } from "./job-messages";
import { storeDependencies } from "./store-dependencies";
import { storePerformance } from "./store-performance";
import { storeVms } from "./store-vms";

/** Progress is told at most ten times a second: more only costs. */
const PROGRESS_INTERVAL_MILLISECONDS = 100;

/**
 * Reads the uploaded files and stores what they brought under its import. Nothing reads the rows before the
 * last statement marks the import as succeeded and current; a failed one is swept by the server.
 * @throws ImportError for files that cannot be used
 */
export async function runImportJob(
  client: PrismaClient,
  job: ImportJob,
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  const throttled = throttle(tell);
  const handles = await Promise.all(job.files.map((file) => open(file.path, "r")));
  try {
    const sources = await Promise.all(
      handles.map((handle, index) => toByteSource(job.files[index]?.name ?? "", handle)),
    );
    const reading = await readExport(sources, {
      nowIso: job.nowIso,
      anonymiseKey: job.anonymiseKey,
      onProgress: throttled,
    });
    const { vms, ...estate } = reading.inventory ?? { vms: [] };
    const previousImportId = await formerImportOf(client, job.importId);
    if (previousImportId !== null && vms.length > 0) {
      keepFormerKeys(vms, await identitiesOf(client, previousImportId));
    }
    const storing = (rowsTotal: number) => (rows: number) =>
      throttled({ stage: "storing", sheet: null, rows, bytesDone: rows, bytesTotal: rowsTotal });
    const tellStored = storing(vms.length);
    tellStored(0);
    await storeVms(job.importId, vms, tellStored);
    if (reading.dependencies !== null) {
      const count = reading.dependencies.dependencies.length;
      await storeDependencies(client, job.importId, reading.dependencies, storing(count));
    }
    if (reading.performance !== null) {
      const count = reading.performance.vms.length;
      await storePerformance(client, job.importId, reading.performance, storing(count));
    }
    await publish(client, job, contentOf(reading), {
      vmCount: vms.length,
      sha256: reading.confidence.files.map((file) => file.sha256).join(","),
      estateJson: reading.inventory === null ? null : JSON.stringify(estate),
      confidenceJson: JSON.stringify(reading.confidence),
      previousImportId: vms.length > 0 ? previousImportId : null,
    });
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

/** The import whose inventory the project uses while this one is read. */
async function formerImportOf(client: PrismaClient, importId: string): Promise<string | null> {
  const { project } = await client.import.findUniqueOrThrow({
    where: { id: importId },
    select: { project: { select: { currentImportId: true } } },
  });
  return project.currentImportId;
}

function identitiesOf(client: PrismaClient, importId: string): Promise<KeyedIdentity[]> {
  return client.$queryRaw<KeyedIdentity[]>`
    SELECT "key", "name", "datacenter",
      "detailJson" ->> 'vcenterUuid' AS "vcenterUuid", "detailJson" ->> 'moRef' AS "moRef",
      "detailJson" ->> 'instanceUuid' AS "instanceUuid", "detailJson" ->> 'smbiosUuid' AS "smbiosUuid"
    FROM inventory_vm WHERE "importId" = ${importId}`;
}

function contentOf({ inventory, dependencies, performance }: ExportReading): ImportContent[] {
  const content: ImportContent[] = [];
  if (inventory !== null) content.push("inventory");
  if (dependencies !== null) content.push("dependencies");
  if (performance !== null) content.push("performance");
  return content;
}

/**
 * Marks the import as the current one of what it brought, in one transaction with the project's revision. A file of
 * dependencies leaves the inventory that is in use where it is.
 */
async function publish(
  client: PrismaClient,
  job: ImportJob,
  content: readonly ImportContent[],
  result: {
    vmCount: number;
    sha256: string;
    estateJson: string | null;
    confidenceJson: string;
    previousImportId: string | null;
  },
): Promise<void> {
  await withBusyRetry(() =>
    client.$transaction(async (transaction) => {
      const { projectId } = await transaction.import.update({
        where: { id: job.importId, status: "reading" },
        data: {
          ...result,
          content: JSON.stringify(content),
          status: "succeeded",
          finishedAt: new Date(),
        },
      });
      await transaction.project.update({
        where: { id: projectId },
        data: {
          ...(content.includes("inventory")
            ? { currentImportId: job.importId, worldRevision: { increment: 1 } }
            : {}),
          ...(content.includes("dependencies") ? { currentDependencyImportId: job.importId } : {}),
          ...(content.includes("performance") ? { currentPerformanceImportId: job.importId } : {}),
        },
      });
    }),
  );
}

async function toByteSource(name: string, handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    name,
    sizeBytes: size,
    read: async (offset, length) => {
      const buffer = Buffer.allocUnsafe(Math.min(length, Math.max(0, size - offset)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

/** A new stage is told at once. */
function throttle(tell: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  let lastStage: ImportProgress["stage"] | null = null;
  return (progress) => {
    const nowMs = performance.now();
    if (progress.stage === lastStage && nowMs - lastMs < PROGRESS_INTERVAL_MILLISECONDS) return;
    lastMs = nowMs;
    lastStage = progress.stage;
    tell(progress);
  };
}
