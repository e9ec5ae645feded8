import { MESSAGE_CODES, type MessageCode } from "@/lib/hcx/failure-catalogue";
import type { MobilityGroupDraft } from "@/lib/hcx/mobility-group-schema";
import { COUNTER_STATES, PHASES } from "@/lib/migration/phase";
import { endOf, stateAt } from "@/lib/migration/state-at";
import type { MigrationTimeline, WaitingReason } from "@/lib/migration/timeline";
import { reasonKeyOf } from "./board-reasons";
import type { BoardMessage, BoardRow, BoardRowPage, BoardRowsQuery } from "./board-schema";
import { groupsAt, type MobilityGroup } from "./groups";
import type { WorldTimeline } from "./simulate";

/** A migration is named by its group and VM: a VM may be in another group after it was cancelled. */
export function migrationIdOf(groupId: string, vmKey: string): string {
  return `${groupId}:${vmKey}`;
}

export interface BoardModel {
  atSeconds: number;
  groups: readonly MobilityGroup[];
  rows: readonly BoardRow[];
  /** Index of each row's migration in the timeline; -1 for a draft. */
  indices: readonly number[];
}

/** Every migration of every group at an instant: drafts, and what the engine says of the others. */
export function boardModelAt(
  timeline: WorldTimeline,
  vmNames: ReadonlyMap<string, string>,
  atSeconds: number,
): BoardModel {
  const groups = groupsAt(timeline.commands, atSeconds);
  const { migrations } = timeline;
  const fleet = migrations === null ? null : stateAt(migrations, atSeconds);
  const rows: BoardRow[] = [];
  const indices: number[] = [];
  for (const { draft, startedAtSeconds } of groups) {
    for (const { base, index } of membersOf(timeline, vmNames, draft)) {
      const isRunning = startedAtSeconds !== null && index >= 0;
      indices.push(isRunning ? index : -1);
      if (!isRunning || fleet === null || migrations === null) {
        rows.push(base);
        continue;
      }
      const state = COUNTER_STATES[fleet.counter[index] ?? 0] ?? "draft";
      const end = endOf(migrations, index);
      rows.push({
        ...base,
        state,
        phase: PHASES[fleet.phase[index] ?? 0] ?? null,
        progressRatio: (fleet.percent[index] ?? 0) / 100,
        rateBytesPerSecond: fleet.rateBytesPerSecond[index] ?? null,
        bytesTransferred: fleet.bytesTransferred[index] ?? 0,
        bytesTotal: fleet.totalBytes[index] ?? null,
        etaSeconds: end !== null && end > atSeconds ? end : null,
        waitingReason: waitingMessage(migrations.reasons[fleet.reason[index] ?? -1]),
        message: messageAt(migrations, index, atSeconds),
      });
    }
  }
  return { atSeconds, groups, rows, indices };
}

/** A migration before anything has happened to it, and its place in the timeline; -1 when it has none. */
interface Member {
  base: BoardRow;
  index: number;
}

interface Members {
  vmNames: ReadonlyMap<string, string>;
  members: readonly Member[];
}

/** Who is in a group does not change with time, and is asked with every poll of a board. */
const groupsOf = new WeakMap<WorldTimeline, WeakMap<MobilityGroupDraft, Members>>();

function membersOf(
  timeline: WorldTimeline,
  vmNames: ReadonlyMap<string, string>,
  draft: MobilityGroupDraft,
): readonly Member[] {
  const groups = groupsOf.get(timeline) ?? new WeakMap<MobilityGroupDraft, Members>();
  groupsOf.set(timeline, groups);
  const known = groups.get(draft);
  if (known?.vmNames === vmNames) return known.members;
  const indexOf = indexOfMigrations(timeline.migrations);
  const members = draft.migrations.map(({ vmKey, type }) => ({
    base: baseRow(draft, vmKey, vmNames.get(vmKey) ?? vmKey, type),
    index: indexOf.get(migrationIdOf(draft.groupId, vmKey)) ?? -1,
  }));
  groups.set(draft, { vmNames, members });
  return members;
}

/** A timeline never changes, and is looked at with every poll of a board. */
const indices = new WeakMap<MigrationTimeline, ReadonlyMap<string, number>>();

/** The place of each migration in the timeline, by its id; none before the first Go. */
export function indexOfMigrations(timeline: MigrationTimeline | null): ReadonlyMap<string, number> {
  if (timeline === null) return new Map();
  const known = indices.get(timeline);
  if (known) return known;
  const index = new Map(
    timeline.migrations.map(({ groupId, vmId }, place) => [migrationIdOf(groupId, vmId), place]),
  );
  indices.set(timeline, index);
  return index;
}

function baseRow(
  draft: MobilityGroupDraft,
  vmKey: string,
  vmName: string,
  type: BoardRow["type"],
): BoardRow {
  return {
    migrationId: migrationIdOf(draft.groupId, vmKey),
    vmKey,
    vmName,
    groupId: draft.groupId,
    groupName: draft.name,
    type,
    state: "draft",
    phase: null,
    progressRatio: null,
    rateBytesPerSecond: null,
    bytesTransferred: 0,
    bytesTotal: null,
    etaSeconds: null,
    waitingReason: null,
    message: null,
  };
}

function waitingMessage(reason: WaitingReason | undefined): BoardMessage | null {
  if (reason === undefined) return null;
  const { kind, id, ownerId } = reason;
  return { code: `waiting.${kind}`, values: { id, owner: ownerId ?? "" } };
}

/** What the phase that a migration is in has to say: its failure or warning. */
function messageAt(
  migrations: MigrationTimeline,
  index: number,
  atSeconds: number,
): BoardMessage | null {
  const code = messageCodeAt(migrations, index, atSeconds);
  return code === null ? null : { code, values: {} };
}

function messageCodeAt(
  { phases }: MigrationTimeline,
  index: number,
  atSeconds: number,
): MessageCode | null {
  const from = phases.offsets[index] ?? 0;
  for (let row = (phases.offsets[index + 1] ?? 0) - 1; row >= from; row -= 1) {
    if ((phases.startSeconds[row] ?? 0) > atSeconds) continue;
    return MESSAGE_CODES[phases.message[row] ?? -1] ?? null;
  }
  return null;
}

/** A page of rows, filtered and sorted. */
export function boardRowsOf(model: BoardModel, query: BoardRowsQuery): BoardRowPage {
  const needle = query.search.trim().toLowerCase();
  const found = model.rows.filter(
    (row) =>
      (query.state === undefined || row.state === query.state) &&
      (query.group === undefined || row.groupId === query.group) &&
      (query.reason === undefined || reasonKeyOf(row) === query.reason) &&
      (needle === "" || row.vmName.toLowerCase().includes(needle)),
  );
  const sign = query.direction === "desc" ? -1 : 1;
  found.sort((a, b) => sign * compare(a[query.sort], b[query.sort]) || compare(a.vmKey, b.vmKey));
  return {
    atSeconds: model.atSeconds,
    total: found.length,
    rows: found.slice(query.offset, query.offset + query.limit),
  };
}

/** What is not known sorts first going up, so that it is last where people look for the largest. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
