import type { z } from "zod";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import type { ExclusionResponse, exclusionRequestSchema } from "@/lib/inventory/list-schema";
import { database, withBusyRetry } from "./database";
import { currentImportId, FROM, whereOf } from "./inventory";

type Request = z.output<typeof exclusionRequestSchema>;

/** The decisions of a request: the VMs that each means by name, or by a filter now. */
function decisionsOf(projectId: string, importId: string, request: Request) {
  if ("filter" in request) {
    const { filter, ...decision } = request;
    const keys = Prisma.sql`SELECT v."key" ${FROM(projectId)} WHERE ${whereOf(importId, filter)}`;
    return [{ ...decision, keys }];
  }
  return ("decisions" in request ? request.decisions : [request]).map(
    ({ vmKeys, ...decision }) => ({
      ...decision,
      keys: Prisma.sql`SELECT DISTINCT value AS "key" FROM json_each(${JSON.stringify(vmKeys)})`,
    }),
  );
}

/**
 * Records the caller's decisions on VMs; they outlive re-imports. Answers what had been decided before, so that the
 * change can be taken back. @throws RefusedError notFound, noInventory
 */
export async function decideScope(
  projectId: string,
  request: Request,
  byName: string,
): Promise<ExclusionResponse> {
  const importId = await currentImportId(projectId);
  return withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const before: FormerDecision[] = [];
      for (const { keys, excluded, note } of decisionsOf(projectId, importId, request)) {
        const rows = await transaction.$queryRaw<FormerDecision[]>`
          SELECT k."key", d."excluded", d."note" FROM (${keys}) k
          LEFT JOIN vm_exclusion d ON d."projectId" = ${projectId} AND d."vmKey" = k."key"`;
        for (const row of rows) before.push(row);
        const meant = JSON.stringify(rows.map(({ key }) => key));
        await transaction.$executeRaw`
          DELETE FROM vm_exclusion
          WHERE "projectId" = ${projectId} AND "vmKey" IN (SELECT value FROM json_each(${meant}))`;
        if (excluded === null) continue;
        const now = new Date();
        await transaction.$executeRaw`
          INSERT INTO vm_exclusion ("projectId", "vmKey", "excluded", "note", "byName", "createdAt")
          SELECT ${projectId}, value, ${excluded}, ${note}, ${byName}, ${now} FROM json_each(${meant})`;
      }
      await transaction.project.update({
        where: { id: projectId },
        data: { worldRevision: { increment: 1 } },
      });
      return { changed: before.length, before: grouped(before) };
    }),
  );
}

interface FormerDecision {
  key: string;
  /** Null where nothing had been decided. */
  excluded: boolean | number | null;
  note: string | null;
}

function grouped(rows: readonly FormerDecision[]): ExclusionResponse["before"] {
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

/** Differs whenever somebody has decided on a VM of the project since; part of the keys of what was computed. */
export async function scopeDecisionsMark(client: PrismaClient, projectId: string): Promise<string> {
  const { _count, _max } = await client.vmExclusion.aggregate({
    where: { projectId },
    _count: true,
    _max: { createdAt: true },
  });
  return `${_count}@${_max.createdAt?.getTime() ?? 0}`;
}
