import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { ExclusionResponse, exclusionRequestSchema } from "@/lib/inventory/list-schema";
import { database, withBusyRetry } from "./database";
import { currentImportId, FROM, whereOf } from "./inventory";

type Request = z.output<typeof exclusionRequestSchema>;

/** The VMs that a request means: those it names, or those that match its filter now. */
function keysOf(projectId: string, importId: string, request: Request): Prisma.Sql {
  return "vmKeys" in request
    ? Prisma.sql`SELECT DISTINCT value AS "key" FROM json_each(${JSON.stringify(request.vmKeys)})`
    : Prisma.sql`SELECT v."key" ${FROM(projectId)} WHERE ${whereOf(importId, request.filter)}`;
}

/**
 * Records the caller's decision on VMs; it outlives re-imports. Answers what had been decided before, so that the
 * change can be taken back. @throws RefusedError notFound, noInventory
 */
export async function decideScope(
  projectId: string,
  request: Request,
  byName: string,
): Promise<ExclusionResponse> {
  const importId = await currentImportId(projectId);
  const { excluded, note } = request;
  return withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const rows = await transaction.$queryRaw<
        { key: string; excluded: boolean | number | null; note: string | null }[]
      >`
        SELECT k."key", d."excluded", d."note" FROM (${keysOf(projectId, importId, request)}) k
        LEFT JOIN vm_exclusion d ON d."projectId" = ${projectId} AND d."vmKey" = k."key"`;
      const keys = JSON.stringify(rows.map(({ key }) => key));
      await transaction.$executeRaw`
        DELETE FROM vm_exclusion
        WHERE "projectId" = ${projectId} AND "vmKey" IN (SELECT value FROM json_each(${keys}))`;
      if (excluded !== null) {
        const now = new Date();
        await transaction.$executeRaw`
          INSERT INTO vm_exclusion ("projectId", "vmKey", "excluded", "note", "byName", "createdAt")
          SELECT ${projectId}, value, ${excluded}, ${note}, ${byName}, ${now} FROM json_each(${keys})`;
      }
      await transaction.project.update({
        where: { id: projectId },
        data: { worldRevision: { increment: 1 } },
      });
      return { changed: rows.length, before: grouped(rows) };
    }),
  );
}

function grouped(
  rows: readonly { key: string; excluded: boolean | number | null; note: string | null }[],
): ExclusionResponse["before"] {
  const groups = new Map<string, ExclusionResponse["before"][number]>();
  for (const row of rows) {
    const excluded = row.excluded === null ? null : Boolean(Number(row.excluded));
    const note = row.note ?? "";
    const name = JSON.stringify([excluded, note]);
    const group = groups.get(name) ?? { excluded, note, vmKeys: [] };
    group.vmKeys.push(row.key);
    groups.set(name, group);
  }
  return [...groups.values()];
}
