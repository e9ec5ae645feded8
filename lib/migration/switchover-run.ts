import { InvariantError } from "@/lib/engine/invariants";
import { failIfFull } from "./datastore-run";
import { fail } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";

/** The switchover of Bulk and OS Assisted, and the shutdown that Cold shares: what is downtime. */

export function beginSwitchover(run: Run, migration: MigrationRun): void {
  requireOpenWindow(run, migration);
  run.recorder.event(run.nowSeconds, "switchoverStarted", migration.index);
  if (migration.vm.powerState === "poweredOn") beginShutdown(run, migration);
  else beginFinalSync(run, migration);
}

/** An invariant, not a refusal: callers look at the window first. */
export function requireOpenWindow(run: Run, migration: MigrationRun): void {
  const now = run.nowSeconds;
  if (now < migration.windowStartSeconds || now >= migration.windowEndSeconds) {
    throw new InvariantError("window-kept", `${migration.vm.id} switches over at ${now} s`);
  }
}

/** Asks the guest to shut down. One that refuses stays up until the time-out, then fails or is powered off. */
export function beginShutdown(run: Run, migration: MigrationRun): void {
  const { parameters, faultRates } = run.scenario;
  const ratio = Math.min(1, faultRates.guestRefusesShutdownRatio * run.factor("faultRate"));
  if (ratio > 0 && run.stream(migration, "refusal").chance(ratio)) migration.refusesShutdown = true;
  if (!migration.vm.toolsRunning && migration.forcePowerOff) {
    powerOff(run, migration);
  } else if (migration.refusesShutdown) {
    run.enter(migration, PHASE.guestShutdown);
    run.endAt(migration, run.nowSeconds + parameters.shutdownTimeoutSeconds);
  } else {
    const isWindows = migration.vm.guestFamily === "windows";
    goDown(run, migration);
    run.step(
      migration,
      PHASE.guestShutdown,
      isWindows ? parameters.windowsShutdownSeconds : parameters.linuxShutdownSeconds,
    );
  }
}

export function powerOff(run: Run, migration: MigrationRun): void {
  goDown(run, migration);
  migration.isForcedOff = true;
  if (migration.phase !== PHASE.guestShutdown) run.enter(migration, PHASE.guestShutdown);
  run.endAt(migration, run.nowSeconds + run.scenario.parameters.forcedPowerOffSeconds);
}

/** @returns true when the guest is down and the migration may go on */
export function endShutdown(run: Run, migration: MigrationRun): boolean {
  if (migration.isDown) return true;
  if (migration.forcePowerOff) powerOff(run, migration);
  else fail(run, migration, "guestRefusedShutdown");
  return false;
}

export function goDown(run: Run, migration: MigrationRun): void {
  if (migration.isDown) return;
  migration.isDown = true;
  run.recorder.downFrom(migration.index, run.nowSeconds);
}

export function comeUp(run: Run, migration: MigrationRun): void {
  if (!migration.isDown) return;
  migration.isDown = false;
  run.recorder.downUntil(migration.index, run.nowSeconds);
}

/** The guest is down, so what it has changed since the last sync is all that is left. */
export function beginFinalSync(run: Run, migration: MigrationRun): void {
  if (failIfFull(run, migration)) return;
  const bytes = migration.takeDirtyBytes(run.nowSeconds);
  migration.isWriting = false;
  migration.lastRoundBytes = bytes;
  run.transfer(migration, PHASE.finalSync, bytes);
}

export function endFinalSync(run: Run, migration: MigrationRun): void {
  const { parameters } = run.scenario;
  if (migration.type === "OsAssistedMigration") {
    const { antivirus } = migration.vm;
    if (antivirus) run.warn(migration, "osamAntivirus");
    const factor = antivirus ? parameters.antivirusFactor : 1;
    run.step(migration, PHASE.fixUp, parameters.fixUpSeconds * factor);
    return;
  }
  const merge = migration.lastRoundBytes / parameters.consolidationBytesPerSecond;
  run.step(migration, PHASE.consolidation, parameters.consolidationSeconds + merge);
}

export function endFixUp(run: Run, migration: MigrationRun): void {
  if (migration.vm.unsupportedFilesystem) fail(run, migration, "osamFixUpFailed");
  else beginPowerOn(run, migration);
}

export function endConsolidation(run: Run, migration: MigrationRun): void {
  if (migration.options.upgradeHardware) {
    run.step(migration, PHASE.hardwareUpgrade, run.scenario.parameters.hardwareUpgradeSeconds);
  } else {
    beginInstantiation(run, migration);
  }
}

export function beginInstantiation(run: Run, migration: MigrationRun): void {
  run.step(migration, PHASE.instantiation, run.scenario.parameters.instantiationSeconds);
}

export function beginPowerOn(run: Run, migration: MigrationRun): void {
  if (migration.vm.powerState === "poweredOn") {
    run.step(migration, PHASE.powerOn, run.scenario.parameters.powerOnSeconds);
  } else {
    beginCleanup(run, migration);
  }
}

export function endPowerOn(run: Run, migration: MigrationRun): void {
  comeUp(run, migration);
  const upgrades = migration.type === "Bulk" && migration.options.upgradeVMTools;
  if (upgrades) {
    run.step(migration, PHASE.toolsUpgrade, run.scenario.parameters.toolsUpgradeSeconds);
  } else {
    beginCleanup(run, migration);
  }
}

/** The source VM is renamed and moved to its folder, without its network adapters. */
export function beginCleanup(run: Run, migration: MigrationRun): void {
  run.step(migration, PHASE.cleanup, run.scenario.parameters.cleanupSeconds);
}
