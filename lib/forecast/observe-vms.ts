import { PHASE, PHASES } from "@/lib/migration/phase";
import type { Scenario, ScenarioVm } from "@/lib/migration/schema";
import type { MigrationTimeline } from "@/lib/migration/timeline";

/** What the past says of single VMs, as logarithms of observed over expected: one number a VM. */
export interface VmObservations {
  churn: number[];
  guestShutdown: number[];
  stepDuration: number[];
}

const TRANSFERS: ReadonlySet<number> = new Set([
  PHASE.baseSync,
  PHASE.deltaSync,
  PHASE.finalSync,
  PHASE.relocate,
]);
const SECONDS_TOLERANCE = 1e-3;

/**
 * Reads ended steps and sent deltas off what happened up to `untilSeconds`: the length of placeholder steps,
 * of shutdowns that went their way, and the bytes that deltas had to send after so much time.
 */
export function observeVms(
  scenario: Scenario,
  past: MigrationTimeline,
  untilSeconds: number,
): VmObservations {
  const vms = new Map(scenario.vms.map((vm) => [vm.id, vm]));
  const surges = scenario.commands.some(
    (command) => command.kind === "injectFault" && command.fault.fault === "churnSurge",
  );
  const seen: VmObservations = { churn: [], guestShutdown: [], stepDuration: [] };
  past.migrations.forEach(({ vmId, type }, index) => {
    const vm = vms.get(vmId);
    if (vm === undefined) return;
    const rows = rowsOf(past, index, untilSeconds);
    const replicates = type === "Bulk" || type === "RAV" || type === "OsAssistedMigration";
    // Nobody knows by how much a surge that people injected multiplies what is normal.
    if (replicates && !surges) push(seen.churn, churnOf(rows, vm));
    push(seen.guestShutdown, shutdownOf(rows, vm, scenario));
    if (replicates) push(seen.stepDuration, placeholderOf(rows, scenario));
  });
  return seen;
}

interface Row {
  phase: number;
  startSeconds: number;
  /** Null while it is under way. */
  endSeconds: number | null;
  plannedBytes: number;
}

function rowsOf({ phases }: MigrationTimeline, index: number, untilSeconds: number): Row[] {
  const end = phases.offsets[index + 1] ?? 0;
  const rows: Row[] = [];
  for (let row = phases.offsets[index] ?? 0; row < end; row++) {
    const startSeconds = phases.startSeconds[row] as number;
    if (startSeconds >= untilSeconds) break;
    const next = row + 1 < end ? (phases.startSeconds[row + 1] as number) : null;
    rows.push({
      phase: phases.phase[row] as number,
      startSeconds,
      endSeconds: next !== null && next < untilSeconds ? next : null,
      plannedBytes: phases.plannedBytes[row] as number,
    });
  }
  return rows;
}

function push(list: number[], ratio: number | null): void {
  if (ratio !== null && ratio > 0) list.push(Math.log(ratio));
}

/** Bytes of all deltas over those of the nominal rate; null without a delta, or where the working set caps it. */
function churnOf(rows: readonly Row[], vm: ScenarioVm): number | null {
  const rate = vm.changeRateBytesPerSecond;
  if (!(rate > 0)) return null;
  const used = vm.disks.reduce((sum, disk) => sum + (disk.usedBytes ?? disk.sizeBytes), 0);
  const limit = used * vm.changeWorkingSetRatio;
  let snapshot: Row | null = null;
  let bytes = 0;
  let expected = 0;
  for (const row of rows) {
    if (!TRANSFERS.has(row.phase) || row.phase === PHASE.relocate) continue;
    // The guest is off during its final sync, and writes less while it goes down.
    if (row.phase === PHASE.deltaSync && snapshot !== null) {
      const delta = row.plannedBytes - snapshot.plannedBytes;
      if (delta < limit) {
        bytes += delta;
        expected += rate * (row.startSeconds - snapshot.startSeconds);
      }
    }
    snapshot = row;
  }
  return expected > 0 ? bytes / expected : null;
}

/** One that took the time-out refused, and one of the length of a forced power-off was forced. */
function shutdownOf(rows: readonly Row[], vm: ScenarioVm, scenario: Scenario): number | null {
  const row = rows.find(({ phase, endSeconds }) => phase === PHASE.guestShutdown && endSeconds);
  if (row === undefined || row.endSeconds === null) return null;
  const { parameters } = scenario;
  const expected =
    vm.guestFamily === "windows"
      ? parameters.windowsShutdownSeconds
      : parameters.linuxShutdownSeconds;
  const seconds = row.endSeconds - row.startSeconds;
  const isOf = (limit: number) => Math.abs(seconds - limit) < SECONDS_TOLERANCE;
  if (!vm.toolsRunning || vm.refusesShutdown || expected <= 0) return null;
  if (isOf(parameters.shutdownTimeoutSeconds) && expected !== parameters.shutdownTimeoutSeconds) {
    return null;
  }
  return seconds / expected;
}

function placeholderOf(rows: readonly Row[], { parameters }: Scenario): number | null {
  const row = rows.find(({ phase, endSeconds }) => phase === PHASE.placeholder && endSeconds);
  if (row === undefined || row.endSeconds === null || parameters.placeholderSeconds <= 0) {
    return null;
  }
  return (row.endSeconds - row.startSeconds) / parameters.placeholderSeconds;
}

/** Random interruptions so far, and how many factor 1 would have brought: tunnels and transfers. */
export function observeFaults(
  { faultRates }: Scenario,
  past: MigrationTimeline,
  untilSeconds: number,
): { count: number; expected: number } {
  let count = 0;
  for (const { seconds, kind, code } of past.events) {
    if (seconds >= untilSeconds) continue;
    const isRandom =
      (kind === "failed" && code === "interrupted") || (kind === "fault" && code === "tunnelDown");
    if (isRandom) count++;
  }
  let activeSeconds = 0;
  const meshes = new Map<string, { from: number; to: number }>();
  past.migrations.forEach(({ meshId }, index) => {
    for (const row of rowsOf(past, index, untilSeconds)) {
      if (!isActive(row.phase)) continue;
      const to = row.endSeconds ?? untilSeconds;
      activeSeconds += to - row.startSeconds;
      const span = meshes.get(meshId) ?? { from: row.startSeconds, to };
      meshes.set(meshId, {
        from: Math.min(span.from, row.startSeconds),
        to: Math.max(span.to, to),
      });
    }
  });
  let meshSeconds = 0;
  for (const { from, to } of meshes.values()) meshSeconds += to - from;
  const expected =
    (faultRates.migrationFailurePerVmHour * activeSeconds +
      faultRates.tunnelDownPerHour * meshSeconds) /
    3600;
  return { count, expected };
}

const IDLE: ReadonlySet<string> = new Set([
  "draft",
  "validating",
  "queued",
  "completed",
  "failed",
  "cancelled",
  "windowMissed",
]);
function isActive(phase: number): boolean {
  return !IDLE.has(PHASES[phase] ?? "draft");
}
