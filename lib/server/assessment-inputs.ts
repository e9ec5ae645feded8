import type { PrismaClient } from "@/generated/prisma/client";
import { PRICES_2026 } from "@/lib/cost/prices-2026";

/**
 * What an assessment of the project would be computed from now: the import, the users' decisions and the
 * price list. An assessment whose mark differs is out of date.
 */
export async function inputsMark(client: PrismaClient, projectId: string): Promise<string> {
  const { currentImportId } = await client.project.findUniqueOrThrow({ where: { id: projectId } });
  const decisions = await client.vmExclusion.aggregate({
    where: { projectId },
    _count: true,
    _max: { createdAt: true },
  });
  const lastDecision = decisions._max.createdAt?.getTime() ?? 0;
  return [
    currentImportId ?? "none",
    `${decisions._count}@${lastDecision}`,
    `${PRICES_2026.id}@${PRICES_2026.date}`,
  ].join(" ");
}
