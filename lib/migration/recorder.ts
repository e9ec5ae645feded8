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
  private readonly reasonNumbers = new Map<string, number>();
  private readonly curves: RecordedCurve[] = [];

  private readonly phaseRows: OwnedRows;
  private readonly phaseCode = new GrowingFloats(1024);
  private readonly phaseStart = new GrowingFloats(1024);
  private readonly phaseReason = new GrowingFloats(1024);
  private readonly phaseMessage = new GrowingFloats(1024);
  private readonly phaseAttempt = new GrowingFloats(1024);
  private readonly phasePlanned = new GrowingFloats(1024);

  private readonly pieceRows: OwnedRows;
  private readonly pieceStart = new GrowingFloats(1024);
  private readonly pieceCurve = new GrowingFloats(1024);
  private readonly pieceRate = new GrowingFloats(1024);
  private readonly pieceCurveBytes = new GrowingFloats(1024);
  private readonly pieceBytes = new GrowingFloats(1024);

  private readonly downRows: OwnedRows;
  private readonly downStart = new GrowingFloats(64);
  private readonly downEnd = new GrowingFloats(64);

  constructor(migrationCount: number) {
    this.phaseRows = new OwnedRows(migrationCount);
    this.pieceRows = new OwnedRows(migrationCount);
    this.downRows = new OwnedRows(migrationCount);
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
    const key = `${kind}\n${id}\n${ownerId ?? ""}`;
    let number = this.reasonNumbers.get(key);
    if (number === undefined) {
      number = this.reasons.push({ kind, id, ownerId }) - 1;
      this.reasonNumbers.set(key, number);
    }
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
    const messageCode = message === null ? -1 : MESSAGE_CODES.indexOf(message);
    const last = this.phaseRows.last[migration] as number;
    if (last >= 0 && this.phaseStart.at(last) === seconds) {
      this.phaseCode.set(last, code);
      this.phaseReason.set(last, reason);
      this.phaseMessage.set(last, messageCode);
      this.phaseAttempt.set(last, attempt);
      this.phasePlanned.set(last, plannedBytes);
      return;
    }
    this.phaseRows.add(migration);
    this.phaseCode.push(code);
    this.phaseStart.push(seconds);
    this.phaseReason.push(reason);
    this.phaseMessage.push(messageCode);
    this.phaseAttempt.push(attempt);
    this.phasePlanned.push(plannedBytes);
  }

  /** A transfer follows a curve, or runs at a constant rate, from now on. */
  piece(migration: number, seconds: number, curve: number, rate: number, bytes: number): void {
    const curveBytes = curve === NO_CURVE ? 0 : this.curveBytesAt(curve, seconds);
    const last = this.pieceRows.last[migration] as number;
    if (last >= 0 && this.pieceStart.at(last) === seconds) {
      this.pieceCurve.set(last, curve);
      this.pieceRate.set(last, rate);
      this.pieceCurveBytes.set(last, curveBytes);
      this.pieceBytes.set(last, bytes);
      return;
    }
    this.pieceRows.add(migration);
    this.pieceStart.push(seconds);
    this.pieceCurve.push(curve);
    this.pieceRate.push(rate);
    this.pieceCurveBytes.push(curveBytes);
    this.pieceBytes.push(bytes);
  }

  /** Payload bytes of a migration's attempt at or after its last piece began. */
  sentBytes(migration: number, seconds: number, efficiencyRatio: number): number {
    const last = this.pieceRows.last[migration] as number;
    if (last < 0) return 0;
    const curve = this.pieceCurve.at(last);
    const lanBytes =
      curve === NO_CURVE
        ? this.pieceRate.at(last) * (seconds - this.pieceStart.at(last))
        : this.curveBytesAt(curve, seconds) - this.pieceCurveBytes.at(last);
    return this.pieceBytes.at(last) + lanBytes * efficiencyRatio;
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
    this.downRows.add(migration);
    this.downStart.push(seconds);
    this.downEnd.push(Number.NaN);
  }

  downUntil(migration: number, seconds: number): void {
    const last = this.downRows.last[migration] as number;
    if (last >= 0 && Number.isNaN(this.downEnd.at(last))) this.downEnd.set(last, seconds);
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
    const { offsets, order } = this.phaseRows.sort();
    const { length } = order;
    const phase = new Uint8Array(length);
    const startSeconds = new Float64Array(length);
    const reason = new Int32Array(length);
    const message = new Int16Array(length);
    const attempt = new Uint16Array(length);
    const plannedBytes = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = order[i] as number;
      phase[i] = this.phaseCode.at(row);
      startSeconds[i] = this.phaseStart.at(row);
      reason[i] = this.phaseReason.at(row);
      message[i] = this.phaseMessage.at(row);
      attempt[i] = this.phaseAttempt.at(row);
      plannedBytes[i] = this.phasePlanned.at(row);
    }
    return { offsets, phase, startSeconds, reason, message, attempt, plannedBytes };
  }

  pieceColumns(): PieceColumns {
    const { offsets, order } = this.pieceRows.sort();
    const { length } = order;
    const startSeconds = new Float64Array(length);
    const curve = new Int32Array(length);
    const rate = new Float64Array(length);
    const curveBytes = new Float64Array(length);
    const bytes = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = order[i] as number;
      startSeconds[i] = this.pieceStart.at(row);
      curve[i] = this.pieceCurve.at(row);
      rate[i] = this.pieceRate.at(row);
      curveBytes[i] = this.pieceCurveBytes.at(row);
      bytes[i] = this.pieceBytes.at(row);
    }
    return { offsets, startSeconds, curve, rate, curveBytes, bytes };
  }

  downtimeColumns(): DowntimeColumns {
    const { offsets, order } = this.downRows.sort();
    const { length } = order;
    const startSeconds = new Float64Array(length);
    const endSeconds = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const row = order[i] as number;
      startSeconds[i] = this.downStart.at(row);
      endSeconds[i] = this.downEnd.at(row);
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
