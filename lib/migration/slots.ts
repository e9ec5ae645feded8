import { InvariantError } from "@/lib/engine/invariants";
import type { LimitName } from "@/lib/hcx/limits";
import type { ManagerState, MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";
import type { Run } from "./run";
import { SLOT_LIMITS, SLOT_OF_TYPE, type SlotKind, type SlotQueue } from "./slot-queue";

/** Concurrency limits: who may start, and what holds the others back. */

/** What one migration counts for: OS Assisted is limited by disks, all others by migrations. */
export function slotUnits(migration: MigrationRun, slot: SlotKind): number {
  return slot === "osam" ? migration.vm.disks.length : 1;
}

function countsAtManager(slot: SlotKind): boolean {
  return slot === "bulk" || slot === "rav";
}

/** The limit that a start would exceed now; null for none. */
export function blockingLimit(mesh: MeshState, slot: SlotKind, units: number): LimitName | null {
  const limit = SLOT_LIMITS[slot];
  const { manager, used } = mesh;
  const allowed = manager.limits[limit];
  // A VM with more disks than the limit still gets its turn, alone.
  const isAlone = used[slot] === 0 && allowed > 0;
  if (used[slot] + units > allowed && !isAlone) return limit;
  // Cold uses the path of vMotion and waits for it (HCX configuration limits).
  if (slot === "cold" && (used.vmotion > 0 || mesh.queues.vmotion.first() !== null)) {
    return "vmotionPerMesh";
  }
  if (countsAtManager(slot) && manager.bulkAndRav >= manager.limits.bulkAndRavPerManager) {
    return "bulkAndRavPerManager";
  }
  return null;
}

/** The mesh or manager that counts a limit. */
function ownerIdOf({ config, manager }: MeshState, limit: LimitName): string {
  return limit === "bulkAndRavPerManager" ? manager.id : config.id;
}

/** @throws InvariantError when it would exceed a limit: callers look first */
export function takeSlot(migration: MigrationRun, slot: SlotKind): void {
  const { mesh } = migration;
  const blocking = blockingLimit(mesh, slot, slotUnits(migration, slot));
  if (blocking !== null) {
    throw new InvariantError("limits-kept", `${migration.vm.id} would exceed ${blocking}`);
  }
  mesh.used[slot] += slotUnits(migration, slot);
  if (countsAtManager(slot)) mesh.manager.bulkAndRav++;
  if (slot === "ravSwitchover") migration.holdsRavSwitchover = true;
  else migration.holdsSlot = true;
}

/** Gives back the slot of the transfer. */
export function releaseSlot(run: Run, migration: MigrationRun): void {
  if (!migration.holdsSlot) return;
  migration.holdsSlot = false;
  const slot = SLOT_OF_TYPE[migration.type];
  migration.mesh.used[slot] -= slotUnits(migration, slot);
  if (countsAtManager(slot)) migration.mesh.manager.bulkAndRav--;
  run.requestDispatch();
}

export function releaseRavSwitchover(run: Run, migration: MigrationRun): void {
  if (!migration.holdsRavSwitchover) return;
  migration.holdsRavSwitchover = false;
  migration.mesh.used.ravSwitchover--;
  run.requestDispatch();
}

/** Needs the source vCenter Server from the first step on, where replication needs it at the switchover only. */
const NEEDS_VCENTER: ReadonlySet<SlotKind> = new Set([
  "vmotion",
  "cold",
  "assisted",
  "ravSwitchover",
]);

/** Whether something else than a limit holds back what waits in a queue. */
function isHeldBack(run: Run, { mesh, slot }: SlotQueue): boolean {
  const now = run.nowSeconds;
  if (NEEDS_VCENTER.has(slot) && now < run.vcenterDownUntil) return true;
  return slot === "ravSwitchover" && now < mesh.trackerStoppedUntil;
}

/** The queue whose first may start next: of all that may, the one that has waited longest. Null for none. */
export function nextToStart(run: Run, manager: ManagerState): SlotQueue | null {
  let next: SlotQueue | null = null;
  let earliest = Number.MAX_SAFE_INTEGER;
  for (const queue of manager.queues) {
    const migration = queue.first();
    if (migration === null || migration.queueSequence > earliest) continue;
    if (isHeldBack(run, queue)) continue;
    const { mesh, slot } = queue;
    if (blockingLimit(mesh, slot, slotUnits(migration, slot)) !== null) continue;
    next = queue;
    earliest = migration.queueSequence;
  }
  return next;
}

/** Puts a migration in line for a slot and says which limit it waits for. */
export function waitForSlot(run: Run, migration: MigrationRun, slot: SlotKind): number {
  const { mesh } = migration;
  const blocking = blockingLimit(mesh, slot, slotUnits(migration, slot));
  migration.queueSequence = run.queueSequence++;
  mesh.queues[slot].push(migration);
  run.requestDispatch();
  const limit = blocking ?? SLOT_LIMITS[slot];
  return run.recorder.reason("limit", limit, ownerIdOf(mesh, limit));
}
