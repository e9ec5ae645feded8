import { Prisma } from "@/generated/prisma/client";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { type EstateFigures, factsOf } from "@/lib/cost/business-case/facts";
import type { BusinessCaseRecord } from "@/lib/cost/business-case/record-schema";
import {
  type BusinessCaseInputs,
  businessCaseInputsSchema,
  DEFAULT_INPUTS,
} from "@/lib/cost/business-case/schema";
import { inventorySchema } from "@/lib/inventory/schema";
import { MIB_PER_GIB } from "@/lib/units/bytes";
import { getAssessment } from "./assessments";
import { listOfAssessment } from "./costs";
import { database, withBusyRetry } from "./database";
import { getProject } from "./projects";

const hostsSchema = inventorySchema.pick({ hosts: true });

/**
 * The project's business case: what was entered, and the facts of the assessment that it names (or of
 * `assessmentId`, or the newest). @throws RefusedError notFound
 */
export async function readBusinessCase(
  projectId: string,
  assessmentId?: string,
): Promise<BusinessCaseRecord> {
  await getProject(projectId);
  const [row, assessments] = await Promise.all([
    database().businessCase.findUnique({ where: { projectId } }),
    database().assessment.findMany({
      where: { projectId },
      select: { id: true, name: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: 200,
    }),
  ]);
  const inputs = row ? storedInputs(row.inputsJson) : DEFAULT_INPUTS;
  const wanted = assessmentId ?? inputs.assessmentId;
  const found = assessments.find(({ id }) => id === wanted) ?? assessments[0];
  const record = found ? await getAssessment(projectId, found.id) : null;
  return {
    inputs,
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedByName: row?.updatedByName ?? null,
    assessment: record,
    facts: record ? await factsOfAssessment(projectId, record) : null,
    assessments: assessments.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
  };
}

/** Stored inputs that a newer version no longer accepts fall back to the defaults, field by field. */
function storedInputs(json: string): BusinessCaseInputs {
  const parsed = businessCaseInputsSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : DEFAULT_INPUTS;
}

/** @throws RefusedError notFound */
export async function saveBusinessCase(
  projectId: string,
  inputs: BusinessCaseInputs,
  updatedByName: string,
): Promise<BusinessCaseRecord> {
  await getProject(projectId);
  if (inputs.assessmentId !== null) await getAssessment(projectId, inputs.assessmentId);
  const fields = { inputsJson: JSON.stringify(inputs), updatedByName };
  await withBusyRetry(() =>
    database().businessCase.upsert({
      where: { projectId },
      create: { projectId, ...fields },
      update: fields,
    }),
  );
  return readBusinessCase(projectId);
}

async function factsOfAssessment(projectId: string, record: AssessmentRecord) {
  const [estate, list] = await Promise.all([
    estateFigures(record),
    listOfAssessment(projectId, record.options),
  ]);
  return factsOf(record, estate, list);
}

/** Sums over the import that the assessment was made from; null where the import does not say. */
async function estateFigures(record: AssessmentRecord): Promise<EstateFigures> {
  const { settings } = record;
  const powered = settings.includePoweredOff
    ? Prisma.sql`TRUE`
    : Prisma.sql`v."powerState" IS NOT 'poweredOff'`;
  const [moved, estate, source] = await Promise.all([
    database().$queryRaw<{ vcpus: number | bigint | null }[]>`
      SELECT sum(a."cpus") AS "vcpus" FROM assessed_vm a
      LEFT JOIN inventory_vm v ON v."importId" = ${record.importId} AND v."key" = a."vmKey"
      WHERE a."assessmentId" = ${record.id}
        AND a."suitability" IN (${Prisma.join(settings.sizedSuitabilities)}) AND ${powered}`,
    database().$queryRaw<{ vcpus: number | bigint | null }[]>`
      SELECT sum("cpus") AS "vcpus" FROM inventory_vm
      WHERE "importId" = ${record.importId} AND "setAside" IS NULL`,
    database().import.findUnique({
      where: { id: record.importId },
      select: { estateJson: true },
    }),
  ]);
  const parsed = hostsSchema.safeParse(JSON.parse(source?.estateJson ?? "{}"));
  const hosts = parsed.success ? parsed.data.hosts : [];
  const memoryMib = sumIfAllKnown(hosts.map((host) => host.memoryMib));
  return {
    movedVcpus: numberOrNull(moved[0]?.vcpus),
    estateVcpus: numberOrNull(estate[0]?.vcpus),
    hostCount: hosts.length === 0 ? null : hosts.length,
    physicalCores: sumIfAllKnown(hosts.map((host) => host.cores)),
    memoryGib: memoryMib === null ? null : memoryMib / MIB_PER_GIB,
  };
}

const numberOrNull = (value: number | bigint | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

/** A sum with a gap would be too small, so it is not known. */
function sumIfAllKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : sum;
}
