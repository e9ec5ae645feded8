import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { CounterState, Phase } from "./phase";

/**
 * What a run of the engine returns: the whole history and future of every migration, as typed arrays and
 * plain objects, so it can be cloned to another thread. Read it by lib/migration/state-at.ts and series.ts.
 * Times are seconds after the scenario's start.
 */
export interface MigrationTimeline {
  startTime: string;
  timeZone: string;
  seed: number;
  /** Time of the last event; the state stays as it is from then on. */
  endSeconds: number;
  /** True when the run stopped at the horizon and something was still under way. */
  horizonReached: boolean;
  /** Model events that the run took, transfers' ends included. */
  eventCount: number;
  /** By migration index: the order of the scenario's groups and of the migrations in them. */
  migrations: TimelineMigration[];
  groups: TimelineGroup[];
  links: TimelineLink[];
  extensions: ExtensionNetwork[];
  phases: PhaseColumns;
  pieces: PieceColumns;
  curves: Curve[];
  downtimes: DowntimeColumns;
  events: TimelineEvent[];
  /** `WaitingReason`s that phases refer to by number. */
  reasons: WaitingReason[];
}

export interface TimelineMigration {
  vmId: string;
  vmName: string;
  groupId: string;
  wave: string | null;
  meshId: string;
  linkId: string;
  sourceHostId: string | null;
  type: MigrationType;
  /** Bytes of the first full copy. */
  baseBytes: number;
  diskBytes: number[];
  memoryBytes: number;
  /** Payload bytes per byte on the LAN, 0..1, and LAN bytes per byte on the WAN link, 1 or more. */
  efficiencyRatio: number;
  wanRatio: number;
  /** As scheduled last; null switches over at once. */
  switchoverStartSeconds: number | null;
  switchoverEndSeconds: number | null;
}

export interface TimelineGroup {
  id: string;
  name: string;
  wave: string | null;
  meshId: string;
  /** Its migrations are `firstMigration` up to, not including, `endMigration`. */
  firstMigration: number;
  endMigration: number;
}

export interface TimelineLink {
  id: string;
  /** Capacity over time, in bytes/s on the wire, reservations and faults taken off: `times[i]` on. */
  times: Float64Array;
  capacities: Float64Array;
}

/** An appliance that stretches networks, and what guests sent through it. */
export interface ExtensionNetwork {
  id: string;
  linkId: string;
  capacityBytesPerSecond: number;
  /** `row` is their place in `pieces`, after the migrations. */
  guestFlows: { id: string; row: number; startSeconds: number; endSeconds: number }[];
}

/** Rows of migration m are `offsets[m]` up to, not including, `offsets[m + 1]`, by time. */
export interface PhaseColumns {
  offsets: Int32Array;
  /** Code, an index of `PHASES`. */
  phase: Uint8Array;
  startSeconds: Float64Array;
  /** Index of `reasons`, -1 for none. */
  reason: Int32Array;
  /** Index of `MESSAGE_CODES`, -1 for none. */
  message: Int16Array;
  /** 1 for the first. */
  attempt: Uint16Array;
  /** Payload bytes of this attempt when the phase's transfer is done. */
  plannedBytes: Float64Array;
}

/**
 * Transfers as pieces: within a piece a migration follows the fair share of one bottleneck (`curve`), or
 * runs at a constant rate (`curve` -1, which is 0 while idle). Thus a rate change of a link with 200
 * transfers costs one row of the link's curve, not 200 rows.
 */
export interface PieceColumns {
  offsets: Int32Array;
  startSeconds: Float64Array;
  curve: Int32Array;
  /** Constant rate (LAN bytes/s) when `curve` is -1. */
  rate: Float64Array;
  /** The curve's value at the start. */
  curveBytes: Float64Array;
  /** Payload bytes of the attempt at the start of the piece. */
  bytes: Float64Array;
}

export type ResourceKind =
  | "sourceHost"
  | "sourceDatastore"
  | "ix"
  | "networkExtension"
  | "link"
  | "targetDatastore";

/** LAN bytes that one transfer held back by this resource has sent: piecewise linear, never falling. */
export interface Curve {
  kind: ResourceKind;
  id: string;
  /** As the scenario gives it: what changes it later is in `links` and in the events. */
  capacityBytesPerSecond: number;
  times: Float64Array;
  bytes: Float64Array;
  rates: Float64Array;
}

export interface DowntimeColumns {
  offsets: Int32Array;
  startSeconds: Float64Array;
  /** NaN while it lasts beyond the end of the run. */
  endSeconds: Float64Array;
}

export type TimelineEventKind =
  | "started"
  | "transferStarted"
  | "baseSyncCompleted"
  | "switchoverStarted"
  | "completed"
  | "failed"
  | "cancelled"
  | "windowMissed"
  | "warning"
  | "command"
  | "commandRefused"
  | "fault"
  | "faultEnded";

export interface TimelineEvent {
  seconds: number;
  kind: TimelineEventKind;
  /** -1 for what concerns no single migration. */
  migration: number;
  code: MessageCode | null;
  /** Name of the command or fault, or the id of what it concerns. */
  subject: string | null;
}

/** Why a migration waits or what holds its transfer back. */
export interface WaitingReason {
  kind: "limit" | "window" | "transferStart" | "resource" | "stream" | "command";
  /** Limit name, resource kind or command; the object that it belongs to is `ownerId`. */
  id: string;
  ownerId: string | null;
}

/** One migration at one moment. */
export interface MigrationState {
  phase: Phase;
  counterState: CounterState;
  phaseStartSeconds: number;
  attempt: number;
  /** Payload bytes of this attempt. */
  bytesTransferred: number;
  totalBytes: number;
  rateBytesPerSecond: number;
  /** Whole number, floored; 100 only when completed. */
  percent: number;
  waitingReason: WaitingReason | null;
  /** Up to this moment, over all attempts. */
  downtimeSeconds: number;
  isDown: boolean;
  messageCode: MessageCode | null;
}

/** All migrations at one moment, by migration index. */
export interface FleetState {
  seconds: number;
  /** Indices of `PHASES` and `COUNTER_STATES`. */
  phase: Uint8Array;
  counter: Uint8Array;
  percent: Uint8Array;
  bytesTransferred: Float64Array;
  totalBytes: Float64Array;
  rateBytesPerSecond: Float64Array;
  /** Index of the timeline's `reasons`; -1 for none. What holds a transfer back is in `bottleneckCurve`. */
  reason: Int32Array;
  /** Index of `curves`; -1 for none or its own stream. */
  bottleneckCurve: Int32Array;
}
