import type { z } from "zod";
import type { suggestionQuerySchema } from "@/lib/dependency/api-schema";
import {
  moveGroupDetail,
  moveGroupMembers,
  moveGroupReport,
  type StoredMoveGroup,
  suggestionReport,
} from "@/lib/dependency/group-report";
import { checkChange } from "@/lib/dependency/move-group-change";
import type {
  MoveGroup,
  MoveGroupChange,
  MoveGroupDetail,
  MoveGroupList,
  MoveGroupMember,
  SuggestionsAnswer,
} from "@/lib/dependency/move-group-schema";
import { RefusedError } from "@/lib/errors/schema";
import { database, withBusyRetry } from "./database";
import { dependencyModel, requiredModel } from "./dependencies";

type Client = Pick<ReturnType<typeof database>, "moveGroup" | "moveGroupVm">;

async function readGroups(client: Client, projectId: string): Promise<StoredMoveGroup[]> {
  const rows = await client.moveGroup.findMany({
    where: { projectId },
    include: { vms: { select: { vmKey: true }, orderBy: { place: "asc" } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    tags: JSON.parse(row.tagsJson),
    note: row.note,
    locked: row.locked,
    revision: row.revision,
    updatedByName: row.updatedByName,
    updatedAt: row.updatedAt.toISOString(),
    vmKeys: row.vms.map(({ vmKey }) => vmKey),
  }));
}

/** The project's move groups with what they hold together and cut. @throws RefusedError notFound */
export async function listMoveGroups(
  projectId: string,
  hidden: readonly number[],
): Promise<MoveGroupList> {
  const [{ model, sources }, groups] = await Promise.all([
    dependencyModel(projectId),
    readGroups(database(), projectId),
  ]);
  return {
    ...moveGroupReport(model, groups, hidden),
    assessmentName: sources.assessment?.name ?? null,
  };
}

/**
 * Every member of every group, or of one, with whom it talks to.
 * @throws RefusedError notFound
 */
export async function listMoveGroupVms(
  projectId: string,
  hidden: readonly number[],
  groupId?: string,
): Promise<{ group: MoveGroup; member: MoveGroupMember }[]> {
  const [{ model }, groups] = await Promise.all([
    dependencyModel(projectId),
    readGroups(database(), projectId),
  ]);
  const wanted = groupId === undefined ? groups : groups.filter(({ id }) => id === groupId);
  if (groupId !== undefined && wanted.length === 0) {
    throw new RefusedError("notFound", "There is no such move group.");
  }
  return moveGroupMembers(model, wanted, hidden);
}

/** @throws RefusedError notFound */
export async function getMoveGroup(
  projectId: string,
  groupId: string,
  hidden: readonly number[],
): Promise<MoveGroupDetail> {
  const [{ model }, groups] = await Promise.all([
    dependencyModel(projectId),
    readGroups(database(), projectId),
  ]);
  const detail = moveGroupDetail(model, groups, hidden, groupId);
  if (!detail) throw new RefusedError("notFound", "There is no such move group.");
  return detail;
}

/** @throws RefusedError notFound, noDependencies */
export async function suggestMoveGroups(
  projectId: string,
  query: z.output<typeof suggestionQuerySchema>,
): Promise<SuggestionsAnswer> {
  const [{ model }, groups] = await Promise.all([
    requiredModel(projectId),
    readGroups(database(), projectId),
  ]);
  return suggestionReport(
    model,
    groups.filter(({ locked }) => locked),
    query,
  );
}

/** Rows of one statement: SQLite takes 32,766 values, and each row has four. */
const ROWS_PER_STATEMENT = 5_000;

/**
 * Makes a change of several groups at once, whole or not at all. Answers the groups as they are afterwards.
 * @throws RefusedError notFound, conflict with the problems of `checkChange`
 */
export async function changeMoveGroups(
  projectId: string,
  change: MoveGroupChange,
  byName: string,
): Promise<MoveGroup[]> {
  const project = await database().project.findUnique({
    where: { id: projectId },
    select: { id: true },
  });
  if (!project) throw new RefusedError("notFound", "There is no such project.");
  return withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const before = await readGroups(transaction, projectId);
      const problems = checkChange(before, change);
      if (problems.length > 0) {
        throw new RefusedError("conflict", "The groups cannot be changed so.", problems);
      }
      await refuseForeignIds(transaction, projectId, change);
      await writeChange(transaction, projectId, before, change, byName);
      const after = await readGroups(transaction, projectId);
      return after.map(({ updatedByName: _by, updatedAt: _at, ...group }) => group);
    }),
  );
}

/** An id is made by the client: it must not name a group of another project. */
async function refuseForeignIds(
  client: Client,
  projectId: string,
  change: MoveGroupChange,
): Promise<void> {
  const foreign = await client.moveGroup.count({
    where: { id: { in: change.put.map(({ id }) => id) }, NOT: { projectId } },
  });
  if (foreign > 0) throw new RefusedError("conflict", "A group of that id is there already.");
}

async function writeChange(
  client: Client,
  projectId: string,
  before: readonly MoveGroup[],
  change: MoveGroupChange,
  byName: string,
): Promise<void> {
  const touched = [...change.put, ...change.remove].map(({ id }) => id);
  // Members first: a VM that moves between two groups must be free before it is put.
  await client.moveGroupVm.deleteMany({ where: { projectId, groupId: { in: touched } } });
  await client.moveGroup.deleteMany({
    where: { projectId, id: { in: change.remove.map(({ id }) => id) } },
  });
  const known = new Map(before.map((group) => [group.id, group]));
  for (const { id, name, tags, note, locked } of change.put) {
    const data = { name, note, locked, tagsJson: JSON.stringify(tags), updatedByName: byName };
    if (known.has(id)) {
      await client.moveGroup.update({
        where: { id },
        data: { ...data, revision: { increment: 1 } },
      });
    } else await client.moveGroup.create({ data: { ...data, id, projectId } });
  }
  const rows = change.put.flatMap(({ id, vmKeys }) =>
    [...new Set(vmKeys)].map((vmKey, place) => ({ projectId, vmKey, groupId: id, place })),
  );
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await client.moveGroupVm.createMany({ data: rows.slice(start, start + ROWS_PER_STATEMENT) });
  }
}
