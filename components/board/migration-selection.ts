import type { BoardRow } from "@/lib/world/board-schema";
import type { CommandRequest } from "@/lib/world/schema";

/** What names a migration in a command. */
export type MigrationRef = Pick<BoardRow, "groupId" | "vmKey">;

export type SelectionKind =
  | "migration.cancel"
  | "migration.retry"
  | "migration.forcePowerOff"
  | "migration.forceCleanup";

/** Commands name VMs of one group: a selection over several groups becomes one command a group. */
export function byGroup(migrations: readonly MigrationRef[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { groupId, vmKey } of migrations) {
    const keys = groups.get(groupId);
    if (keys) keys.push(vmKey);
    else groups.set(groupId, [vmKey]);
  }
  return groups;
}

/**
 * The commands that do one thing to all of these migrations.
 * @param remedied of a retry: people have done what the remedies ask for
 */
export function selectionCommands(
  kind: SelectionKind,
  migrations: readonly MigrationRef[],
  remedied = false,
): CommandRequest[] {
  return [...byGroup(migrations)].map(([groupId, vmKeys]): CommandRequest => {
    if (kind === "migration.forceCleanup") {
      return { kind, payload: { groupId, vmKeys, removeSeedCheckpoint: false } };
    }
    if (kind === "migration.retry") return { kind, payload: { groupId, vmKeys, remedied } };
    return { kind, payload: { groupId, vmKeys } };
  });
}
