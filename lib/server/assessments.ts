import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { type VmReadiness, vmReadinessSchema } from "@/lib/assessment/readiness-schema";
import {
  type AssessedVmDetail,
  type AssessedVmRow,
  type AssessmentRecord,
  type AssessmentSummary,
  type assessedVmQuerySchema,
  assessedVmRowSchema,
  assessmentResultSchema,
  type createAssessmentSchema,
} from "@/lib/assessment/record-schema";
import { assessmentSettingsSchema } from "@/lib/assessment/schema";
import { checkSettings } from "@/lib/assessment/settings-problems";
import { RefusedError } from "@/lib/errors/schema";
import { inputsMark } from "./assessment-inputs";
import { database, withBusyRetry } from "./database";
import { currentImportId } from "./inventory";
import { startJob } from "./jobs";
import { getProject } from "./projects";

type AssessmentRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(projectId: string, id: string) {
  return database().assessment.findFirst({ where: { id, projectId } });
}

function toRecord(row: AssessmentRow, mark: string): AssessmentRecord {
  return {
    ...assessmentResultSchema.parse(JSON.parse(row.resultJson)),
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    importId: row.importId,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    isOutOfDate: row.inputsMark !== mark,
    settings: assessmentSettingsSchema.parse(JSON.parse(row.settingsJson)),
  };
}

function toSummary(record: AssessmentRecord): AssessmentSummary {
  const { recommended, settings } = record;
  const best = record.options.find((option) => option.sizing.nodeType === recommended?.nodeType);
  return {
    id: record.id,
    name: record.name,
    createdAt: record.createdAt,
    createdByName: record.createdByName,
    isOutOfDate: record.isOutOfDate,
    suitability: record.suitability,
    recommended,
    azureLocation: settings.azureLocation,
    nodeNumber: best?.sizing.nodeNumber ?? null,
    limitingFactor: best?.sizing.limitingFactor ?? null,
    hostsMonthly: best?.cost.hostsMonthly ?? null,
    currency: settings.currency,
  };
}

/** Newest first. @throws RefusedError notFound */
export async function listAssessments(projectId: string): Promise<AssessmentSummary[]> {
  await getProject(projectId);
  const mark = await inputsMark(database(), projectId);
  const rows = await database().assessment.findMany({
    where: { projectId },
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  return rows.map((row) => toSummary(toRecord(row, mark)));
}

/** @throws RefusedError notFound */
export async function getAssessment(projectId: string, id: string): Promise<AssessmentRecord> {
  const row = await findRow(projectId, id);
  if (!row) throw new RefusedError("notFound", "There is no such assessment.");
  return toRecord(row, await inputsMark(database(), projectId));
}

/** Computes it in a worker thread and answers when it is stored. @throws RefusedError noInventory, refused */
export async function createAssessment(
  projectId: string,
  request: z.output<typeof createAssessmentSchema>,
  createdByName: string,
): Promise<AssessmentRecord> {
  await currentImportId(projectId);
  const problems = checkSettings(request.settings).filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    throw new RefusedError(
      "refused",
      "These settings do not go together.",
      problems.map(({ setting, code }) => ({ path: `settings.${setting}`, code })),
    );
  }
  const assessmentId = crypto.randomUUID();
  const job = startJob(
    {
      kind: "assessment",
      assessmentId,
      projectId,
      name: request.name,
      createdByName,
      settingsJson: JSON.stringify(request.settings),
      nowIso: new Date().toISOString(),
    },
    () => {},
  );
  await job.finished;
  return getAssessment(projectId, assessmentId);
}

/** @throws RefusedError notFound */
export async function deleteAssessment(projectId: string, id: string): Promise<void> {
  await getAssessment(projectId, id);
  await withBusyRetry(() => database().assessment.delete({ where: { id } }));
}

interface StoredRow extends Omit<AssessedVmRow, "types"> {
  detailJson: string;
}

function toVmRow({ detailJson, ...row }: StoredRow, readiness: VmReadiness): AssessedVmRow {
  const types = Object.fromEntries(
    Object.entries(readiness.types).map(([type, { verdict }]) => [type, verdict]),
  );
  return assessedVmRowSchema.parse({ ...row, types });
}

const readinessOf = (row: StoredRow): VmReadiness =>
  vmReadinessSchema.parse(JSON.parse(row.detailJson));

const ROW_FIELDS = {
  vmKey: true,
  name: true,
  suitability: true,
  bestType: true,
  findingCount: true,
  cpus: true,
  memoryMib: true,
  storageMib: true,
  os: true,
  cluster: true,
  detailJson: true,
} as const;

function condition(
  assessmentId: string,
  query: z.output<typeof assessedVmQuerySchema>,
): Prisma.AssessedVmWhereInput {
  return {
    assessmentId,
    ...(query.suitability ? { suitability: query.suitability } : {}),
    ...(query.bestType ? { bestType: query.bestType } : {}),
    ...(query.rule ? { ruleIdsText: { contains: `|${query.rule}|` } } : {}),
    ...(query.search ? { searchText: { contains: query.search.toLowerCase() } } : {}),
  };
}

/** One page of an assessment's VMs. @throws RefusedError notFound */
export async function listAssessedVms(
  projectId: string,
  assessmentId: string,
  query: z.output<typeof assessedVmQuerySchema>,
): Promise<{ rows: AssessedVmRow[]; total: number }> {
  if (!(await findRow(projectId, assessmentId))) {
    throw new RefusedError("notFound", "There is no such assessment.");
  }
  const where = condition(assessmentId, query);
  const [rows, total] = await Promise.all([
    database().assessedVm.findMany({
      where,
      select: ROW_FIELDS,
      orderBy: [{ [query.sort]: query.direction }, { vmKey: "asc" }],
      skip: query.offset,
      take: query.limit,
    }),
    database().assessedVm.count({ where }),
  ]);
  return {
    rows: (rows as StoredRow[]).map((row) => toVmRow(row, readinessOf(row))),
    total,
  };
}

/** @throws RefusedError notFound */
export async function getAssessedVm(
  projectId: string,
  assessmentId: string,
  vmKey: string,
): Promise<AssessedVmDetail> {
  const row = await database().assessedVm.findFirst({
    where: { assessmentId, vmKey, assessment: { projectId } },
    select: ROW_FIELDS,
  });
  if (!row) throw new RefusedError("notFound", "The assessment has no such virtual machine.");
  const readiness = readinessOf(row as StoredRow);
  return { row: toVmRow(row as StoredRow, readiness), readiness };
}
