import { EventQueue } from "@/lib/engine/event-queue";
import { FluidNetwork } from "@/lib/engine/fluid-network";
import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { MessageCode } from "@/lib/hcx/failure-catalogue";
import { buildRun } from "./build-run";
import { guestFlowCount } from "./extension-run";
import type { MigrationRun } from "./migration-state";
import { PHASES } from "./phase";
import { Recorder } from "./recorder";
import type { Redraw } from "./redraw-options";
import { EVENT, EVENT_PRIORITY, IS_BACKGROUND } from "./run-events";
import type { RunParts } from "./run-parts";
import type { Scenario } from "./schema";
import { Transfers } from "./transfers";
import type { UncertaintyName } from "./uncertainty-schema";

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
  readonly transfers: Transfers;
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
  /** Settlements of the network whose rates have been looked at. */
  checkedSettlements = -1;
  vcenterDownUntil = 0;
  activationLostUntil = 0;
  /** What planned starts and ends of faults do, by the subject of their event. */
  readonly faultEnds: (() => void)[] = [];

  constructor(
    readonly scenario: Scenario,
    readonly options: RunOptions,
  ) {
    const count = scenario.groups.reduce((sum, group) => sum + group.migrations.length, 0);
    this.recorder = new Recorder(count, guestFlowCount(scenario));
    this.parts = buildRun(scenario, this.network, this.recorder);
    this.transfers = new Transfers(this.network, this.recorder);
  }

  schedule(seconds: number, kind: number, subject: number, priority?: number): number {
    if (IS_BACKGROUND[kind] === 0) this.foregroundCount++;
    const order = priority ?? (EVENT_PRIORITY[kind] as number);
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
      this.transfers.begin(migration);
      return;
    }
    // Until then nothing is under way, as SimGrid has it: the transfer takes no share of any resource.
    const seconds = this.nowSeconds + latencySeconds;
    migration.timer = this.schedule(seconds, EVENT.firstByte, migration.index);
  }

  /** Does something after a number of seconds: the end of a fault that people or chance began. */
  endLater(seconds: number, action: () => void): void {
    this.later(this.nowSeconds + seconds, action);
  }

  /** Does something at a time, for which the run goes on. */
  later(atSeconds: number, action: () => void): void {
    this.schedule(atSeconds, EVENT.faultEnd, this.faultEnds.push(action) - 1);
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
}
