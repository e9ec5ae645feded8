import { degradeLink, dropTunnel } from "./capacity-run";
import { fillUp, takeSpace } from "./datastore-run";
import type { Fault } from "./fault-schema";
import { fail } from "./lifecycle";
import { minutesOf, occurrenceAfter } from "./local-time";
import type { MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";
import { COUNTER_CODE_OF_PHASE, COUNTER_STATES, isRelocation, PHASE } from "./phase";
import type { Run } from "./run";
import { EVENT } from "./run-events";

/** Faults: what each does at the moment at which it strikes. */

const IN_SWITCHOVER = COUNTER_STATES.indexOf("inSwitchover");
/** A replication whose certificate no longer fits goes into error at the next check (HCX 9.1.1 report). */
const CERTIFICATE_CHECK_SECONDS = 900;

export function strikeFault(run: Run, fault: Fault): void {
  run.recorder.event(run.nowSeconds, "fault", -1, null, fault.fault);
  switch (fault.fault) {
    case "snapshotTaken":
      for (const migration of migrationsOf(run, fault.vmIds)) interruptBySnapshot(run, migration);
      return;
    case "backupJob":
      for (const migration of migrationsOf(run, fault.vmIds)) {
        runBackup(run, migration, fault.durationSeconds);
      }
      return;
    case "guestRefusesShutdown":
      for (const migration of migrationsOf(run, fault.vmIds)) refuseShutdown(run, migration);
      return;
    case "diskAdded":
      for (const migration of migrationsOf(run, fault.vmIds)) addDisk(run, migration);
      return;
    case "churnSurge":
      surge(run, migrationsOf(run, fault.vmIds), fault.factor, fault.durationSeconds);
      return;
    case "tunnelDown":
      dropTunnel(run, meshOf(run, fault.meshId), fault.durationSeconds);
      return;
    case "linkDegraded": {
      const link = run.parts.links.find(({ config }) => config.id === fault.linkId);
      if (link) degradeLink(run, link, fault.capacityRatio, fault.durationSeconds);
      return;
    }
    case "sourceVcenterReboot":
      rebootVcenter(run, fault.durationSeconds);
      return;
    case "targetDatastoreFilled":
      takeSpace(run, fault.datastoreId, fault.bytes);
      return;
    case "targetDatastoreFull":
      fillUp(run, fault.datastoreId, fault.durationSeconds);
      return;
    case "migrationTrackerStopped": {
      const mesh = meshOf(run, fault.meshId);
      const until = run.nowSeconds + fault.durationSeconds;
      mesh.trackerStoppedUntil = Math.max(mesh.trackerStoppedUntil, until);
      run.endLater(fault.durationSeconds, () => run.requestDispatch());
      run.recorder.event(run.nowSeconds, "warning", -1, "migrationTrackerStopped", fault.meshId);
      return;
    }
    case "replicationCertificateMismatch":
      mismatchCertificate(run, meshOf(run, fault.meshId), fault.durationSeconds);
      return;
    case "activationLost":
      run.activationLostUntil = Math.max(
        run.activationLostUntil,
        run.nowSeconds + fault.durationSeconds,
      );
      run.recorder.event(run.nowSeconds, "warning", -1, "activationLost");
      run.endLater(fault.durationSeconds, () => run.requestDispatch());
      return;
  }
}

function migrationsOf(run: Run, vmIds: readonly string[]): MigrationRun[] {
  const wanted = new Set(vmIds);
  return run.parts.migrations.filter(({ vm }) => wanted.has(vm.id));
}

function meshOf(run: Run, meshId: string): MeshState {
  const mesh = run.parts.meshes.find(({ config }) => config.id === meshId);
  if (mesh === undefined) throw new RangeError(`no service mesh has the id ${meshId}`);
  return mesh;
}

/** A snapshot that comes or goes breaks the chain that replication and vMotion follow (F1). */
function interruptBySnapshot(run: Run, migration: MigrationRun): void {
  if (!migration.mesh.active.has(migration)) return;
  // A parked replication follows nothing until it is rescheduled.
  if (migration.phase === PHASE.windowMissed) return;
  // After the final sync the source is no longer read.
  if (migration.phase >= PHASE.consolidation && migration.phase <= PHASE.cleanup) return;
  fail(run, migration, "snapshotDuringMigration");
}

export function runBackup(run: Run, migration: MigrationRun, seconds: number): void {
  migration.backupUntilSeconds = Math.max(migration.backupUntilSeconds, run.nowSeconds + seconds);
  interruptBySnapshot(run, migration);
}

/** Plans the next start of a VM's own backup job. */
export function scheduleBackup(run: Run, migration: MigrationRun): void {
  const { backup } = migration.vm;
  if (backup === null) return;
  const startMinutes = minutesOf(backup.startLocalTime);
  const endMinutes = startMinutes + backup.durationSeconds / 60;
  const originMs = Date.parse(run.scenario.startTime);
  const next = occurrenceAfter(
    { days: backup.days, startMinutes, endMinutes },
    run.nowSeconds,
    originMs,
    run.scenario.timeZone,
  );
  if (next === null) return;
  if (next.startSeconds > run.nowSeconds || run.nowSeconds === 0) {
    run.schedule(Math.max(0, next.startSeconds), EVENT.backupStart, migration.index);
    return;
  }
  // The one under way has been dealt with: look after its end.
  run.schedule(next.endSeconds, EVENT.backupStart, -1 - migration.index);
}

function refuseShutdown(run: Run, migration: MigrationRun): void {
  migration.refusesShutdown = true;
  const isShuttingDown = migration.phase === PHASE.guestShutdown && !migration.isForcedOff;
  if (!isShuttingDown || !migration.isDown) return;
  // It hangs instead of going down: still up until the time-out decides.
  migration.isDown = false;
  run.recorder.downUntil(migration.index, run.nowSeconds);
  const timeout = migration.phaseStartSeconds + run.scenario.parameters.shutdownTimeoutSeconds;
  run.endAt(migration, timeout);
}

/** Before the switchover a changed disk set is noticed; during it, or during a relocation, it is not (F11). */
function addDisk(run: Run, migration: MigrationRun): void {
  if (!migration.mesh.active.has(migration)) return;
  const isSwitching = COUNTER_CODE_OF_PHASE[migration.phase] === IN_SWITCHOVER;
  if (isSwitching || isRelocation(migration.type)) fail(run, migration, "diskChanged");
  else run.warn(migration, "diskChanged");
}

function surge(
  run: Run,
  migrations: readonly MigrationRun[],
  factor: number,
  seconds: number,
): void {
  for (const migration of migrations) {
    migration.settleChurn(run.nowSeconds);
    migration.surges = [...migration.surges, factor];
  }
  run.endLater(seconds, () => {
    for (const migration of migrations) {
      migration.settleChurn(run.nowSeconds);
      const ended = migration.surges.indexOf(factor);
      migration.surges = migration.surges.filter((_, index) => index !== ended);
    }
  });
}

/** Transfers live through it; a switchover or a relocation does not (HCX and vSphere day-2 operations). */
function rebootVcenter(run: Run, seconds: number): void {
  const wait = seconds + run.scenario.parameters.vcenterReconnectSeconds;
  run.vcenterDownUntil = Math.max(run.vcenterDownUntil, run.nowSeconds + wait);
  for (const mesh of run.parts.meshes) {
    for (const migration of [...mesh.active]) {
      const isSwitching = COUNTER_CODE_OF_PHASE[migration.phase] === IN_SWITCHOVER;
      if (isSwitching || isRelocation(migration.type))
        fail(run, migration, "sourceVcenterRebooted");
    }
  }
  run.endLater(wait, () => run.requestDispatch());
}

function mismatchCertificate(run: Run, mesh: MeshState, seconds: number): void {
  if (seconds < CERTIFICATE_CHECK_SECONDS) return;
  run.endLater(CERTIFICATE_CHECK_SECONDS, () => {
    for (const migration of [...mesh.active]) {
      const usesReplication = migration.type === "Bulk" || migration.type === "RAV";
      const isSyncing = migration.phase === PHASE.baseSync || migration.phase === PHASE.deltaSync;
      if (usesReplication && isSyncing) fail(run, migration, "certificateMismatch");
    }
  });
}
