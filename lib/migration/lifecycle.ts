import { InvariantError } from "@/lib/engine/invariants";
import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { UNDERLAY_MINIMUMS } from "@/lib/hcx/limits";
import type { MigrationRun } from "./migration-state";
import { isRelocation, PHASE, TERMINAL_PHASES } from "./phase";
import { unmetPrerequisites } from "./prerequisites";
import type { Run } from "./run";
import { EVENT } from "./run-events";
import { SLOT_OF_TYPE } from "./slot-queue";
import { releaseRavSwitchover, releaseSlot, waitForSlot } from "./slots";

/** Go, validation, queue, and the three ways in which an attempt ends. */

/** Begins an attempt. Go on a migration that is not a draft does nothing. */
export function go(run: Run, migration: MigrationRun): void {
  if (migration.phase !== PHASE.draft) return;
  beginAttempt(run, migration);
}

export function beginAttempt(run: Run, migration: MigrationRun): void {
  migration.attempt++;
  migration.bytesBefore = 0;
  migration.plannedBytes = migration.usedBytes;
  migration.rpoViolations = 0;
  migration.warnedOfChurn = false;
  migration.isForcedOff = false;
  run.recorder.piece(migration.index, run.nowSeconds, -1, 0, 0);
  run.recorder.event(run.nowSeconds, "started", migration.index);
  run.step(migration, PHASE.validating, run.scenario.parameters.validationSeconds);
}

/** Validation is over: refuse, wait for the scheduled start, or queue. */
export function endValidation(run: Run, migration: MigrationRun): void {
  const { type, options, mesh } = migration;
  // Copies only where an attempt or a command has changed something since.
  const areGone = migration.vm.snapshots > 0 && !migration.hasSnapshots;
  const vm = areGone ? { ...migration.vm, snapshots: 0 } : migration.vm;
  const isAsGiven = options.forcePowerOffVm === migration.forcePowerOff;
  const allowed = isAsGiven ? options : { ...options, forcePowerOffVm: migration.forcePowerOff };
  const unmet = unmetPrerequisites(vm, type, allowed, mesh.config, run.scenario.hcxVersion);
  const first = unmet[0];
  if (first !== undefined) {
    for (let i = 1; i < unmet.length; i++) run.warn(migration, unmet[i] as MessageCode);
    fail(run, migration, first);
    return;
  }
  warnOfMesh(run, migration);
  if (migration.transferStartSeconds > run.nowSeconds) {
    const reason = run.recorder.reason("transferStart", "transferStart", null);
    run.enter(migration, PHASE.queued, reason);
    run.endAt(migration, migration.transferStartSeconds);
    return;
  }
  queueForTransfer(run, migration);
}

export function queueForTransfer(run: Run, migration: MigrationRun): void {
  const reason = waitForSlot(run, migration, SLOT_OF_TYPE[migration.type]);
  run.enter(migration, PHASE.queued, reason);
}

/** What makes a mesh slow or unsupported is said once for each of its migration types. */
function warnOfMesh(run: Run, { index, mesh, type }: MigrationRun): void {
  if (mesh.warned.has(type)) return;
  mesh.warned.add(type);
  const warn = (applies: boolean, code: MessageCode) => {
    if (applies) run.recorder.event(run.nowSeconds, "warning", index, code, mesh.config.id);
  };
  const { latencySeconds, lossRatio, mtuBytes, capacityBytesPerSecond } = mesh.link.config;
  const needsMore = isRelocation(type) || type === "RAV";
  const minimum = UNDERLAY_MINIMUMS[needsMore ? "vMotion" : "Bulk"];
  const isBelow =
    capacityBytesPerSecond < minimum.bytesPerSecond ||
    2 * latencySeconds > minimum.roundTripSeconds ||
    lossRatio > minimum.lossRatio ||
    mtuBytes < minimum.mtuBytes;
  warn(isBelow, "underlayBelowMinimum");
  warn(!mesh.config.ixCpuReserved && type !== "AssistedvMotion", "ixContention");
  warn(mesh.config.wanOptimization !== null && mesh.wanRatio === 1, "wanOptimizationUnsupported");
}

export function complete(run: Run, migration: MigrationRun): void {
  endAttempt(run, migration);
  migration.reservedBytes = 0;
  run.recorder.event(run.nowSeconds, "completed", migration.index);
  run.enter(migration, PHASE.completed);
}

/** Ends the attempt with an error; HCX rolls back, and a guest that was down comes up again at the source. */
export function fail(run: Run, migration: MigrationRun, code: MessageCode): void {
  endUnfinished(run, migration);
  run.recorder.event(run.nowSeconds, "failed", migration.index, code);
  run.enter(migration, PHASE.failed, -1, code);
}

export function cancel(run: Run, migration: MigrationRun): void {
  endUnfinished(run, migration);
  run.recorder.event(run.nowSeconds, "cancelled", migration.index, "cancelledByUser");
  run.enter(migration, PHASE.cancelled, -1, "cancelledByUser");
}

function endUnfinished(run: Run, migration: MigrationRun): void {
  const { parameters, faultRates } = run.scenario;
  const hasStarted = migration.holdsSlot;
  run.transfers.stop(migration);
  keepSeed(migration);
  endAttempt(run, migration);
  // The guest runs again, so it changes blocks again.
  migration.settleChurn(run.nowSeconds);
  migration.isWriting = migration.vm.powerState === "poweredOn";
  if (migration.isDown) {
    const back = parameters.rollbackSeconds + parameters.powerOnSeconds;
    migration.isDown = false;
    run.recorder.downUntil(migration.index, run.nowSeconds + back);
  }
  if (migration.datastore !== null && migration.datastore.freeBytes !== null) {
    migration.datastore.freeBytes += migration.reservedBytes;
  }
  migration.reservedBytes = 0;
  const ratio = Math.min(1, faultRates.cleanupFailureRatio * run.factor("faultRate"));
  if (hasStarted && ratio > 0 && run.stream(migration, "cleanup").chance(ratio)) {
    migration.needsCleanup = true;
    run.warn(migration, "cleanupNeeded");
  }
}

/** With a seed checkpoint the target disks stay after a failure; without, roll-back deletes them. */
function keepSeed(migration: MigrationRun): void {
  const canSeed = migration.type === "Bulk" || migration.type === "RAV";
  const isWorth = canSeed && migration.options.enableSeedCheckpoint;
  migration.seedBytes = isWorth
    ? Math.min(migration.usedBytes, migration.seedBytes + migration.bytesBefore)
    : 0;
}

function endAttempt(run: Run, migration: MigrationRun): void {
  if (TERMINAL_PHASES.has(migration.phase)) {
    throw new InvariantError("one-end", `${migration.vm.id} ends twice at ${run.nowSeconds} s`);
  }
  migration.waitsIn = null;
  migration.mesh.active.delete(migration);
  releaseRavSwitchover(run, migration);
  releaseSlot(run, migration);
  run.cancelEvent(migration.hazard);
  migration.hazard = -1;
}

/** A random event of the attempt, at its exponential time; nothing when the rate is 0. */
export function scheduleHazards(run: Run, migration: MigrationRun): void {
  run.cancelEvent(migration.hazard);
  migration.hazard = -1;
  const { snapshotPerVmHour, migrationFailurePerVmHour } = run.scenario.faultRates;
  const perHour = (snapshotPerVmHour + migrationFailurePerVmHour) * run.factor("faultRate");
  if (perHour <= 0) return;
  const seconds = run.stream(migration, "interruption").exponential(3600 / perHour);
  migration.hazard = run.schedule(run.nowSeconds + seconds, EVENT.hazard, migration.index);
}

/** What the random event turns out to be. */
export function strikeHazard(run: Run, migration: MigrationRun): void {
  migration.hazard = -1;
  const { snapshotPerVmHour, migrationFailurePerVmHour } = run.scenario.faultRates;
  const share = snapshotPerVmHour / (snapshotPerVmHour + migrationFailurePerVmHour);
  const isSnapshot = run.stream(migration, "interruption kind").chance(share);
  fail(run, migration, isSnapshot ? "snapshotDuringMigration" : "interrupted");
}
