import type { Suitability } from "@/lib/assessment/readiness-schema";
import { MOST_CHANGES, type VmChanges } from "@/lib/comparison/schema";
import { RefusedError } from "@/lib/errors/schema";
import { database } from "./database";

interface ChangeRow {
  vmKey: string;
  name: string;
  before: Suitability | null;
  after: Suitability | null;
}

/**
 * What became of VMs from one assessment to another: new ones, those that are gone, and those whose
 * readiness is another. @throws RefusedError notFound
 */
export async function vmChanges(
  projectId: string,
  fromId: string,
  toId: string,
): Promise<VmChanges> {
  const found = await database().assessment.count({
    where: { projectId, id: { in: [fromId, toId] } },
  });
  if (found < new Set([fromId, toId]).size) {
    throw new RefusedError("notFound", "There is no such assessment.");
  }
  const rows = await database().$queryRaw<ChangeRow[]>`
    SELECT a."vmKey", a."name", b."suitability" AS "before", a."suitability" AS "after"
    FROM assessed_vm a
    LEFT JOIN assessed_vm b ON b."assessmentId" = ${fromId} AND b."vmKey" = a."vmKey"
    WHERE a."assessmentId" = ${toId}
      AND (b."suitability" IS NULL OR b."suitability" <> a."suitability")
    UNION ALL
    SELECT b."vmKey", b."name", b."suitability" AS "before", NULL AS "after"
    FROM assessed_vm b
    LEFT JOIN assessed_vm a ON a."assessmentId" = ${toId} AND a."vmKey" = b."vmKey"
    WHERE b."assessmentId" = ${fromId} AND a."vmKey" IS NULL
    ORDER BY 2, 1`;
  return {
    added: rows.filter((row) => row.before === null).length,
    removed: rows.filter((row) => row.after === null).length,
    changed: rows.filter((row) => row.before !== null && row.after !== null).length,
    rows: rows.slice(0, MOST_CHANGES),
  };
}
