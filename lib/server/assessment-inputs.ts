import type { PrismaClient } from "@/generated/prisma/client";
import { Digest } from "@/lib/assessment/digest";
import { currentPriceList } from "./prices";
import { scopeDecisionsMark } from "./scope-decisions";

/**
 * What an assessment of the project would be computed from now: the import, the users' decisions and
 * the prices themselves, so that going back to earlier prices makes it up to date again. An assessment
 * whose mark differs is out of date.
 */
export async function inputsMark(client: PrismaClient, projectId: string): Promise<string> {
  const { currentImportId, currentPerformanceImportId } = await client.project.findUniqueOrThrow({
    where: { id: projectId },
  });
  const decisions = await scopeDecisionsMark(client, projectId);
  const { entries } = await currentPriceList(client, projectId);
  const prices = new Digest();
  const lines = entries.map((entry) => JSON.stringify(Object.entries(entry).sort()));
  for (const line of lines.sort()) prices.add(line);
  return [
    currentImportId ?? "none",
    // Left out where there is none, so that assessments of before this stay up to date.
    ...(currentPerformanceImportId === null ? [] : [`performance@${currentPerformanceImportId}`]),
    decisions,
    `prices@${prices.hex()}`,
  ].join(" ");
}
