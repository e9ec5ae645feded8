import { MESSAGE_CODES } from "@/lib/hcx/failure-catalogue";
import { curveBytesAt, curveRateAt, lastNotAfter } from "./curve";
import {
  COUNTER_CODE_OF_PHASE,
  COUNTER_STATES,
  type CounterState,
  PHASES,
  percentMoves,
  percentOf,
} from "./phase";
import { NO_CURVE } from "./recorder";
import type { FleetState, MigrationState, MigrationTimeline } from "./timeline";

const at = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;

interface Sent {
  bytes: number;
  rateBytesPerSecond: number;
  curve: number;
}

const NOTHING_SENT: Sent = { bytes: 0, rateBytesPerSecond: 0, curve: NO_CURVE };

/** Payload bytes of the attempt, and the rate, of one migration at a moment. */
function sentAt(timeline: MigrationTimeline, migration: number, seconds: number): Sent {
  const { pieces, curves, migrations } = timeline;
  const from = at(pieces.offsets, migration);
  const index = lastNotAfter(pieces.startSeconds, from, at(pieces.offsets, migration + 1), seconds);
  if (index < from) return NOTHING_SENT;
  const efficiency = migrations[migration]?.efficiencyRatio ?? 1;
  const curveIndex = at(pieces.curve, index);
  const curve = curveIndex === NO_CURVE ? undefined : curves[curveIndex];
  const lanBytes = curve
    ? curveBytesAt(curve, seconds) - at(pieces.curveBytes, index)
    : at(pieces.rate, index) * (seconds - at(pieces.startSeconds, index));
  const lanRate = curve ? curveRateAt(curve, seconds) : at(pieces.rate, index);
  return {
    bytes: at(pieces.bytes, index) + lanBytes * efficiency,
    rateBytesPerSecond: lanRate * efficiency,
    curve: curveIndex,
  };
}

/** Row of the phase that a migration is in; -1 before it exists. */
function phaseRowAt(timeline: MigrationTimeline, migration: number, seconds: number): number {
  const { phases } = timeline;
  const from = at(phases.offsets, migration);
  const end = at(phases.offsets, migration + 1);
  const row = lastNotAfter(phases.startSeconds, from, end, seconds);
  return row < from ? -1 : row;
}

/** Whole percent, floored, following the bytes within a phase; 100 only when completed. */
function percentAt(
  timeline: MigrationTimeline,
  migration: number,
  row: number,
  sentBytes: number,
): number {
  const { phases } = timeline;
  const code = at(phases.phase, row);
  const type = timeline.migrations[migration]?.type ?? "Bulk";
  if (!percentMoves(type, code)) return percentOf(type, code, 0);
  // Later rounds of a relocation send what changed meanwhile: the first one has taken it to the end.
  const hasEarlierRound =
    row > at(phases.offsets, migration) &&
    at(phases.phase, row - 1) === code &&
    at(phases.attempt, row - 1) === at(phases.attempt, row);
  if (hasEarlierRound) return percentOf(type, code, 1);
  const before = sentAt(timeline, migration, at(phases.startSeconds, row)).bytes;
  const planned = at(phases.plannedBytes, row) - before;
  return percentOf(type, code, planned > 0 ? (sentBytes - before) / planned : 0);
}

/** Every migration at a moment, as columns: what a board of thousands reads. */
export function stateAt(timeline: MigrationTimeline, seconds: number): FleetState {
  const count = timeline.migrations.length;
  const fleet: FleetState = {
    seconds,
    phase: new Uint8Array(count),
    counter: new Uint8Array(count),
    percent: new Uint8Array(count),
    bytesTransferred: new Float64Array(count),
    totalBytes: new Float64Array(count),
    rateBytesPerSecond: new Float64Array(count),
    reason: new Int32Array(count).fill(-1),
    bottleneckCurve: new Int32Array(count).fill(NO_CURVE),
  };
  for (let migration = 0; migration < count; migration += 1) {
    const row = phaseRowAt(timeline, migration, seconds);
    if (row < 0) continue;
    const sent = sentAt(timeline, migration, seconds);
    const code = at(timeline.phases.phase, row);
    fleet.phase[migration] = code;
    fleet.counter[migration] = at(COUNTER_CODE_OF_PHASE, code);
    fleet.percent[migration] = percentAt(timeline, migration, row, sent.bytes);
    fleet.bytesTransferred[migration] = sent.bytes;
    fleet.totalBytes[migration] = Math.max(at(timeline.phases.plannedBytes, row), sent.bytes);
    fleet.rateBytesPerSecond[migration] = sent.rateBytesPerSecond;
    fleet.reason[migration] = at(timeline.phases.reason, row);
    fleet.bottleneckCurve[migration] = sent.curve;
  }
  return fleet;
}

/** One migration at a moment, or null before it exists. */
export function migrationStateAt(
  timeline: MigrationTimeline,
  migration: number,
  seconds: number,
): MigrationState | null {
  const row = phaseRowAt(timeline, migration, seconds);
  if (row < 0) return null;
  const { phases, reasons } = timeline;
  const sent = sentAt(timeline, migration, seconds);
  const code = at(phases.phase, row);
  const downtime = downtimeAt(timeline, migration, seconds);
  return {
    phase: PHASES[code] ?? "draft",
    counterState: COUNTER_STATES[at(COUNTER_CODE_OF_PHASE, code)] ?? "draft",
    phaseStartSeconds: at(phases.startSeconds, row),
    attempt: at(phases.attempt, row),
    bytesTransferred: sent.bytes,
    totalBytes: Math.max(at(phases.plannedBytes, row), sent.bytes),
    rateBytesPerSecond: sent.rateBytesPerSecond,
    percent: percentAt(timeline, migration, row, sent.bytes),
    waitingReason: reasons[at(phases.reason, row)] ?? null,
    downtimeSeconds: downtime.seconds,
    isDown: downtime.isDown,
    messageCode: MESSAGE_CODES[at(phases.message, row)] ?? null,
  };
}

/** Time up to a moment in which the guest did not run, and whether it is down then. */
export function downtimeAt(
  timeline: MigrationTimeline,
  migration: number,
  seconds: number,
): { seconds: number; isDown: boolean } {
  const { offsets, startSeconds, endSeconds } = timeline.downtimes;
  let total = 0;
  let isDown = false;
  for (let row = at(offsets, migration); row < at(offsets, migration + 1); row += 1) {
    const start = at(startSeconds, row);
    if (start > seconds) break;
    const end = endSeconds[row] ?? Number.NaN;
    isDown = Number.isNaN(end) || end > seconds;
    total += (isDown ? seconds : end) - start;
  }
  return { seconds: total, isDown };
}

/** One stay of a migration in a phase. Rounds of a relocation are one stay, delta syncs are one each. */
export interface PhaseInterval {
  attempt: number;
  phase: (typeof PHASES)[number];
  startSeconds: number;
  /** Null for the last. */
  endSeconds: number | null;
}

export function phasesOf(timeline: MigrationTimeline, migration: number): PhaseInterval[] {
  const { phases } = timeline;
  const end = at(phases.offsets, migration + 1);
  const intervals: PhaseInterval[] = [];
  for (let row = at(phases.offsets, migration); row < end; row += 1) {
    const attempt = at(phases.attempt, row);
    const phase = PHASES[at(phases.phase, row)] ?? "draft";
    const startSeconds = at(phases.startSeconds, row);
    const endSeconds = row + 1 < end ? at(phases.startSeconds, row + 1) : null;
    const last = intervals.at(-1);
    const goesOn = last?.phase === phase && last.attempt === attempt && phase !== "deltaSync";
    if (goesOn) last.endSeconds = endSeconds;
    else intervals.push({ attempt, phase, startSeconds, endSeconds });
  }
  return intervals;
}

const ENDED: ReadonlySet<CounterState> = new Set(["completed", "warning", "error", "cancelled"]);

/** When a migration comes to its last state; null when it is still under way at the end of the run. */
export function endOf(timeline: MigrationTimeline, migration: number): number | null {
  const { phases } = timeline;
  const last = at(phases.offsets, migration + 1) - 1;
  if (last < at(phases.offsets, migration)) return null;
  const counter = COUNTER_STATES[at(COUNTER_CODE_OF_PHASE, at(phases.phase, last))] ?? "draft";
  return ENDED.has(counter) ? at(phases.startSeconds, last) : null;
}

/** The first moment after `seconds` at which any migration changes its phase; null when none does. */
export function nextChangeAfter(timeline: MigrationTimeline, seconds: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (let migration = 0; migration < timeline.migrations.length; migration += 1) {
    const { offsets, startSeconds } = timeline.phases;
    const end = at(offsets, migration + 1);
    const row = lastNotAfter(startSeconds, at(offsets, migration), end, seconds) + 1;
    if (row < end) next = Math.min(next, at(startSeconds, row));
  }
  return Number.isFinite(next) ? next : null;
}
