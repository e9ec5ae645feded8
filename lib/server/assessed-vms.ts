import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { type Acknowledgement, findingState } from "@/lib/assessment/acknowledgement-schema";
import { type VmReadiness, vmReadinessSchema } from "@/lib/assessment/readiness-schema";
import {
  type AssessedVmDetail,
  type AssessedVmRow,
  type assessedVmQuerySchema,
  assessedVmRowSchema,
} from "@/lib/assessment/record-schema";
import { RefusedError } from "@/lib/errors/schema";
import { dayIn, wholeAcknowledgement } from "./acknowledgements";
import { database } from "./database";
import { escapeLike } from "./inventory";
import { getProject } from "./projects";

type Query = z.output<typeof assessedVmQuerySchema>;

interface RawRow {
  vmKey: string;
  name: string;
  suitability: string;
  bestType: string | null;
  findingCount: number | bigint;
  effortHours: number | null;
  cpus: number | bigint | null;
  memoryMib: number | null;
  storageMib: number | null;
  os: string | null;
  cluster: string | null;
  ownRuleId: string | null;
  ownNote: string | null;
  ownOwner: string | null;
  ownDueOn: string | null;
}

/** What a list narrowed to one rule says of its findings; null when it is not narrowed. */
type RuleView = { ruleId: string; whole: Acknowledgement | null; today: string } | null;

async function ruleViewOf(projectId: string, query: Query): Promise<RuleView> {
  if (query.rule === undefined) return null;
  const [project, whole] = await Promise.all([
    getProject(projectId),
    wholeAcknowledgement(projectId, query.rule),
  ]);
  return { ruleId: query.rule, whole, today: dayIn(project.timeZone, new Date()) };
}

/** The finding's own acknowledgement beside each VM. */
function fromTables(projectId: string, view: RuleView): Prisma.Sql {
  if (view === null) return Prisma.sql`FROM assessed_vm v`;
  return Prisma.sql`FROM assessed_vm v
    LEFT JOIN finding_acknowledgement own ON own."projectId" = ${projectId}
      AND own."ruleId" = ${view.ruleId} AND own."vmKey" = v."vmKey"`;
}

function conditionOf(assessmentId: string, query: Query, view: RuleView): Prisma.Sql {
  const parts = [Prisma.sql`v."assessmentId" = ${assessmentId}`];
  if (query.suitability) parts.push(Prisma.sql`v."suitability" = ${query.suitability}`);
  if (query.bestType) parts.push(Prisma.sql`v."bestType" = ${query.bestType}`);
  if (query.search) {
    const pattern = `%${escapeLike(query.search.toLowerCase())}%`;
    parts.push(Prisma.sql`v."searchText" LIKE ${pattern} ESCAPE '\\'`);
  }
  if (view === null) return Prisma.join(parts, " AND ");
  const ruleId = `%|${escapeLike(view.ruleId)}|%`;
  parts.push(Prisma.sql`v."ruleIdsText" LIKE ${ruleId} ESCAPE '\\'`);
  const { whole, today } = view;
  const wholeState = findingState(null, whole, today);
  if (query.finding === "open") {
    parts.push(whole === null ? Prisma.sql`own."ruleId" IS NULL` : Prisma.sql`1 = 0`);
  }
  if (query.finding === "acknowledged" && whole === null) {
    parts.push(Prisma.sql`own."ruleId" IS NOT NULL`);
  }
  if (query.finding === "overdue") {
    const own = Prisma.sql`own."dueOn" < ${today}`;
    parts.push(
      wholeState === "overdue" ? Prisma.sql`(own."ruleId" IS NULL OR ${own})` : Prisma.sql`${own}`,
    );
  }
  return Prisma.join(parts, " AND ");
}

/** Names come from a closed list of the schema, never from the request's text. Unknown values come last. */
function orderOf(query: Query, view: RuleView): Prisma.Sql {
  const direction = Prisma.raw(query.direction === "desc" ? "DESC" : "ASC");
  if (query.sort === "dueOn") {
    if (view === null) return Prisma.sql`v."name" ${direction}, v."vmKey"`;
    const dueOn = Prisma.sql`CASE WHEN own."ruleId" IS NULL THEN ${view.whole?.dueOn ?? null} ELSE own."dueOn" END`;
    return Prisma.sql`(${dueOn}) IS NULL, ${dueOn} ${direction}, v."name", v."vmKey"`;
  }
  const column = Prisma.raw(`v."${query.sort}"`);
  // Names and keys in one direction are read off the index instead of sorted.
  return query.sort === "name"
    ? Prisma.sql`v."name" ${direction}, v."vmKey" ${direction}`
    : Prisma.sql`${column} IS NULL, ${column} ${direction}, v."name", v."vmKey"`;
}

function toVmRow(raw: RawRow, readiness: VmReadiness, view: RuleView): AssessedVmRow {
  const types = Object.fromEntries(
    Object.entries(readiness.types).map(([type, { verdict }]) => [type, verdict]),
  );
  const { vmKey, name, suitability, bestType, effortHours, memoryMib, storageMib, os, cluster } =
    raw;
  return assessedVmRowSchema.parse({
    vmKey,
    name,
    suitability,
    bestType,
    types,
    findingCount: Number(raw.findingCount),
    effortHours,
    cpus: raw.cpus === null ? null : Number(raw.cpus),
    memoryMib,
    storageMib,
    os,
    cluster,
    finding: view === null ? null : findingOf(raw, view),
  });
}

function findingOf(raw: RawRow, view: NonNullable<RuleView>): AssessedVmRow["finding"] {
  const own =
    raw.ownRuleId === null ? null : { note: raw.ownNote, owner: raw.ownOwner, dueOn: raw.ownDueOn };
  const said = own ?? view.whole;
  return {
    state: findingState(own, view.whole, view.today),
    note: said?.note ?? null,
    owner: said?.owner ?? null,
    dueOn: said?.dueOn ?? null,
  };
}

const COLUMNS = Prisma.sql`v."vmKey", v."name", v."suitability", v."bestType", v."findingCount",
  v."effortHours", v."cpus", v."memoryMib", v."storageMib", v."os", v."cluster"`;

/** One page of an assessment's VMs. @throws RefusedError notFound */
export async function listAssessedVms(
  projectId: string,
  assessmentId: string,
  query: Query,
): Promise<{ rows: AssessedVmRow[]; total: number }> {
  await requireAssessment(projectId, assessmentId);
  const view = await ruleViewOf(projectId, query);
  const from = fromTables(projectId, view);
  const where = conditionOf(assessmentId, query, view);
  const own = view
    ? Prisma.sql`own."ruleId" AS "ownRuleId", own."note" AS "ownNote", own."owner" AS "ownOwner",
        own."dueOn" AS "ownDueOn"`
    : Prisma.sql`NULL AS "ownRuleId", NULL AS "ownNote", NULL AS "ownOwner", NULL AS "ownDueOn"`;
  const [rows, totals] = await Promise.all([
    database().$queryRaw<RawRow[]>`
      SELECT ${COLUMNS}, ${own} ${from} WHERE ${where} ORDER BY ${orderOf(query, view)}
      LIMIT ${query.limit} OFFSET ${query.offset}`,
    database().$queryRaw<{ total: number | bigint }[]>`
      SELECT count(*) AS total ${from} WHERE ${where}`,
  ]);
  const readiness = await readinessByKey(
    assessmentId,
    rows.map((row) => row.vmKey),
  );
  return {
    rows: rows.flatMap((row) => {
      const told = readiness.get(row.vmKey);
      return told ? [toVmRow(row, told, view)] : [];
    }),
    total: Number(totals[0]?.total ?? 0),
  };
}

/** The long part of the rows of a page: filtering and sorting go by an index that does without it. */
async function readinessByKey(
  assessmentId: string,
  vmKeys: readonly string[],
): Promise<Map<string, VmReadiness>> {
  const rows = await database().$queryRaw<{ vmKey: string; detailJson: string }[]>`
    SELECT "vmKey", "detailJson" FROM assessed_vm WHERE "assessmentId" = ${assessmentId}
      AND "vmKey" IN (SELECT value FROM json_each(${JSON.stringify(vmKeys)}))`;
  return new Map(
    rows.map((row) => [row.vmKey, vmReadinessSchema.parse(JSON.parse(row.detailJson))]),
  );
}

async function requireAssessment(projectId: string, assessmentId: string): Promise<void> {
  const found = await database().assessment.findFirst({
    where: { id: assessmentId, projectId },
    select: { id: true },
  });
  if (!found) throw new RefusedError("notFound", "There is no such assessment.");
}

/** @throws RefusedError notFound */
export async function getAssessedVm(
  projectId: string,
  assessmentId: string,
  vmKey: string,
): Promise<AssessedVmDetail> {
  await requireAssessment(projectId, assessmentId);
  const rows = await database().$queryRaw<RawRow[]>`
    SELECT ${COLUMNS}, NULL AS "ownRuleId", NULL AS "ownNote", NULL AS "ownOwner", NULL AS "ownDueOn"
    FROM assessed_vm v WHERE v."assessmentId" = ${assessmentId} AND v."vmKey" = ${vmKey}`;
  const [raw] = rows;
  const readiness = (await readinessByKey(assessmentId, [vmKey])).get(vmKey);
  if (!raw || !readiness) {
    throw new RefusedError("notFound", "The assessment has no such virtual machine.");
  }
  return { row: toVmRow(raw, readiness, null), readiness };
}
