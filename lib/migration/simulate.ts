import { InvariantError } from "@/lib/engine/invariants";
import { changeReservation, scheduleCapacities, strikeStall } from "./capacity-run";
import { runCommand } from "./command-run";
import { scheduleGuestFlows } from "./extension-run";
import { runBackup, scheduleBackup } from "./fault-run";
import { InvariantWatch } from "./invariant-watch";
import { assertShared } from "./invariants";
import { complete, endValidation, go, queueForTransfer, strikeHazard } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { secondsOfMoment } from "./moment";
import { isRelocation, PHASE } from "./phase";
import { scheduleTunnelDown, strikeTunnel } from "./random-tunnel";
import { driftBandwidth, redraw } from "./redraw";
import {
  beginRavSwitchover,
  beginRelocate,
  beginRelocationCleanup,
  endPreparation,
  endRound,
  endStun,
  prepareRelocation,
  startRelocation,
} from "./relocation-run";
import {
  beginBaseSync,
  beginPlaceholder,
  endBaseSync,
  endDelta,
  endPlaceholder,
  endWaiting,
  startReplication,
} from "./replication-run";
import { Run, type RunOptions } from "./run";
import { EVENT } from "./run-events";
import type { Scenario } from "./schema";
import { nextToStart, takeSlot } from "./slots";
import {
  beginCleanup,
  beginFinalSync,
  beginInstantiation,
  beginPowerOn,
  endConsolidation,
  endFinalSync,
  endFixUp,
  endPowerOn,
  endShutdown,
} from "./switchover-run";
import type { MigrationTimeline } from "./timeline";
import { buildTimeline } from "./timeline-build";

/**
 * Runs a scenario that has passed `parseScenario` and returns its whole timeline. Pure and deterministic:
 * equal scenarios and options give equal timelines, on any machine and in any time zone.
 */
export function simulateMigrations(
  scenario: Scenario,
  options: Partial<RunOptions> = {},
): MigrationTimeline {
  return buildTimeline(runScenario(scenario, options));
}

/**
 * The same run without its record put into order: for who wants the ends only.
 * @throws Error naming the seed when an invariant is broken, which is a bug
 */
export function runScenario(scenario: Scenario, options: Partial<RunOptions> = {}): Run {
  const run = startRun(scenario, options);
  const { invariants } = run.options;
  const watch = invariants === "all" ? new InvariantWatch(run) : null;
  try {
    for (let beforeSeconds = 0; step(run); beforeSeconds = run.nowSeconds) {
      if (invariants === "off") continue;
      assertShared(run, beforeSeconds);
      watch?.check();
    }
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw new Error(`invariant broken, seed ${scenario.seed}: ${error.message}`, { cause: error });
  }
  return run;
}

/** A run before its first event, with everything planned that the scenario says in advance. */
export function startRun(scenario: Scenario, options: Partial<RunOptions> = {}): Run {
  const run = new Run(scenario, { invariants: "cheap", redraws: [], ...options });
  const { parts } = run;
  for (const migration of parts.migrations) {
    run.enter(migration, PHASE.draft);
    scheduleBackup(run, migration);
  }
  parts.groups.forEach(({ config }, groupIndex) => {
    if (config.goAt === null) return;
    run.schedule(Math.max(0, secondsOfMoment(config.goAt, scenario)), EVENT.go, groupIndex);
  });
  scenario.commands.forEach((command, index) => {
    run.schedule(command.atSeconds, EVENT.command, index);
  });
  scheduleCapacities(run);
  scheduleGuestFlows(run);
  for (let i = 0; i < parts.meshes.length; i++) scheduleTunnelDown(run, i);
  run.options.redraws.forEach(({ fromSeconds }, index) => {
    run.schedule(fromSeconds, EVENT.redraw, index, 0);
  });
  return run;
}

/** Takes the earliest event or completion; false when nothing can happen any more. */
export function step(run: Run): boolean {
  const { queue, network, scenario } = run;
  if (run.foregroundCount === 0 && network.flowCount === 0) return false;
  const due = queue.peekSeconds();
  const completion = network.nextCompletionSeconds();
  const next = Math.min(due, completion);
  if (next === Number.POSITIVE_INFINITY) return false;
  if (next > scenario.horizonSeconds) {
    run.nowSeconds = scenario.horizonSeconds;
    return false;
  }
  run.nowSeconds = next;
  run.eventCount++;
  network.advanceTo(next);
  if (completion <= due) {
    const flow = network.takeCompletion();
    if (flow >= 0) endTransfer(run, run.transfers.complete(flow));
    return true;
  }
  queue.next();
  if (!run.isBackground(queue.kind)) run.foregroundCount--;
  handle(run, queue.kind, queue.subject);
  return true;
}

function handle(run: Run, kind: number, subject: number): void {
  const handler = HANDLERS[kind];
  if (handler === undefined) throw new Error(`event kind ${kind}`);
  handler(run, subject);
}

const HANDLERS: Record<number, (run: Run, subject: number) => void> = {
  [EVENT.timer]: (run, subject) => endPhase(run, at(run.parts.migrations, subject)),
  [EVENT.go]: (run, subject) => {
    for (const migration of at(run.parts.groups, subject).migrations) go(run, migration);
  },
  [EVENT.command]: (run, subject) => runCommand(run, at(run.scenario.commands, subject)),
  [EVENT.dispatch]: dispatch,
  [EVENT.faultEnd]: (run, subject) => at(run.faultEnds, subject)(),
  [EVENT.linkChange]: (run, subject) => at(run.faultEnds, subject)(),
  [EVENT.reservation]: changeReservation,
  [EVENT.stall]: (run, subject) => strikeStall(run, at(run.parts.meshes, subject)),
  [EVENT.hazard]: (run, subject) => strikeHazard(run, at(run.parts.migrations, subject)),
  [EVENT.backupStart]: handleBackup,
  [EVENT.randomTunnelDown]: strikeTunnel,
  [EVENT.redraw]: redraw,
  [EVENT.firstByte]: (run, subject) => run.transfers.begin(at(run.parts.migrations, subject)),
  [EVENT.bandwidthDrift]: driftBandwidth,
};

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

function handleBackup(run: Run, subject: number): void {
  const migration = at(run.parts.migrations, subject < 0 ? -1 - subject : subject);
  if (subject >= 0) {
    const seconds = migration.vm.backup?.durationSeconds ?? 0;
    runBackup(run, migration, seconds);
    run.schedule(run.nowSeconds + seconds, EVENT.backupStart, -1 - migration.index);
    return;
  }
  scheduleBackup(run, migration);
}

/** Starts everything that limits allow now, first come first served. */
function dispatch(run: Run): void {
  run.dispatchPending = false;
  if (run.nowSeconds < run.activationLostUntil) return;
  for (const manager of run.parts.managers) {
    for (let queue = nextToStart(run, manager); queue; queue = nextToStart(run, manager)) {
      const { slot } = queue;
      const migration = queue.first();
      if (migration === null) break;
      migration.waitsIn = null;
      takeSlot(migration, slot);
      if (slot === "ravSwitchover") beginRavSwitchover(run, migration);
      else if (isRelocation(migration.type)) startRelocation(run, migration);
      else startReplication(run, migration);
    }
  }
}

/** The timer of a phase has run out. */
function endPhase(run: Run, migration: MigrationRun): void {
  migration.timer = -1;
  const isRelocating = isRelocation(migration.type);
  const next = (isRelocating ? AFTER_RELOCATION_STEP : AFTER_REPLICATION_STEP)[migration.phase];
  if (next === undefined) throw new Error(`phase ${migration.phase} has no timer`);
  next(run, migration);
}

type Transition = (run: Run, migration: MigrationRun) => void;

/** What follows a step of vMotion, Cold and Assisted vMotion. */
const AFTER_RELOCATION_STEP: Record<number, Transition> = {
  [PHASE.validating]: endValidation,
  [PHASE.queued]: queueForTransfer,
  [PHASE.snapshotRemoval]: prepareRelocation,
  [PHASE.placeholder]: endPreparation,
  [PHASE.guestShutdown]: (run, migration) => {
    if (endShutdown(run, migration)) beginRelocate(run, migration);
  },
  [PHASE.relocate]: endStun,
  [PHASE.powerOn]: beginRelocationCleanup,
  [PHASE.cleanup]: complete,
};

/** What follows a step of Bulk, RAV and OS Assisted. */
const AFTER_REPLICATION_STEP: Record<number, Transition> = {
  [PHASE.validating]: endValidation,
  [PHASE.queued]: queueForTransfer,
  [PHASE.snapshotRemoval]: beginPlaceholder,
  [PHASE.placeholder]: endPlaceholder,
  [PHASE.checksum]: beginBaseSync,
  [PHASE.waitingForSwitchover]: endWaiting,
  [PHASE.guestShutdown]: (run, migration) => {
    if (endShutdown(run, migration)) beginFinalSync(run, migration);
  },
  [PHASE.relocate]: endStun,
  [PHASE.consolidation]: endConsolidation,
  [PHASE.hardwareUpgrade]: beginInstantiation,
  [PHASE.instantiation]: beginPowerOn,
  [PHASE.fixUp]: endFixUp,
  [PHASE.powerOn]: endPowerOn,
  [PHASE.toolsUpgrade]: beginCleanup,
  [PHASE.cleanup]: complete,
};

const AFTER_TRANSFER: Record<number, Transition> = {
  [PHASE.baseSync]: endBaseSync,
  [PHASE.deltaSync]: endDelta,
  [PHASE.finalSync]: endFinalSync,
  [PHASE.relocate]: endRound,
};

/** The transfer of a phase is complete. */
function endTransfer(run: Run, migration: MigrationRun): void {
  const next = AFTER_TRANSFER[migration.phase];
  if (next === undefined) throw new Error(`phase ${migration.phase} has no transfer`);
  next(run, migration);
}
