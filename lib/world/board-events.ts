import { FAILURES } from "@/lib/hcx/failure-catalogue";
import type { MigrationTimeline, TimelineEvent } from "@/lib/migration/timeline";
import { indexOfMigrations, migrationIdOf } from "./board-rows";
import type { BoardEvent, BoardEventPage, BoardEventsQuery } from "./board-schema";
import type { SetupResource } from "./resource";
import type { Command } from "./schema";
import type { WorldTimeline } from "./simulate";

/**
 * The order of a timeline's events, newest first. 50,000 migrations have some 400,000 of them, so an event is made
 * only when it is shown. Places count `others` first, then the engine's events.
 */
interface EventOrder {
  places: readonly number[];
  seconds: Float64Array;
  /** What people did and what was set up. */
  others: readonly BoardEvent[];
}

/** A timeline never changes, and is looked at with every poll of a board. */
const orders = new WeakMap<WorldTimeline, EventOrder>();

function orderOf(timeline: WorldTimeline): EventOrder {
  const known = orders.get(timeline);
  if (known) return known;
  const happened = timeline.migrations?.events ?? [];
  const others = [
    ...timeline.commands.map(commandEvent),
    ...timeline.resources.flatMap(setupEvents),
  ];
  const secondsAt = (place: number) =>
    others[place]?.atSeconds ?? happened[place - others.length]?.seconds ?? 0;
  const places = [...others.keys()];
  for (const [index, { kind }] of happened.entries()) {
    // A command has its own entry; the engine's echo of it would tell it twice.
    if (kind !== "command") places.push(others.length + index);
  }
  // At one moment what follows comes above what it follows from.
  places.sort((a, b) => secondsAt(b) - secondsAt(a) || b - a);
  const order = { places, seconds: Float64Array.from(places, secondsAt), others };
  orders.set(timeline, order);
  return order;
}

/** The first place that is not after a moment; seconds go down. */
function firstNotAfter(seconds: Float64Array, atSeconds: number): number {
  let low = 0;
  let high = seconds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] ?? 0) > atSeconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Everything up to an instant that people did and that happened, newest first. */
export function boardEventsAt(
  timeline: WorldTimeline,
  atSeconds: number,
  query: BoardEventsQuery,
): BoardEventPage {
  const { places, seconds, others } = orderOf(timeline);
  const first = firstNotAfter(seconds, atSeconds);
  const matches = matcherOf(timeline, others, query);
  const found = matches === null ? places.slice(first) : places.slice(first).filter(matches);
  return {
    atSeconds,
    total: found.length,
    events: found
      .slice(query.offset, query.offset + query.limit)
      .flatMap((place) => eventAt(timeline, others, place) ?? []),
  };
}

function eventAt(
  { migrations }: WorldTimeline,
  others: readonly BoardEvent[],
  place: number,
): BoardEvent | undefined {
  const index = place - others.length;
  if (index < 0) return others[place];
  const event = migrations?.events[index];
  return migrations && event ? migrationEvent(migrations, event, index) : undefined;
}

/** Whether an event is asked for, by its place; null where every event is. */
function matcherOf(
  timeline: WorldTimeline,
  others: readonly BoardEvent[],
  query: BoardEventsQuery,
): ((place: number) => boolean) | null {
  const { severity, group, migration } = query;
  const needle = query.search.trim().toLowerCase();
  if (!severity && !group && !migration && needle === "") return null;
  const events = timeline.migrations?.events ?? [];
  const isWanted = migrationsOf(timeline.migrations, group, migration);
  const isNamed = migrationsNamed(timeline.migrations, needle);
  const holds = (text: string | null) => text?.toLowerCase().includes(needle) ?? false;
  return (place) => {
    const other = others[place];
    if (other) {
      return (
        (severity === undefined || other.severity === severity) &&
        (group === undefined || other.groupId === group) &&
        migration === undefined &&
        (needle === "" || holds(other.message.code))
      );
    }
    const event = events[place - others.length];
    return (
      event !== undefined &&
      (severity === undefined || severityOf(event) === severity) &&
      isWanted(event.migration) &&
      (needle === "" || isNamed.has(event.migration) || holds(messageCodeOf(event)))
    );
  };
}

function migrationsOf(
  timeline: MigrationTimeline | null,
  group: string | undefined,
  migration: string | undefined,
): (index: number) => boolean {
  const only = migration === undefined ? null : indexOfMigrations(timeline).get(migration);
  return (index) =>
    (only === null || index === only) &&
    (group === undefined || timeline?.migrations[index]?.groupId === group);
}

/** Migrations whose VM or group has the text in its name. */
function migrationsNamed(timeline: MigrationTimeline | null, needle: string): ReadonlySet<number> {
  if (timeline === null || needle === "") return new Set();
  const holds = (name: string) => name.toLowerCase().includes(needle);
  const groups = new Set(timeline.groups.filter(({ name }) => holds(name)).map(({ id }) => id));
  return new Set(
    timeline.migrations.flatMap(({ vmName, groupId }, index) =>
      groups.has(groupId) || holds(vmName) ? [index] : [],
    ),
  );
}

const NOBODY = {
  migrationId: null,
  vmName: null,
  groupId: null,
  groupName: null,
  actorId: null,
} as const;

function commandEvent(command: Command): BoardEvent {
  const { kind, atSeconds, sequence, actorId, payload } = command;
  const groupId = "groupId" in payload ? payload.groupId : null;
  return {
    ...NOBODY,
    id: `c${sequence}`,
    atSeconds,
    severity: "info",
    source: "command",
    message: { code: `command.${kind.replace(".", "_")}`, values: {} },
    groupId,
    actorId,
  };
}

function setupEvents(resource: SetupResource): BoardEvent[] {
  return resource.stages.map(({ state, startSeconds }, index) => ({
    ...NOBODY,
    id: `s${resource.sequence}-${resource.kind}-${index}`,
    atSeconds: startSeconds,
    severity: "info",
    source: "setup",
    message: { code: "setup", values: { kind: resource.kind, name: resource.name, state } },
  }));
}

function migrationEvent(
  { migrations, groups }: MigrationTimeline,
  event: TimelineEvent,
  index: number,
): BoardEvent {
  const migration = migrations[event.migration];
  const group = groups.find(({ id }) => id === migration?.groupId);
  return {
    id: `m${index}`,
    atSeconds: event.seconds,
    severity: severityOf(event),
    source: "migration",
    message: { code: messageCodeOf(event), values: { subject: event.subject ?? "" } },
    migrationId: migration ? migrationIdOf(migration.groupId, migration.vmId) : null,
    vmName: migration?.vmName ?? null,
    groupId: group?.id ?? null,
    groupName: group?.name ?? null,
    actorId: null,
  };
}

const messageCodeOf = ({ code, kind }: TimelineEvent) => code ?? `event.${kind}`;

function severityOf(event: TimelineEvent): BoardEvent["severity"] {
  if (event.kind === "failed") return "error";
  if (event.code !== null) return FAILURES[event.code].severity;
  return event.kind === "windowMissed" || event.kind === "fault" ? "warning" : "info";
}
