import type { z } from "zod";
import {
  type AssessmentRecord,
  type AssessmentSummary,
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
export async function renameAssessment(
  projectId: string,
  id: string,
  name: string,
): Promise<AssessmentRecord> {
  await getAssessment(projectId, id);
  await withBusyRetry(() => database().assessment.update({ where: { id }, data: { name } }));
  return getAssessment(projectId, id);
}

/** @throws RefusedError notFound */
export async function deleteAssessment(projectId: string, id: string): Promise<void> {
  await getAssessment(projectId, id);
  await withBusyRetry(() => database().assessment.delete({ where: { id } }));
}
