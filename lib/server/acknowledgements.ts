import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import {
  type Acknowledgement,
  type AcknowledgementEvent,
  type AcknowledgementSummary,
  type acknowledgementHistoryQuerySchema,
  type acknowledgementQuerySchema,
  type acknowledgeSchema,
  countFindings,
  type FindingCounts,
  type withdrawSchema,
} from "@/lib/assessment/acknowledgement-schema";
import { findRule } from "@/lib/assessment/readiness-rules";
import { RefusedError } from "@/lib/errors/schema";
import { getAssessment } from "./assessments";
import { database, withBusyRetry } from "./database";
import { currentImportId } from "./inventory";
import { getProject } from "./projects";

/** The key under which a rule as a whole is kept: a primary key takes no null in every database. */
const WHOLE = "";

type Row = Omit<Acknowledgement, "vmKey" | "createdAt" | "updatedAt"> & {
  vmKey: string;
  createdAt: Date;
  updatedAt: Date;
};

function toAcknowledgement(row: Row): Acknowledgement {
  return {
    ruleId: row.ruleId,
    vmKey: row.vmKey === WHOLE ? null : row.vmKey,
    note: row.note,
    owner: row.owner,
    dueOn: row.dueOn,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    updatedAt: row.updatedAt.toISOString(),
    updatedByName: row.updatedByName,
  };
}

/** The calendar day in a time zone, as 2026-12-31. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}

/** Latest change first. @throws RefusedError notFound */
export async function listAcknowledgements(
  projectId: string,
  query: z.output<typeof acknowledgementQuerySchema>,
): Promise<{ acknowledgements: Acknowledgement[]; total: number }> {
  await getProject(projectId);
  const where: Prisma.FindingAcknowledgementWhereInput = {
    projectId,
    ...(query.rule === undefined ? {} : { ruleId: query.rule }),
    ...(query.vmKey === undefined ? {} : { vmKey: { in: [query.vmKey, WHOLE] } }),
  };
  const [rows, total] = await Promise.all([
    database().findingAcknowledgement.findMany({
      where,
      orderBy: [{ updatedAt: "desc" }, { ruleId: "asc" }, { vmKey: "asc" }],
      skip: query.offset,
      take: query.limit,
    }),
    database().findingAcknowledgement.count({ where }),
  ]);
  return { acknowledgements: rows.map(toAcknowledgement), total };
}

/** What was said of a rule as a whole; null when nothing was. */
export async function wholeAcknowledgement(
  projectId: string,
  ruleId: string,
): Promise<Acknowledgement | null> {
  const row = await database().findingAcknowledgement.findUnique({
    where: { projectId_ruleId_vmKey: { projectId, ruleId, vmKey: WHOLE } },
  });
  return row ? toAcknowledgement(row) : null;
}

/**
 * Acknowledges findings of one rule, or edits what was said of them. Answers how many.
 * @throws RefusedError notFound, noInventory
 */
export async function acknowledge(
  projectId: string,
  request: z.output<typeof acknowledgeSchema>,
  byName: string,
): Promise<number> {
  const { ruleId, note, owner, dueOn } = request;
  await refuseUnknown(projectId, ruleId, request.vmKeys);
  const keys = request.vmKeys === null ? [WHOLE] : [...new Set(request.vmKeys)];
  const now = new Date();
  const said = { note, owner: owner === "" ? null : owner, dueOn };
  await withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const known = await knownKeys(transaction, projectId, ruleId, keys);
      const keysJson = JSON.stringify(keys);
      await transaction.$executeRaw`
        INSERT INTO finding_acknowledgement ("projectId", "ruleId", "vmKey", "note", "owner", "dueOn",
          "createdAt", "createdByName", "updatedAt", "updatedByName")
        SELECT ${projectId}, ${ruleId}, value, ${said.note}, ${said.owner}, ${said.dueOn},
          ${now}, ${byName}, ${now}, ${byName}
        FROM json_each(${keysJson}) WHERE true
        ON CONFLICT ("projectId", "ruleId", "vmKey") DO UPDATE SET "note" = excluded."note",
          "owner" = excluded."owner", "dueOn" = excluded."dueOn", "updatedAt" = excluded."updatedAt",
          "updatedByName" = excluded."updatedByName"`;
      await record(
        transaction,
        projectId,
        keys.map((vmKey) => ({
          ruleId,
          vmKey,
          action: known.has(vmKey) ? "edited" : "acknowledged",
          ...said,
        })),
        byName,
        now,
      );
    }),
  );
  return keys.length;
}

/** Takes acknowledgements back; the history keeps them. Answers how many there were. */
export async function withdraw(
  projectId: string,
  request: z.output<typeof withdrawSchema>,
  byName: string,
): Promise<number> {
  await getProject(projectId);
  const { ruleId } = request;
  const keys = request.vmKeys === null ? [WHOLE] : request.vmKeys;
  const now = new Date();
  return withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const rows = await transaction.findingAcknowledgement.findMany({
        where: { projectId, ruleId, vmKey: { in: keys } },
      });
      await transaction.findingAcknowledgement.deleteMany({
        where: { projectId, ruleId, vmKey: { in: keys } },
      });
      await record(
        transaction,
        projectId,
        rows.map(({ vmKey, note, owner, dueOn }) => ({
          ruleId,
          vmKey,
          action: "withdrawn",
          note,
          owner,
          dueOn,
        })),
        byName,
        now,
      );
      return rows.length;
    }),
  );
}

/** Everything that happened to one acknowledgement, latest first. @throws RefusedError notFound */
export async function acknowledgementHistory(
  projectId: string,
  query: z.output<typeof acknowledgementHistoryQuerySchema>,
): Promise<AcknowledgementEvent[]> {
  await getProject(projectId);
  const rows = await database().acknowledgementEvent.findMany({
    where: { projectId, ruleId: query.rule, vmKey: query.vmKey ?? WHOLE },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map(({ projectId: _, ...row }) => ({
    ...row,
    action: row.action as AcknowledgementEvent["action"],
    vmKey: row.vmKey === WHOLE ? null : row.vmKey,
    at: row.at.toISOString(),
  }));
}

/** Open and acknowledged findings of an assessment, by rule. @throws RefusedError notFound */
export async function acknowledgementSummary(
  projectId: string,
  assessmentId: string,
): Promise<AcknowledgementSummary> {
  const [{ rules }, project] = await Promise.all([
    getAssessment(projectId, assessmentId),
    getProject(projectId),
  ]);
  const today = dayIn(project.timeZone, new Date());
  const [whole, own] = await Promise.all([
    database().findingAcknowledgement.findMany({ where: { projectId, vmKey: WHOLE } }),
    // From the acknowledgements, which are few, to the findings, which are many.
    database().$queryRaw<
      { ruleId: string; acknowledged: number | bigint; overdue: number | bigint }[]
    >`
      SELECT a."ruleId", count(*) AS acknowledged,
        sum(CASE WHEN a."dueOn" < ${today} THEN 1 ELSE 0 END) AS overdue
      FROM finding_acknowledgement a
      JOIN assessed_vm v ON v."assessmentId" = ${assessmentId} AND v."vmKey" = a."vmKey"
      WHERE a."projectId" = ${projectId} AND a."vmKey" <> ''
        AND v."ruleIdsText" LIKE '%|' || a."ruleId" || '|%'
      GROUP BY a."ruleId"`,
  ]);
  const wholeByRule = new Map(whole.map((row) => [row.ruleId, toAcknowledgement(row)]));
  const ownByRule = new Map(own.map((row) => [row.ruleId, row]));
  const totals: FindingCounts = { open: 0, acknowledged: 0, overdue: 0 };
  const counted = rules
    // A rule about hosts or the export is one finding, however many objects it names.
    .map(({ ruleId, vmCount, subjects }) => ({
      ruleId,
      findings: vmCount > 0 ? vmCount : Math.min(1, subjects.length),
    }))
    .filter(({ findings, ruleId }) => findings > 0 || wholeByRule.has(ruleId))
    .map(({ ruleId, findings }) => {
      const ownCounts = ownByRule.get(ruleId);
      const said = wholeByRule.get(ruleId) ?? null;
      const counts = countFindings(
        findings,
        {
          acknowledged: Number(ownCounts?.acknowledged ?? 0),
          overdue: Number(ownCounts?.overdue ?? 0),
        },
        said,
        today,
      );
      totals.open += counts.open;
      totals.acknowledged += counts.acknowledged;
      totals.overdue += counts.overdue;
      return { ruleId, ...counts, whole: said };
    });
  return { today, totals, rules: counted };
}

type Change = Pick<AcknowledgementEvent, "ruleId" | "action" | "note" | "owner" | "dueOn"> & {
  vmKey: string;
};

async function record(
  transaction: Prisma.TransactionClient,
  projectId: string,
  changes: readonly Change[],
  byName: string,
  at: Date,
): Promise<void> {
  const rows = changes.map((change) => [
    crypto.randomUUID(),
    change.ruleId,
    change.vmKey,
    change.action,
    change.note,
    change.owner,
    change.dueOn,
  ]);
  await transaction.$executeRaw`
    INSERT INTO acknowledgement_event
      ("id", "projectId", "ruleId", "vmKey", "action", "note", "owner", "dueOn", "at", "byName")
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
      value ->> 6, ${at}, ${byName}
    FROM json_each(${JSON.stringify(rows)})`;
}

async function knownKeys(
  transaction: Prisma.TransactionClient,
  projectId: string,
  ruleId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await transaction.$queryRaw<{ vmKey: string }[]>`
    SELECT "vmKey" FROM finding_acknowledgement
    WHERE "projectId" = ${projectId} AND "ruleId" = ${ruleId}
      AND "vmKey" IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
  return new Set(rows.map((row) => row.vmKey));
}

/** A rule that does not exist, or a VM that the inventory does not have, is a slip of the caller's. */
async function refuseUnknown(
  projectId: string,
  ruleId: string,
  vmKeys: readonly string[] | null,
): Promise<void> {
  const importId = await currentImportId(projectId);
  const rule = findRule(ruleId);
  if (!rule || rule.isFact) throw new RefusedError("notFound", "There is no such check.");
  if (vmKeys === null) return;
  const rows = await database().$queryRaw<{ known: number | bigint }[]>`
    SELECT count(*) AS known FROM inventory_vm WHERE "importId" = ${importId}
      AND "key" IN (SELECT value FROM json_each(${JSON.stringify(vmKeys)}))`;
  if (Number(rows[0]?.known ?? 0) < new Set(vmKeys).size) {
    throw new RefusedError("notFound", "The inventory has no such virtual machine.");
  }
}
