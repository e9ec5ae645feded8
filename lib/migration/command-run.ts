import { applyLink } from "./capacity-run";
import type { Command } from "./command-schema";
import { strikeFault } from "./fault-run";
import { beginAttempt, cancel, go, queueForTransfer } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { secondsOfMoment } from "./moment";
import { isRelocation, PHASE, TERMINAL_PHASES } from "./phase";
import { remediedVm } from "./prerequisites";
import { afterSync } from "./replication-run";
import type { Run } from "./run";
import { powerOff } from "./switchover-run";

/** Commands: each acts at its time on the migrations that it can act on, and says which it could not. */
export function runCommand(run: Run, command: Command): void {
  switch (command.kind) {
    case "injectFault":
      strikeFault(run, command.fault);
      return;
    case "editLimits":
      run.recorder.event(run.nowSeconds, "command", -1, null, command.kind);
      for (const manager of run.parts.managers) Object.assign(manager.limits, command.limits);
      run.requestDispatch();
      return;
    case "editLink": {
      run.recorder.event(run.nowSeconds, "command", -1, null, command.kind);
      const link = run.parts.links.find(({ config }) => config.id === command.linkId);
      if (link === undefined) return;
      link.capacityBytesPerSecond = command.capacityBytesPerSecond;
      applyLink(run, link);
      return;
    }
    default:
      for (const migration of selectionOf(run, command)) {
        const isDone = actOn(run, migration, command);
        const kind = isDone ? "command" : "commandRefused";
        run.recorder.event(run.nowSeconds, kind, migration.index, null, command.kind);
      }
  }
}

type GroupCommand = Exclude<Command, { kind: "injectFault" | "editLimits" | "editLink" }>;

function selectionOf(run: Run, command: GroupCommand): MigrationRun[] {
  const group = run.parts.groups.find(({ config }) => config.id === command.groupId);
  if (group === undefined) return [];
  if (command.vmIds === null) return group.migrations;
  const wanted = new Set(command.vmIds);
  return group.migrations.filter(({ vm }) => wanted.has(vm.id));
}

/** @returns false when the migration is in no state for it */
function actOn(run: Run, migration: MigrationRun, command: GroupCommand): boolean {
  const { phase } = migration;
  const isUnderWay = phase !== PHASE.draft && !TERMINAL_PHASES.has(phase);
  switch (command.kind) {
    case "startGroup":
      if (phase !== PHASE.draft) return false;
      go(run, migration);
      return true;
    case "cancel":
      // What runs at the target already is only being tidied up.
      if (!isUnderWay || phase === PHASE.cleanup || phase === PHASE.toolsUpgrade) return false;
      cancel(run, migration);
      return true;
    case "retry":
      if (phase !== PHASE.failed && phase !== PHASE.cancelled) return false;
      if (migration.needsCleanup) return false;
      prepareRetry(migration, command);
      beginAttempt(run, migration);
      return true;
    case "forcePowerOff":
      if (phase === PHASE.completed) return false;
      migration.forcePowerOff = true;
      if (phase === PHASE.guestShutdown && !migration.isForcedOff) powerOff(run, migration);
      return true;
    case "forceCleanup":
      if (phase !== PHASE.failed && phase !== PHASE.cancelled) return false;
      migration.needsCleanup = false;
      if (command.removeSeedCheckpoint) migration.seedBytes = 0;
      return true;
    case "reschedule":
      return reschedule(run, migration, command);
  }
}

function prepareRetry(migration: MigrationRun, command: Extract<Command, { kind: "retry" }>): void {
  const { enableSeedCheckpoint, removeSnapshots, removeISOs, forcePowerOffVm, remedied } = command;
  // A seed that is not asked for again is not used (HCX 4.7 user guide, options).
  if (!enableSeedCheckpoint) migration.seedBytes = 0;
  migration.options = {
    ...migration.options,
    enableSeedCheckpoint,
    removeSnapshots: removeSnapshots ?? migration.options.removeSnapshots,
    removeISOs: removeISOs ?? migration.options.removeISOs,
  };
  if (forcePowerOffVm !== null) migration.forcePowerOff = forcePowerOffVm;
  if (!remedied) return;
  migration.vm = remediedVm(migration.vm);
  migration.refusesShutdown = false;
  migration.hasSnapshots = false;
}

function reschedule(
  run: Run,
  migration: MigrationRun,
  command: Extract<Command, { kind: "reschedule" }>,
): boolean {
  const { phase } = migration;
  const isTooLate = phase >= PHASE.guestShutdown && phase !== PHASE.windowMissed;
  const isRetryable = phase === PHASE.failed || phase === PHASE.cancelled;
  if (isTooLate && !isRetryable) return false;
  const { switchoverWindow, transferStart } = command;
  if (isRelocation(migration.type) && (switchoverWindow ?? transferStart) !== null) return false;
  const { scenario } = run;
  migration.windowStartSeconds =
    switchoverWindow === null
      ? Number.NEGATIVE_INFINITY
      : secondsOfMoment(switchoverWindow.start, scenario);
  migration.windowEndSeconds =
    switchoverWindow === null || switchoverWindow.end === null
      ? Number.POSITIVE_INFINITY
      : secondsOfMoment(switchoverWindow.end, scenario);
  if (phase === PHASE.waitingForSwitchover || phase === PHASE.windowMissed) {
    migration.waitsIn = null;
    afterSync(run, migration);
  } else if (transferStart !== null) {
    migration.transferStartSeconds = secondsOfMoment(transferStart, scenario);
    const waitsForStart = phase === PHASE.queued && migration.waitsIn === null;
    if (!waitsForStart) return true;
    if (migration.transferStartSeconds <= run.nowSeconds) queueForTransfer(run, migration);
    else run.endAt(migration, migration.transferStartSeconds);
  }
  return true;
}
