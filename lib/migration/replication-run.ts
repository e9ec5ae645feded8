import { failIfFull, reserveSpace } from "./datastore-run";
import { fail, scheduleHazards } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";
import { releaseSlot, waitForSlot } from "./slots";
import { beginSwitchover } from "./switchover-run";

/** Bulk, RAV and OS Assisted until their switchover: placeholder, base sync, delta cycles, waiting. */

/** A slot is free: the attempt's work begins. */
export function startReplication(run: Run, migration: MigrationRun): void {
  const { type } = migration;
  migration.mesh.active.add(migration);
  run.recorder.event(run.nowSeconds, "transferStarted", migration.index);
  scheduleHazards(run, migration);
  if (migration.backupUntilSeconds > run.nowSeconds) {
    fail(run, migration, "snapshotDuringMigration");
  } else if (migration.hasSnapshots && type !== "OsAssistedMigration") {
    migration.hasSnapshots = false;
    run.step(migration, PHASE.snapshotRemoval, run.scenario.parameters.snapshotRemovalSeconds);
  } else {
    beginPlaceholder(run, migration);
  }
}

/** Placeholder disks need the whole VM's size at the target, and room for replica instances. */
export function beginPlaceholder(run: Run, migration: MigrationRun): void {
  const { parameters } = run.scenario;
  if (!reserveSpace(run, migration, 1 + parameters.replicaOverheadRatio)) {
    fail(run, migration, "targetDatastoreFull");
    return;
  }
  run.step(migration, PHASE.placeholder, parameters.placeholderSeconds);
}

/** A seed is compared block by block first, which can take longer than the first sync did (F18). */
export function endPlaceholder(run: Run, migration: MigrationRun): void {
  if (migration.seedBytes <= 0) {
    beginBaseSync(run, migration);
    return;
  }
  run.warn(migration, "seedChecksum");
  const seconds = migration.seedBytes / run.scenario.parameters.checksumBytesPerSecond;
  run.step(migration, PHASE.checksum, seconds);
}

export function beginBaseSync(run: Run, migration: MigrationRun): void {
  if (failIfFull(run, migration)) return;
  const changed = migration.seedBytes > 0 ? migration.takeDirtyBytes(run.nowSeconds) : 0;
  migration.takeDirtyBytes(run.nowSeconds);
  migration.syncStartSeconds = run.nowSeconds;
  const missing = migration.usedBytes - migration.seedBytes;
  run.transfer(migration, PHASE.baseSync, missing + Math.min(changed, migration.seedBytes));
}

export function endBaseSync(run: Run, migration: MigrationRun): void {
  migration.seedBytes = 0;
  run.recorder.event(run.nowSeconds, "baseSyncCompleted", migration.index);
  // As much has changed meanwhile as was sent: the next round is no shorter (D >= B).
  const dirty = migration.dirtyBytesAt(run.nowSeconds);
  if (dirty > 0 && dirty >= migration.bytesBefore) warnOfChurn(run, migration);
  afterSync(run, migration);
}

/** The replica is as of the last snapshot: switch over, wait for the window, or note that it has passed. */
export function afterSync(run: Run, migration: MigrationRun): void {
  const now = run.nowSeconds;
  if (now >= migration.windowEndSeconds) {
    missWindow(run, migration);
  } else if (now >= migration.windowStartSeconds) {
    requestSwitchover(run, migration);
  } else {
    if (!run.scenario.parameters.waitingHoldsSlot) releaseSlot(run, migration);
    const reason = run.recorder.reason("window", "switchoverWindow", null);
    run.enter(migration, PHASE.waitingForSwitchover, reason);
    run.endAt(migration, Math.min(nextDeltaSeconds(run, migration), migration.windowStartSeconds));
  }
}

function nextDeltaSeconds(run: Run, migration: MigrationRun): number {
  // A cycle of no length would never let time pass.
  const rpo = Math.max(1, run.scenario.parameters.rpoSeconds);
  return Math.max(run.nowSeconds, migration.syncStartSeconds + rpo);
}

/** The wait is over: the window opens, what stopped the switchover is gone, or the next delta is due. */
export function endWaiting(run: Run, migration: MigrationRun): void {
  const now = run.nowSeconds;
  if (now >= migration.windowStartSeconds) {
    // Its own turn may have come, or the window may have ended while it waited for others.
    migration.waitsIn = null;
    afterSync(run, migration);
    return;
  }
  if (failIfFull(run, migration)) return;
  const bytes = migration.takeDirtyBytes(now);
  migration.syncStartSeconds = now;
  if (bytes <= 0) {
    afterSync(run, migration);
    return;
  }
  migration.lastRoundBytes = bytes;
  run.transfer(migration, PHASE.deltaSync, bytes);
}

/** A delta longer than the RPO violates it; when churn also outruns the transfer it never shrinks (F15, F16). */
export function endDelta(run: Run, migration: MigrationRun): void {
  const seconds = run.nowSeconds - migration.phaseStartSeconds;
  if (seconds > Math.max(1, run.scenario.parameters.rpoSeconds)) {
    migration.rpoViolations++;
    if (migration.rpoViolations === 1) run.warn(migration, "rpoViolation");
    const isGrowing = migration.dirtyBytesAt(run.nowSeconds) >= migration.lastRoundBytes;
    if (isGrowing && migration.rpoViolations >= 2) warnOfChurn(run, migration);
  }
  afterSync(run, migration);
}

/** Once an attempt. */
function warnOfChurn(run: Run, migration: MigrationRun): void {
  if (migration.warnedOfChurn) return;
  migration.warnedOfChurn = true;
  run.warn(migration, "neverConverges");
}

/**
 * A window that passes before the switchover starts parks the replication until someone reschedules or
 * cancels. HCX's own behaviour is not published: this is an assumption, stated in ADR 0004.
 */
export function missWindow(run: Run, migration: MigrationRun): void {
  migration.waitsIn = null;
  const code = "switchoverWindowMissed";
  run.recorder.event(run.nowSeconds, "windowMissed", migration.index, code);
  const reason = run.recorder.reason("command", "reschedule", null);
  run.enter(migration, PHASE.windowMissed, reason, code);
}

function requestSwitchover(run: Run, migration: MigrationRun): void {
  const { mesh } = migration;
  const now = run.nowSeconds;
  const blockedUntil = Math.max(run.vcenterDownUntil, mesh.trackerStoppedUntil);
  if (blockedUntil > now) {
    const what = mesh.trackerStoppedUntil > now ? "migrationTracker" : "sourceVcenter";
    const reason = run.recorder.reason("resource", what, mesh.config.id);
    run.enter(migration, PHASE.waitingForSwitchover, reason);
    run.endAt(migration, Math.min(blockedUntil, migration.windowEndSeconds));
  } else if (migration.type === "RAV") {
    // RAV switches over one VM at a time, in an order that nobody can choose.
    const reason = waitForSlot(run, migration, "ravSwitchover");
    run.enter(migration, PHASE.waitingForSwitchover, reason);
    if (migration.windowEndSeconds < Number.POSITIVE_INFINITY) {
      run.endAt(migration, migration.windowEndSeconds);
    }
  } else {
    beginSwitchover(run, migration);
  }
}
