import type { z } from "zod";
import { RefusedError } from "@/lib/errors/schema";
import {
  type createProjectSchema,
  type Project,
  projectSchema,
  type updateProjectSchema,
} from "@/lib/project/schema";
import { database, withBusyRetry } from "./database";

const WITH_COUNTS = { _count: { select: { assessments: true, commands: true } } } as const;

type ProjectRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(id: string) {
  return database().project.findUnique({ where: { id }, include: WITH_COUNTS });
}

async function toProject(row: ProjectRow): Promise<Project> {
  const current = row.currentImportId
    ? await database().import.findUnique({
        where: { id: row.currentImportId },
        select: { vmCount: true },
      })
    : null;
  return projectSchema.parse({
    id: row.id,
    name: row.name,
    description: row.description,
    epochIso: row.epochIso,
    timeZone: row.timeZone,
    onPremisesNetworks: JSON.parse(row.onPremisesNetworksJson),
    seed: row.seed,
    isDemo: row.isDemo,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    currentImportId: row.currentImportId,
    currentDependencyImportId: row.currentDependencyImportId,
    currentPerformanceImportId: row.currentPerformanceImportId,
    vmCount: current?.vmCount ?? 0,
    assessmentCount: row._count.assessments,
    commandCount: row._count.commands,
  });
}

export async function listProjects(): Promise<Project[]> {
  const rows = await database().project.findMany({
    orderBy: { updatedAt: "desc" },
    include: WITH_COUNTS,
  });
  return Promise.all(rows.map(toProject));
}

export async function findProject(id: string): Promise<Project | null> {
  const row = await findRow(id);
  return row ? toProject(row) : null;
}

/** @throws RefusedError notFound */
export async function getProject(id: string): Promise<Project> {
  const project = await findProject(id);
  if (!project) throw new RefusedError("notFound", "There is no such project.");
  return project;
}

export async function createProject(
  fields: z.output<typeof createProjectSchema> & { isDemo?: boolean },
): Promise<Project> {
  const id = crypto.randomUUID();
  await withBusyRetry(() =>
    database().project.create({
      data: {
        id,
        name: fields.name,
        description: fields.description,
        epochIso: fields.epochIso,
        timeZone: fields.timeZone,
        onPremisesNetworksJson: JSON.stringify(fields.onPremisesNetworks),
        seed: (fields.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) % 2 ** 31,
        isDemo: fields.isDemo ?? false,
        clockWallAnchorMs: BigInt(Date.now()),
      },
    }),
  );
  return getProject(id);
}

/** @throws RefusedError notFound */
export async function updateProject(
  id: string,
  change: z.output<typeof updateProjectSchema>,
): Promise<Project> {
  await getProject(id);
  const { onPremisesNetworks, ...fields } = change;
  await withBusyRetry(() =>
    database().project.update({
      where: { id },
      data: {
        ...fields,
        ...(onPremisesNetworks
          ? {
              onPremisesNetworksJson: JSON.stringify(onPremisesNetworks),
              worldRevision: { increment: 1 },
            }
          : {}),
      },
    }),
  );
  return getProject(id);
}

/** Removes the project with its imports, assessments and log. @throws RefusedError notFound */
export async function deleteProject(id: string): Promise<void> {
  await getProject(id);
  await withBusyRetry(() => database().project.delete({ where: { id } }));
}
