import { EventQueue } from "@/lib/engine/event-queue";
import { FluidNetwork } from "@/lib/engine/fluid-network";
import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { buildRun } from "./build-run";
import { GrowingFloats } from "./growing-columns";
import { PHASE, PHASES } from "./phase";
import { NO_CURVE, Recorder } from "./recorder";
import type { Redraw } from "./redraw-options";
import type { MigrationRun, RunParts } from "./run-state";
import type { Scenario } from "./schema";
import type { UncertaintyName } from "./uncertainty-schema";

// Sums of many small stretches differ from their whole by rounding only.
const CONSERVATION_TOLERANCE = 1e-6;

/** Kinds of events. What the world does by itself is background: it never keeps a run going. */
export const EVENT = {
  timer: 0,
  go: 1,
  command: 2,
  dispatch: 3,
  linkChange: 4,
  faultEnd: 5,
  stall: 6,
  hazard: 7,
  backupStart: 8,
  randomTunnelDown: 9,
  redraw: 10,
  reservation: 11,
  firstByte: 12,
  bandwidthDrift: 13,
} as const;
/** 1 for the kinds of the background. A table, as it is asked of every event. */
const IS_BACKGROUND = new Uint8Array(Object.keys(EVENT).length);
for (const kind of [
  "linkChange",
  "backupStart",
  "randomTunnelDown",
  "reservation",
  "redraw",
  "bandwidthDrift",
] as const) {
  IS_BACKGROUND[EVENT[kind]] = 1;
}

/** At one instant: capacities, then commands, then what is due, and new starts when all that is done. */
const PRIORITY = { capacity: 0, command: 1, due: 2, dispatch: 9 } as const;

export const TERMINAL_PHASES: ReadonlySet<number> = new Set([
  PHASE.completed,
  PHASE.failed,
  PHASE.cancelled,
]);

export interface RunOptions {
  /**
   * What is checked after every event: `cheap`, as a rule, is time and the shared capacities; `all` adds every
   * resource and counts what runs anew, for tests; `off` is there to measure what the others cost.
   */
  invariants: "off" | "cheap" | "all";
  /** By time: from each on, other draws and factors hold; what was before stays as it was. */
  redraws: readonly Redraw[];
}

/** A run in progress: the queue, the network, the state and the record, with the few moves that all share. */
export class Run {
  readonly queue = new EventQueue(1024);
  readonly network = new FluidNetwork();
  readonly recorder: Recorder;
  readonly parts: RunParts;
  nowSeconds = 0;
  eventCount = 0;
  /** Events that are waited for, beyond those of the background. */
  foregroundCount = 0;
  queueSequence = 0;
  dispatchPending = false;
  /** The redraw that holds now; null before the first. */
  redrawn: Redraw | null = null;
  /** Handle of its next change of the bandwidth, -1 for none. */
  driftTimer = -1;
  vcenterDownUntil = 0;
  activationLostUntil = 0;
  /** What planned starts and ends of faults do, by the subject of their event. */
  readonly faultEnds: (() => void)[] = [];
  /** Capacity of each link over time, on the wire. */
  readonly capacities: { times: GrowingFloats; values: GrowingFloats }[];
  /** Owner of each transfer in the network. */
  private readonly owners: (MigrationRun | undefined)[] = [];
  private starting: MigrationRun | undefined;

  constructor(
    readonly scenario: Scenario,
    readonly options: RunOptions,
  ) {
    const count = scenario.groups.reduce((sum, group) => sum + group.migrations.length, 0);
    this.recorder = new Recorder(count);
    this.parts = buildRun(scenario, this.network, this.recorder);
    this.capacities = this.parts.links.map(() => ({
      times: new GrowingFloats(),
      values: new GrowingFloats(),
    }));
    this.network.observe({
      flowHeldBy: (flow, bottleneck, rate) => this.recordPiece(flow, bottleneck, rate),
      paceChanged: (resource, pace) => this.recorder.pace(resource, this.network.nowSeconds, pace),
    });
  }

  schedule(seconds: number, kind: number, subject: number, priority?: number): number {
    if (IS_BACKGROUND[kind] === 0) this.foregroundCount++;
    const order = priority ?? priorityOf(kind);
    return this.queue.schedule(Math.max(seconds, this.nowSeconds), order, kind, subject);
  }

  cancelEvent(handle: number): void {
    if (handle >= 0 && this.queue.cancel(handle)) this.foregroundCount--;
  }

  isBackground(kind: number): boolean {
    return IS_BACKGROUND[kind] === 1;
  }

  /** Ends the phase's timer and transfer, if any, and begins another phase. */
  enter(
    migration: MigrationRun,
    phase: number,
    reason = -1,
    message: MessageCode | null = null,
  ): void {
    this.cancelEvent(migration.timer);
    migration.timer = -1;
    migration.phase = phase;
    migration.phaseStartSeconds = this.nowSeconds;
    this.recorder.phase(
      migration.index,
      this.nowSeconds,
      phase,
      reason,
      message,
      migration.attempt,
      migration.plannedBytes,
    );
  }

  /** Lets the phase end at a time. */
  endAt(migration: MigrationRun, seconds: number): void {
    this.cancelEvent(migration.timer);
    migration.timer = this.schedule(seconds, EVENT.timer, migration.index);
  }

  /** Begins a phase that takes a step's time. */
  step(migration: MigrationRun, phase: number, meanSeconds: number): void {
    this.enter(migration, phase);
    const seconds = meanSeconds * this.stepFactor(migration, PHASES[phase] ?? "");
    this.endAt(migration, this.nowSeconds + seconds);
  }

  /** Begins a phase that transfers payload bytes. */
  transfer(migration: MigrationRun, phase: number, payloadBytes: number): void {
    migration.plannedBytes = migration.bytesBefore + payloadBytes;
    this.enter(migration, phase);
    const { latencySeconds } = migration.mesh.link.config;
    if (latencySeconds === 0 || payloadBytes === 0) {
      this.beginFlow(migration);
      return;
    }
    // Until then nothing is under way, as SimGrid has it: the transfer takes no share of any resource.
    const seconds = this.nowSeconds + latencySeconds;
    migration.timer = this.schedule(seconds, EVENT.firstByte, migration.index);
  }

  /** The first byte has crossed the link: from now on the transfer has its share. */
  beginFlow(migration: MigrationRun): void {
    migration.timer = -1;
    this.starting = migration;
    migration.flow = this.network.addFlow(
      migration.path,
      (migration.plannedBytes - migration.bytesBefore) / migration.efficiencyRatio,
      migration.capBytesPerSecond,
    );
    this.owners[migration.flow] = migration;
    this.starting = undefined;
  }

  /** Called when the network says that a transfer is complete. */
  takeCompletion(flow: number): MigrationRun {
    const migration = this.owners[flow];
    if (migration === undefined) throw new Error(`transfer ${flow} has no owner`);
    this.owners[flow] = undefined;
    migration.flow = -1;
    this.assertSent(migration);
    migration.bytesBefore = migration.plannedBytes;
    this.recorder.piece(migration.index, this.nowSeconds, NO_CURVE, 0, migration.bytesBefore);
    return migration;
  }

  /** Stops a transfer that is under way. */
  stopTransfer(migration: MigrationRun): void {
    if (migration.flow < 0) return;
    const sent = this.network.removeFlow(migration.flow) * migration.efficiencyRatio;
    this.owners[migration.flow] = undefined;
    migration.flow = -1;
    migration.bytesBefore += sent;
    this.recorder.piece(migration.index, this.nowSeconds, NO_CURVE, 0, migration.bytesBefore);
  }

  recordCapacity(linkIndex: number, bytesPerSecond: number): void {
    const capacity = this.capacities[linkIndex];
    if (capacity === undefined) return;
    const { times, values } = capacity;
    const last = times.length - 1;
    if (last >= 0 && values.at(last) === bytesPerSecond) return;
    if (last >= 0 && times.at(last) === this.nowSeconds) {
      values.set(last, bytesPerSecond);
      return;
    }
    times.push(this.nowSeconds);
    values.push(bytesPerSecond);
  }

  /** Does something after a number of seconds: the end of a fault that people or chance began. */
  endLater(seconds: number, action: () => void): void {
    this.schedule(this.nowSeconds + seconds, EVENT.faultEnd, this.faultEnds.push(action) - 1);
  }

  /** Does something at a time that the scenario knows in advance. */
  startLater(atSeconds: number, action: () => void): void {
    this.schedule(atSeconds, EVENT.linkChange, this.faultEnds.push(action) - 1);
  }

  requestDispatch(): void {
    if (this.dispatchPending) return;
    this.dispatchPending = true;
    this.schedule(this.nowSeconds, EVENT.dispatch, 0);
  }

  /** The random stream of a migration's purpose in its present attempt. */
  stream(migration: MigrationRun, purpose: string): RandomStream {
    return this.streamOf(migration.vm.id, purpose, String(migration.attempt));
  }

  streamOf(...names: string[]): RandomStream {
    if (this.redrawn !== null) return namedStream(this.redrawn.seed, "redrawn", ...names);
    return namedStream(this.scenario.seed, ...names);
  }

  /** A replication's factor on an input; 1 before the time from which it is drawn anew. */
  factor(name: UncertaintyName): number {
    return this.redrawn?.factors[name] ?? 1;
  }

  warn(migration: MigrationRun, code: MessageCode, subject: string | null = null): void {
    this.recorder.event(this.nowSeconds, "warning", migration.index, code, subject);
  }

  private stepFactor(migration: MigrationRun, step: string): number {
    const name = step === "guestShutdown" ? "guestShutdown" : "stepDuration";
    const { stepVariation } = this.scenario.parameters;
    const own = step === "guestShutdown" ? migration.ownShutdownFactor : migration.ownStepFactor;
    const factor = this.factor(name) * own;
    if (stepVariation === 0) return factor;
    return factor * this.stream(migration, `step ${step}`).lognormalOfMean(1, stepVariation);
  }

  /** An invariant: what the record says was sent is what was to be sent. */
  private assertSent({ index, vm, plannedBytes, efficiencyRatio }: MigrationRun): void {
    const sent = this.recorder.sentBytes(index, this.nowSeconds, efficiencyRatio);
    if (Math.abs(sent - plannedBytes) <= 1 + CONSERVATION_TOLERANCE * plannedBytes) return;
    throw new Error(
      `invariant broken at ${this.nowSeconds} s, seed ${this.scenario.seed}: ` +
        `${vm.id} has sent ${sent} bytes of ${plannedBytes}`,
    );
  }

  private recordPiece(flow: number, bottleneck: number, rate: number): void {
    const migration = this.owners[flow] ?? this.starting;
    if (migration === undefined) return;
    const sent = this.network.isUnderWay(flow) ? this.network.transferredBytes(flow) : 0;
    this.recorder.piece(
      migration.index,
      this.network.nowSeconds,
      bottleneck < 0 ? NO_CURVE : bottleneck,
      bottleneck < 0 ? rate : 0,
      migration.bytesBefore + sent * migration.efficiencyRatio,
    );
  }
}

function priorityOf(kind: number): number {
  switch (kind) {
    case EVENT.dispatch:
      return PRIORITY.dispatch;
    case EVENT.command:
      return PRIORITY.command;
    case EVENT.timer:
    case EVENT.go:
    case EVENT.stall:
    case EVENT.hazard:
    case EVENT.backupStart:
    case EVENT.firstByte:
      return PRIORITY.due;
    default:
      return PRIORITY.capacity;
  }
}
