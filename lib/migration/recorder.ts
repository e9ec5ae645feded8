import { MESSAGE_CODES, type MessageCode } from "@/lib/hcx/failure-catalogue";
import { GrowingFloats, OwnedRows } from "./growing-columns";
import type {
  Curve,
  DowntimeColumns,
  PhaseColumns,
  PieceColumns,
  ResourceKind,
  TimelineEvent,
  TimelineEventKind,
  WaitingReason,
} from "./timeline";

/** No curve: a constant rate, which is 0 while nothing is sent. */
export const NO_CURVE = -1;

/** Places of the fields in a row, and how many there are. */
const PHASE_ROW = {
  start: 0,
  code: 1,
  reason: 2,
  message: 3,
  attempt: 4,
  planned: 5,
  width: 6,
} as const;
const PIECE_ROW = { start: 0, curve: 1, rate: 2, curveBytes: 3, bytes: 4, width: 5 } as const;
const DOWNTIME_ROW = { start: 0, end: 1, width: 2 } as const;
/** Rows of one Bulk migration without waiting, which is what room is made for. */
const PHASES_EXPECTED = 12;
const PIECES_EXPECTED = 8;

/** A resource whose fair share is recorded. */
interface RecordedCurve {
  kind: ResourceKind;
  id: string;
  capacityBytesPerSecond: number;
  times: GrowingFloats;
  bytes: GrowingFloats;
  rates: GrowingFloats;
}

/** Writes down a run as it goes, in the order of events, and sorts it by migration at the end. */
export class Recorder {
  readonly events: TimelineEvent[] = [];
  readonly reasons: WaitingReason[] = [];
  private latestReason = -1;
  private readonly reasonNumbers = new Map<string, number>();
  private readonly curves: RecordedCurve[] = [];

  private readonly phases: OwnedRows;
  private readonly pieces: OwnedRows;
  private readonly downtimes: OwnedRows;

  /** @param guestFlowCount rows of `pieces` after those of the migrations */
  constructor(migrationCount: number, guestFlowCount = 0) {
    this.phases = new OwnedRows(migrationCount, PHASE_ROW.width, PHASES_EXPECTED * migrationCount);
    this.pieces = new OwnedRows(
      migrationCount + guestFlowCount,
      PIECE_ROW.width,
      PIECES_EXPECTED * migrationCount,
    );
    this.downtimes = new OwnedRows(migrationCount, DOWNTIME_ROW.width, migrationCount);
  }

  addCurve(kind: ResourceKind, id: string, capacityBytesPerSecond: number): void {
    const curve: RecordedCurve = {
      kind,
      id,
      capacityBytesPerSecond,
      times: new GrowingFloats(),
      bytes: new GrowingFloats(),
      rates: new GrowingFloats(),
    };
    curve.times.push(0);
    curve.bytes.push(0);
    curve.rates.push(0);
    this.curves.push(curve);
  }

  reason(kind: WaitingReason["kind"], id: string, ownerId: string | null): number {
    // Whole queues wait for the same thing, one after the other.
    const latest = this.reasons[this.latestReason];
    const isSame = latest?.kind === kind && latest.id === id && latest.ownerId === ownerId;
    if (isSame) return this.latestReason;
    const key = `${kind}\n${id}\n${ownerId ?? ""}`;
    let number = this.reasonNumbers.get(key);
    if (number === undefined) {
      number = this.reasons.push({ kind, id, ownerId }) - 1;
      this.reasonNumbers.set(key, number);
    }
    this.latestReason = number;
    return number;
  }

  /** Begins a phase; one that would last no time at all is replaced. */
  phase(
    migration: number,
    seconds: number,
    code: number,
    reason: number,
    message: MessageCode | null,
    attempt: number,
    plannedBytes: number,
  ): void {
    const { phases } = this;
    const latest = phases.latest(migration);
    const isReplaced = latest >= 0 && phases.values[latest + PHASE_ROW.start] === seconds;
    const row = isReplaced ? latest : phases.add(migration);
    const { values } = phases;
    values[row + PHASE_ROW.start] = seconds;
    values[row + PHASE_ROW.code] = code;
    values[row + PHASE_ROW.reason] = reason;
    values[row + PHASE_ROW.message] = message === null ? -1 : MESSAGE_CODES.indexOf(message);
    values[row + PHASE_ROW.attempt] = attempt;
    values[row + PHASE_ROW.planned] = plannedBytes;
  }

  /** A transfer follows a curve, or runs at a constant rate, from now on. */
  piece(migration: number, seconds: number, curve: number, rate: number, bytes: number): void {
    const { pieces } = this;
    const latest = pieces.latest(migration);
    const isReplaced = latest >= 0 && pieces.values[latest + PIECE_ROW.start] === seconds;
    const row = isReplaced ? latest : pieces.add(migration);
    const { values } = pieces;
    values[row + PIECE_ROW.start] = seconds;
    values[row + PIECE_ROW.curve] = curve;
    values[row + PIECE_ROW.rate] = rate;
    values[row + PIECE_ROW.curveBytes] = curve === NO_CURVE ? 0 : this.curveBytesAt(curve, seconds);
    values[row + PIECE_ROW.bytes] = bytes;
  }

  /** Payload bytes of a migration's attempt at or after its last piece began. */
  sentBytes(migration: number, seconds: number, efficiencyRatio: number): number {
    const row = this.pieces.latest(migration);
    if (row < 0) return 0;
    const { values } = this.pieces;
    const curve = values[row + PIECE_ROW.curve] as number;
    const rate = values[row + PIECE_ROW.rate] as number;
    const lanBytes =
      curve === NO_CURVE
        ? rate * (seconds - (values[row + PIECE_ROW.start] as number))
        : this.curveBytesAt(curve, seconds) - (values[row + PIECE_ROW.curveBytes] as number);
    return (values[row + PIECE_ROW.bytes] as number) + lanBytes * efficiencyRatio;
  }

  pace(curveIndex: number, seconds: number, rate: number): void {
    const { times, bytes, rates } = this.curves[curveIndex] as RecordedCurve;
    const last = times.length - 1;
    const lastRate = rates.at(last);
    if (lastRate === rate) return;
    const lastTime = times.at(last);
    if (lastTime === seconds) {
      rates.set(last, rate);
      return;
    }
    bytes.push(bytes.at(last) + lastRate * (seconds - lastTime));
    times.push(seconds);
    rates.push(rate);
  }

  downFrom(migration: number, seconds: number): void {
    const row = this.downtimes.add(migration);
    this.downtimes.values[row + DOWNTIME_ROW.start] = seconds;
    this.downtimes.values[row + DOWNTIME_ROW.end] = Number.NaN;
  }

  downUntil(migration: number, seconds: number): void {
    const { values } = this.downtimes;
    const end = this.downtimes.latest(migration) + DOWNTIME_ROW.end;
    if (end >= 0 && Number.isNaN(values[end])) values[end] = seconds;
  }

  event(
    seconds: number,
    kind: TimelineEventKind,
    migration: number,
    code: MessageCode | null = null,
    subject: string | null = null,
  ): void {
    this.events.push({ seconds, kind, migration, code, subject });
  }

  // One loop a table, with a typed array of its own at each store: that is what the compiler makes fast.
  phaseColumns(): PhaseColumns {
    const { offsets, order } = this.phases.sort();
    const { values } = this.phases;
    const { length } = order;
    const phase = new Uint8Array(length);
    const startSeconds = new Float64Array(length);
    const reason = new Int32Array(length);
    const message = new Int16Array(length);
    const attempt = new Uint16Array(length);
    const plannedBytes = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = (order[i] as number) * PHASE_ROW.width;
      phase[i] = values[row + PHASE_ROW.code] as number;
      startSeconds[i] = values[row + PHASE_ROW.start] as number;
      reason[i] = values[row + PHASE_ROW.reason] as number;
      message[i] = values[row + PHASE_ROW.message] as number;
      attempt[i] = values[row + PHASE_ROW.attempt] as number;
      plannedBytes[i] = values[row + PHASE_ROW.planned] as number;
    }
    return { offsets, phase, startSeconds, reason, message, attempt, plannedBytes };
  }

  pieceColumns(): PieceColumns {
    const { offsets, order } = this.pieces.sort();
    const { values } = this.pieces;
    const { length } = order;
    const startSeconds = new Float64Array(length);
    const curve = new Int32Array(length);
    const rate = new Float64Array(length);
    const curveBytes = new Float64Array(length);
    const bytes = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = (order[i] as number) * PIECE_ROW.width;
      startSeconds[i] = values[row + PIECE_ROW.start] as number;
      curve[i] = values[row + PIECE_ROW.curve] as number;
      rate[i] = values[row + PIECE_ROW.rate] as number;
      curveBytes[i] = values[row + PIECE_ROW.curveBytes] as number;
      bytes[i] = values[row + PIECE_ROW.bytes] as number;
    }
    return { offsets, startSeconds, curve, rate, curveBytes, bytes };
  }

  downtimeColumns(): DowntimeColumns {
    const { offsets, order } = this.downtimes.sort();
    const { values } = this.downtimes;
    const { length } = order;
    const startSeconds = new Float64Array(length);
    const endSeconds = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = (order[i] as number) * DOWNTIME_ROW.width;
      startSeconds[i] = values[row + DOWNTIME_ROW.start] as number;
      endSeconds[i] = values[row + DOWNTIME_ROW.end] as number;
    }
    return { offsets, startSeconds, endSeconds };
  }

  curveColumns(): Curve[] {
    return this.curves.map(({ kind, id, capacityBytesPerSecond, times, bytes, rates }) => ({
      kind,
      id,
      capacityBytesPerSecond,
      times: times.toArray(),
      bytes: bytes.toArray(),
      rates: rates.toArray(),
    }));
  }

  private curveBytesAt(curve: number, seconds: number): number {
    const { times, bytes, rates } = this.curves[curve] as RecordedCurve;
    const last = times.length - 1;
    return bytes.at(last) + rates.at(last) * (seconds - times.at(last));
  }
}
