import type { Problem } from "@/lib/errors/schema";
import type { MoveGroup, MoveGroupChange } from "./move-group-schema";

/** Changes of move groups as values: made here, checked here, undone here; stored by lib/server. */

type Put = MoveGroupChange["put"][number];

const sameMembers = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && new Set([...left, ...right]).size === left.length;

/** Puts a new group, taking its VMs out of the groups that are not locked. */
export function createChange(
  groups: readonly MoveGroup[],
  wanted: Pick<MoveGroup, "id" | "name" | "vmKeys"> & Partial<Pick<MoveGroup, "tags" | "note">>,
): MoveGroupChange {
  const vmKeys = movable(groups, wanted.vmKeys);
  const made: Put = { tags: [], note: "", ...wanted, vmKeys, locked: false, revision: null };
  return { put: [...withoutVms(groups, vmKeys, null), made], remove: [] };
}

/** Adds VMs to a group, taking them out of the others; VMs of locked groups stay where they are. */
export function addVmsChange(
  groups: readonly MoveGroup[],
  groupId: string,
  vmKeys: readonly string[],
): MoveGroupChange {
  const group = groups.find(({ id }) => id === groupId);
  if (group === undefined) return { put: [], remove: [] };
  const added = movable(groups, vmKeys).filter((key) => !group.vmKeys.includes(key));
  return {
    put: [...withoutVms(groups, added, groupId), { ...group, vmKeys: [...group.vmKeys, ...added] }],
    remove: [],
  };
}

export function removeVmsChange(group: MoveGroup, vmKeys: readonly string[]): MoveGroupChange {
  const leaving = new Set(vmKeys);
  const kept = group.vmKeys.filter((key) => !leaving.has(key));
  return { put: [{ ...group, vmKeys: kept }], remove: [] };
}

/** The note and tags that a group takes at most (`moveGroupSchema`). */
const LONGEST_NOTE = 1_000;
const MOST_TAGS = 12;

/** The group with the most VMs, the first of several: what a merged group is named after. */
export function largestGroup<TGroup extends Pick<MoveGroup, "vmKeys">>(
  groups: readonly TGroup[],
): TGroup | undefined {
  const size = Math.max(...groups.map(({ vmKeys }) => vmKeys.length));
  return groups.find(({ vmKeys }) => vmKeys.length === size);
}

/** All VMs, tags and notes go into the largest group, which takes the name; the others go. */
export function mergeChange(groups: readonly MoveGroup[], name: string): MoveGroupChange {
  const kept = largestGroup(groups);
  if (kept === undefined) return { put: [], remove: [] };
  const others = groups.filter(({ id }) => id !== kept.id);
  const ordered = [kept, ...others];
  const unique = (values: readonly string[]) => [...new Set(values)];
  const tags = unique(ordered.flatMap((group) => group.tags)).slice(0, MOST_TAGS);
  const notes = unique(ordered.map(({ note }) => note).filter((note) => note !== ""));
  return {
    put: [
      {
        ...kept,
        name,
        vmKeys: unique(ordered.flatMap((group) => group.vmKeys)),
        tags,
        note: notes.join("\n").slice(0, LONGEST_NOTE),
      },
    ],
    remove: others.map(({ id, revision }) => ({ id, revision })),
  };
}

/** Moves some VMs of a group into a new one beside it. */
export function splitChange(
  group: MoveGroup,
  vmKeys: readonly string[],
  made: Pick<MoveGroup, "id" | "name">,
): MoveGroupChange {
  const leaving = new Set(vmKeys);
  const moved = group.vmKeys.filter((key) => leaving.has(key));
  const { put } = removeVmsChange(group, moved);
  const beside: Put = { ...group, ...made, vmKeys: moved, locked: false, revision: null };
  return { put: [...put, beside], remove: [] };
}

export function deleteChange(groups: readonly MoveGroup[]): MoveGroupChange {
  return { put: [], remove: groups.map(({ id, revision }) => ({ id, revision })) };
}

/** VMs that no locked group holds. */
function movable(groups: readonly MoveGroup[], vmKeys: readonly string[]): string[] {
  const held = new Set(groups.filter(({ locked }) => locked).flatMap((group) => group.vmKeys));
  return [...new Set(vmKeys)].filter((key) => !held.has(key));
}

/** The groups that lose VMs, as they are afterwards. */
function withoutVms(
  groups: readonly MoveGroup[],
  vmKeys: readonly string[],
  exceptId: string | null,
): MoveGroup[] {
  const leaving = new Set(vmKeys);
  return groups
    .filter(({ id, vmKeys: held }) => id !== exceptId && held.some((key) => leaving.has(key)))
    .map((group) => ({ ...group, vmKeys: group.vmKeys.filter((key) => !leaving.has(key)) }));
}

/** The change that takes another back, made of what was there before and what is there now. */
export function inverseChange(
  before: readonly MoveGroup[],
  after: readonly MoveGroup[],
  change: MoveGroupChange,
): MoveGroupChange {
  const was = new Map(before.map((group) => [group.id, group]));
  const is = new Map(after.map((group) => [group.id, group]));
  const touched = [...change.put.map(({ id }) => id), ...change.remove.map(({ id }) => id)];
  const put: Put[] = [];
  const remove: MoveGroupChange["remove"] = [];
  for (const id of new Set(touched)) {
    const old = was.get(id);
    const now = is.get(id);
    if (old !== undefined) put.push({ ...old, revision: now?.revision ?? null });
    else if (now !== undefined) remove.push({ id, revision: now.revision });
  }
  return { put, remove };
}

/**
 * Every reason for which a change cannot be made, none when it can: a group that moved on or is gone, a locked
 * group that would lose or gain VMs or go, a VM in two groups, a name that two groups would have.
 */
export function checkChange(groups: readonly MoveGroup[], change: MoveGroupChange): Problem[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const problems: Problem[] = [];
  for (const [index, put] of change.put.entries()) {
    const path = `put.${index}`;
    const old = byId.get(put.id);
    if (old === undefined && put.revision !== null) problems.push(problem(path, "gone", put.name));
    if (old !== undefined && put.revision !== old.revision) {
      problems.push(problem(path, "stale", old.name));
    } else if (old?.locked && put.locked && !sameMembers(old.vmKeys, put.vmKeys)) {
      problems.push(problem(path, "locked", old.name));
    }
  }
  for (const [index, { id, revision }] of change.remove.entries()) {
    const old = byId.get(id);
    const path = `remove.${index}`;
    if (old === undefined) problems.push(problem(path, "gone", id));
    else if (old.revision !== revision) problems.push(problem(path, "stale", old.name));
    else if (old.locked) problems.push(problem(path, "locked", old.name));
  }
  return [...problems, ...checkResult(afterChange(groups, change))];
}

function checkResult(groups: readonly Pick<MoveGroup, "id" | "name" | "vmKeys">[]): Problem[] {
  const problems: Problem[] = [];
  const groupOfVm = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { id, name, vmKeys } of groups) {
    const folded = name.trim().toLowerCase();
    if (names.has(folded)) problems.push(problem("put", "nameTaken", name));
    names.set(folded, id);
    for (const key of vmKeys) {
      const other = groupOfVm.get(key);
      if (other !== undefined) problems.push(problem("put", "vmTwice", name));
      groupOfVm.set(key, id);
    }
  }
  return problems;
}

/** The groups as they are after a change, in their old order, new ones last. */
export function afterChange(
  groups: readonly MoveGroup[],
  change: MoveGroupChange,
): Pick<MoveGroup, "id" | "name" | "vmKeys" | "locked">[] {
  const removed = new Set(change.remove.map(({ id }) => id));
  const put = new Map(change.put.map((group) => [group.id, group]));
  const kept = groups
    .filter(({ id }) => !removed.has(id))
    .map((group) => put.get(group.id) ?? group);
  const known = new Set(groups.map(({ id }) => id));
  return [...kept, ...change.put.filter(({ id }) => !known.has(id))];
}

function problem(path: string, code: string, name: string): Problem {
  return { path, code: `moveGroup.${code}`, values: { name } };
}
