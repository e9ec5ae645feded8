import { FAILURES } from "@/lib/hcx/failure-catalogue";
import type { MigrationTimeline, TimelineEvent } from "@/lib/migration/timeline";
import { migrationIdOf } from "./board-rows";
import type { BoardEvent, BoardEventPage, BoardEventsQuery } from "./board-schema";
import type { SetupResource } from "./resource";
import type { Command } from "./schema";
import type { WorldTimeline } from "./simulate";

/** Everything up to an instant that people did and that happened, newest first. */
export function boardEventsAt(
  timeline: WorldTimeline,
  atSeconds: number,
  query: BoardEventsQuery,
): BoardEventPage {
  const { migrations } = timeline;
  const events = [
    ...timeline.commands.map(commandEvent),
    ...timeline.resources.flatMap(setupEvents),
    ...(migrations?.events ?? []).flatMap((event, index) =>
      migrations ? migrationEvent(migrations, event, index) : [],
    ),
  ].filter((event) => event.atSeconds <= atSeconds && matches(event, query));
  events.sort((a, b) => b.atSeconds - a.atSeconds || (a.id < b.id ? 1 : -1));
  return {
    atSeconds,
    total: events.length,
    events: events.slice(query.offset, query.offset + query.limit),
  };
}

function matches(event: BoardEvent, query: BoardEventsQuery): boolean {
  const needle = query.search.trim().toLowerCase();
  return (
    (query.severity === undefined || event.severity === query.severity) &&
    (query.group === undefined || event.groupId === query.group) &&
    (query.migration === undefined || event.migrationId === query.migration) &&
    (needle === "" ||
      `${event.vmName ?? ""} ${event.groupName ?? ""} ${event.message.code}`
        .toLowerCase()
        .includes(needle))
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

/** A command has its own entry; the engine's echo of it would tell it twice. */
function migrationEvent(
  { migrations, groups }: MigrationTimeline,
  event: TimelineEvent,
  index: number,
): BoardEvent[] {
  if (event.kind === "command") return [];
  const migration = migrations[event.migration];
  const group = groups.find(({ id }) => id === migration?.groupId);
  const severity = severityOf(event);
  return [
    {
      id: `m${index}`,
      atSeconds: event.seconds,
      severity,
      source: "migration",
      message:
        event.code === null
          ? { code: `event.${event.kind}`, values: { subject: event.subject ?? "" } }
          : { code: event.code, values: { subject: event.subject ?? "" } },
      migrationId: migration ? migrationIdOf(migration.groupId, migration.vmId) : null,
      vmName: migration?.vmName ?? null,
      groupId: group?.id ?? null,
      groupName: group?.name ?? null,
      actorId: null,
    },
  ];
}

function severityOf(event: TimelineEvent): BoardEvent["severity"] {
  if (event.kind === "failed") return "error";
  if (event.code !== null) return FAILURES[event.code].severity;
  return event.kind === "windowMissed" || event.kind === "fault" ? "warning" : "info";
}
