import { watchForStall } from "./capacity-run";
import { failIfFull, reserveSpace } from "./datastore-run";
import { fail, scheduleHazards } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";
import { beginShutdown, comeUp, goDown, requireOpenWindow } from "./switchover-run";

/** vMotion, Cold, Assisted vMotion, and the vMotion that ends RAV: pre-copy rounds, then a stun. */

// Pre-copy that has not converged by then stuns the guest for as long as the rest takes.
const MAX_ROUNDS = 16;

export function startRelocation(run: Run, migration: MigrationRun): void {
  const { parameters } = run.scenario;
  migration.mesh.active.add(migration);
  migration.plannedBytes = relocatedBytes(migration);
  run.recorder.event(run.nowSeconds, "transferStarted", migration.index);
  scheduleHazards(run, migration);
  if (migration.backupUntilSeconds > run.nowSeconds) {
    fail(run, migration, "snapshotDuringMigration");
  } else if (migration.hasSnapshots) {
    migration.hasSnapshots = false;
    run.step(migration, PHASE.snapshotRemoval, parameters.snapshotRemovalSeconds);
  } else {
    prepareRelocation(run, migration);
  }
}

/** Memory goes along when the guest runs. */
function relocatedBytes(migration: MigrationRun): number {
  const isHot = migration.type !== "Cold" && migration.vm.powerState === "poweredOn";
  return migration.usedBytes + (isHot ? migration.vm.memoryBytes : 0);
}

export function prepareRelocation(run: Run, migration: MigrationRun): void {
  if (!reserveSpace(run, migration, 1)) {
    fail(run, migration, "targetDatastoreFull");
    return;
  }
  run.step(migration, PHASE.placeholder, run.scenario.parameters.relocatePreparationSeconds);
}

/** Preparation is done: Cold shuts a running guest down, the others move it as it runs. */
export function endPreparation(run: Run, migration: MigrationRun): void {
  const isOn = migration.vm.powerState === "poweredOn";
  if (migration.type === "Cold" && isOn) beginShutdown(run, migration);
  else beginRelocate(run, migration);
}

export function beginRelocate(run: Run, migration: MigrationRun): void {
  const { mesh, type, vm } = migration;
  const isOn = vm.powerState === "poweredOn";
  run.recorder.event(run.nowSeconds, "switchoverStarted", migration.index);
  if (type !== "Cold" && !vm.cpuCompatible) {
    fail(run, migration, "cpuIncompatible");
    return;
  }
  if (type !== "AssistedvMotion" && mesh.wanRatio > 1 && mesh.config.vmotionMtuBytes > 1500) {
    fail(run, migration, "jumboFramesThroughWanOpt");
    return;
  }
  if (type === "Cold" && isOn) goDown(run, migration);
  migration.relocateRound = 0;
  migration.takeDirtyBytes(run.nowSeconds);
  migration.lastRoundBytes = relocatedBytes(migration);
  sendRound(run, migration, migration.lastRoundBytes);
}

/** RAV has the disks at the target but for the last changes: those and the memory go by vMotion. */
export function beginRavSwitchover(run: Run, migration: MigrationRun): void {
  requireOpenWindow(run, migration);
  run.recorder.event(run.nowSeconds, "switchoverStarted", migration.index);
  const isOn = migration.vm.powerState === "poweredOn";
  if (isOn && !migration.vm.cpuCompatible) {
    fail(run, migration, "cpuIncompatible");
    return;
  }
  migration.relocateRound = 0;
  migration.lastRoundBytes =
    migration.takeDirtyBytes(run.nowSeconds) + (isOn ? migration.vm.memoryBytes : 0);
  sendRound(run, migration, migration.lastRoundBytes);
}

/** A round has been sent: what changed meanwhile is the next one, until it fits into a stun. */
export function endRound(run: Run, migration: MigrationRun): void {
  const { vm } = migration;
  if (migration.type === "Cold" || vm.powerState !== "poweredOn") {
    endRelocate(run, migration);
    return;
  }
  if (migration.isDown) {
    // The round of the stun itself.
    comeUp(run, migration);
    endRelocate(run, migration);
    return;
  }
  const seconds = Math.max(run.nowSeconds - migration.phaseStartSeconds, 1e-3);
  const rate = migration.lastRoundBytes / seconds;
  const memory = Math.min(vm.memoryBytes, vm.memoryDirtyBytesPerSecond * seconds);
  const dirty = memory + migration.takeDirtyBytes(run.nowSeconds);
  const { stunSeconds } = run.scenario.parameters;
  const fitsStun = dirty <= rate * stunSeconds;
  const isStuck = dirty >= migration.lastRoundBytes || migration.relocateRound >= MAX_ROUNDS;
  if (fitsStun) {
    goDown(run, migration);
    migration.plannedBytes = migration.bytesBefore;
    run.endAt(migration, run.nowSeconds + stunSeconds);
    return;
  }
  if (isStuck) {
    run.warn(migration, "neverConverges");
    goDown(run, migration);
  }
  migration.relocateRound++;
  migration.lastRoundBytes = dirty;
  sendRound(run, migration, dirty);
}

function sendRound(run: Run, migration: MigrationRun, bytes: number): void {
  if (failIfFull(run, migration)) return;
  run.transfer(migration, PHASE.relocate, bytes);
  watchForStall(run, migration);
}

/** The stun is over and the guest runs at the target. */
export function endStun(run: Run, migration: MigrationRun): void {
  comeUp(run, migration);
  endRelocate(run, migration);
}

function endRelocate(run: Run, migration: MigrationRun): void {
  const { parameters } = run.scenario;
  const isOn = migration.vm.powerState === "poweredOn";
  if (migration.type === "Cold" && isOn) {
    run.step(migration, PHASE.powerOn, parameters.powerOnSeconds);
    return;
  }
  comeUp(run, migration);
  beginRelocationCleanup(run, migration);
}

export function beginRelocationCleanup(run: Run, migration: MigrationRun): void {
  comeUp(run, migration);
  const { parameters } = run.scenario;
  const isRav = migration.type === "RAV";
  const seconds = isRav ? parameters.cleanupSeconds : parameters.relocateCleanupSeconds;
  run.step(migration, PHASE.cleanup, seconds);
}
