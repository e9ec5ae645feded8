import { FAILURES, type MessageCode } from "@/lib/hcx/failure-catalogue";
import { migrationStateAt, phasesOf } from "@/lib/migration/state-at";
import { boardEventsAt } from "./board-events";
import type { BoardModel } from "./board-rows";
import type { BoardRow, MigrationDetail } from "./board-schema";
import type { WorldVm } from "./inventory";
import type { WorldTimeline } from "./simulate";

const MIB_BYTES = 2 ** 20;
/** Events of one migration that its blade shows. */
const EVENTS_MAX = 200;

/** One migration with its phases, disks and what can be done about it; null when there is none. */
export function migrationDetailOf(
  timeline: WorldTimeline,
  model: BoardModel,
  migrationId: string,
  vmByKey: ReadonlyMap<string, WorldVm>,
): MigrationDetail | null {
  const position = model.rows.findIndex((row) => row.migrationId === migrationId);
  const row = model.rows[position];
  if (row === undefined) return null;
  const { atSeconds } = model;
  const index = model.indices[position] ?? -1;
  const { migrations } = timeline;
  const state =
    migrations === null || index < 0 ? null : migrationStateAt(migrations, index, atSeconds);
  const group = model.groups.find(({ draft }) => draft.groupId === row.groupId);
  const query = { offset: 0, limit: EVENTS_MAX, search: "", migration: migrationId };
  return {
    ...row,
    atSeconds,
    attempt: state?.attempt ?? 1,
    phases:
      migrations === null || index < 0
        ? []
        : phasesOf(migrations, index)
            // A draft waits for nobody but its author, and the model has it from the first second on.
            .filter(({ phase, startSeconds }) => phase !== "draft" && startSeconds <= atSeconds)
            .map((phase) => ({
              ...phase,
              endSeconds:
                phase.endSeconds !== null && phase.endSeconds <= atSeconds
                  ? phase.endSeconds
                  : null,
            })),
    disks: disksOf(vmByKey.get(row.vmKey), migrations?.migrations[index]?.diskBytes, row),
    downtimeSeconds: state?.downtimeSeconds ?? null,
    switchoverWindow: group?.switchoverWindow ?? null,
    actions: actionsOf(row),
    events: boardEventsAt(timeline, atSeconds, query).events,
  };
}

/** Replication goes through the disks side by side: each has its share of what the VM has sent. */
function disksOf(
  vm: WorldVm | undefined,
  diskBytes: readonly number[] | undefined,
  row: BoardRow,
): MigrationDetail["disks"] {
  const total = (diskBytes ?? []).reduce((sum, bytes) => sum + bytes, 0);
  return (vm?.disks ?? []).map((disk, position) => {
    const bytesTotal = diskBytes?.[position] ?? null;
    const share = bytesTotal === null || total === 0 ? null : bytesTotal / total;
    return {
      label: disk.label,
      capacityBytes: disk.capacityMib === null ? null : disk.capacityMib * MIB_BYTES,
      bytesTotal,
      bytesTransferred:
        share === null || bytesTotal === null
          ? null
          : Math.min(bytesTotal, row.bytesTransferred * share),
    };
  });
}

/** What a person may do now: what the failure opens, and what is always possible while it runs. */
function actionsOf(row: BoardRow): MigrationDetail["actions"] {
  switch (row.state) {
    case "draft":
    case "completed":
      return [];
    case "cancelled":
      return ["migration.retry", "migration.forceCleanup"];
    case "error":
    case "warning": {
      const code = row.message?.code as MessageCode | undefined;
      const opened = code && code in FAILURES ? FAILURES[code].actions : ["retry" as const];
      return opened.map((action) =>
        action === "reschedule" ? "mobilityGroup.reschedule" : (`migration.${action}` as const),
      );
    }
    default:
      return [
        "migration.cancel",
        "migration.forcePowerOff",
        "mobilityGroup.reschedule",
        "fault.inject",
      ];
  }
}
