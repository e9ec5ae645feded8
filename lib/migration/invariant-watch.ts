import { ByteLedger, InvariantError, type InvariantName } from "@/lib/engine/invariants";
import { assertCapacity } from "./invariants";
import type { ManagerState, MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";
import {
  COUNTER_CODE_OF_PHASE,
  COUNTER_STATES,
  PHASE,
  PHASES,
  percentOf,
  TERMINAL_PHASES,
} from "./phase";
import type { Run } from "./run";
import { SLOT_KINDS, SLOT_LIMITS, SLOT_OF_TYPE, type SlotKind } from "./slot-queue";
import { slotUnits } from "./slots";

/** Bytes and percent of a sum of many stretches differ from their whole by rounding only. */
const BYTES_TOLERANCE = 1;
const RELATIVE_TOLERANCE = 1e-6;
const IN_SWITCHOVER = COUNTER_STATES.indexOf("inSwitchover");

/** What a migration was like after the event before. */
interface Seen {
  phase: number;
  attempt: number;
  /** Bytes of the attempt that had been sent by transfers that are over, and in all. */
  bytesBefore: number;
  sentBytes: number;
  percent: number;
}

/**
 * Looks at a whole run after every event and remembers what it saw, as some invariants are about two moments.
 * It costs as much as there are migrations, so it is for tests.
 */
export class InvariantWatch {
  private readonly seen: Seen[];
  private readonly used = new Map<MeshState, Record<SlotKind, number>>();
  private readonly bulkAndRav = new Map<ManagerState, number>();
  private readonly ledger = new ByteLedger();

  constructor(private readonly run: Run) {
    this.seen = run.parts.migrations.map(({ phase, attempt }) => ({
      phase,
      attempt,
      bytesBefore: 0,
      sentBytes: 0,
      percent: 0,
    }));
  }

  /** @throws InvariantError naming what is broken, where and when */
  check(): void {
    const { parts, network } = this.run;
    for (let resource = 0; resource < network.resourceCount; resource++) {
      assertCapacity(this.run, resource);
    }
    for (const manager of parts.managers) this.checkManager(manager);
    for (const mesh of parts.meshes) this.checkSlots(mesh);
    for (const migration of parts.migrations) this.checkMigration(migration);
    this.checkCarried();
  }

  private broken(invariant: InvariantName, what: string): never {
    throw new InvariantError(invariant, `${what} at ${this.run.nowSeconds} s`);
  }

  /** Counters are what runs, and rise to their limit only: a limit that is lowered stops nothing that runs. */
  private checkSlots(mesh: MeshState): void {
    const before = this.used.get(mesh);
    const running = runningOf(this.run.parts.migrations, mesh);
    for (const slot of SLOT_KINDS) {
      const used = mesh.used[slot];
      const counted = running[slot].units;
      const name = `${mesh.config.id} ${slot}`;
      if (counted !== used) this.broken("limits-kept", `${name}: ${used} counted, ${counted} run`);
      const limit = mesh.manager.limits[SLOT_LIMITS[slot]];
      const hasRisen = used > (before?.[slot] ?? 0);
      // A VM with more disks than the limit gets its turn alone.
      const isAlone = running[slot].migrations === 1 && limit > 0;
      if (used > limit && hasRisen && !isAlone) {
        this.broken("limits-kept", `${name}: ${used} of ${limit}`);
      }
    }
    this.used.set(mesh, { ...mesh.used });
  }

  private checkManager(manager: ManagerState): void {
    const running = this.run.parts.migrations.filter(
      ({ mesh, type, holdsSlot }) =>
        mesh.manager === manager && holdsSlot && (type === "Bulk" || type === "RAV"),
    ).length;
    const { bulkAndRav, limits } = manager;
    if (running !== bulkAndRav) {
      this.broken("limits-kept", `${manager.id}: ${bulkAndRav} counted, ${running} run`);
    }
    const hasRisen = bulkAndRav > (this.bulkAndRav.get(manager) ?? 0);
    if (bulkAndRav > limits.bulkAndRavPerManager && hasRisen) {
      this.broken("limits-kept", `${manager.id}: ${bulkAndRav} of ${limits.bulkAndRavPerManager}`);
    }
    this.bulkAndRav.set(manager, bulkAndRav);
  }

  private checkMigration(migration: MigrationRun): void {
    const { run } = this;
    const before = this.seen[migration.index] as Seen;
    const { phase, attempt, vm } = migration;
    const isSameAttempt = attempt === before.attempt;
    this.checkEnd(migration, before);
    const isSwitching = COUNTER_CODE_OF_PHASE[phase] === IN_SWITCHOVER;
    if (isSwitching && COUNTER_CODE_OF_PHASE[before.phase] !== IN_SWITCHOVER) {
      const { windowStartSeconds: start, windowEndSeconds: end } = migration;
      const isInside = run.nowSeconds >= start && run.nowSeconds < end;
      if (!isInside)
        this.broken("window-kept", `${vm.id} switches over outside ${start} to ${end} s`);
    }
    const sentBytes = run.transfers.sentBytes(migration);
    const recorded = run.recorder.sentBytes(
      migration.index,
      run.nowSeconds,
      migration.efficiencyRatio,
    );
    const allowed = BYTES_TOLERANCE + RELATIVE_TOLERANCE * sentBytes;
    if (attempt > 0 && Math.abs(recorded - sentBytes) > allowed) {
      this.broken("bytes-conserved", `${vm.id} has sent ${sentBytes} bytes, ${recorded} recorded`);
    }
    if (isSameAttempt && sentBytes < before.sentBytes - allowed) {
      this.broken("bytes-conserved", `${vm.id} takes back ${before.sentBytes - sentBytes} bytes`);
    }
    const percent = percentNow(migration, sentBytes);
    const isOver = TERMINAL_PHASES.has(phase);
    if (percent < before.percent && isSameAttempt && (!isOver || phase === PHASE.completed)) {
      this.broken("percent-monotone", `${vm.id} goes from ${before.percent} to ${percent} %`);
    }
    const earlier = isSameAttempt ? before.bytesBefore : 0;
    const lanBytes = (migration.bytesBefore - earlier) / migration.efficiencyRatio;
    this.ledger.add(migration.path, lanBytes);
    this.seen[migration.index] = {
      phase,
      attempt,
      bytesBefore: migration.bytesBefore,
      sentBytes,
      percent,
    };
  }

  /** An attempt ends once, leaves nothing behind, and only another attempt follows. */
  private checkEnd(migration: MigrationRun, before: Seen): void {
    const { phase, attempt, vm, mesh } = migration;
    const wasOver = TERMINAL_PHASES.has(before.phase);
    const goesOn = wasOver && phase !== before.phase;
    if (goesOn && (attempt === before.attempt || before.phase === PHASE.completed)) {
      this.broken("one-end", `${vm.id} goes from ${PHASES[before.phase]} to ${PHASES[phase]}`);
    }
    if (!TERMINAL_PHASES.has(phase)) return;
    const isLeft =
      migration.flow >= 0 ||
      migration.timer >= 0 ||
      migration.holdsSlot ||
      migration.holdsRavSwitchover ||
      migration.waitsIn !== null ||
      mesh.active.has(migration);
    if (isLeft) this.broken("one-end", `${vm.id} is ${PHASES[phase]} and still at work`);
  }

  /** What each resource has carried is what migrations and guests have sent over it. */
  private checkCarried(): void {
    const { network, parts } = this.run;
    const underWay = new Float64Array(network.resourceCount);
    const add = ({ path }: { path: readonly number[] }, bytes: number) => {
      for (const resource of path) underWay[resource] = (underWay[resource] as number) + bytes;
    };
    for (const migration of parts.migrations) {
      if (migration.flow >= 0) add(migration, network.transferredBytes(migration.flow));
    }
    // A guest's flow begins once: what it sent before is all that it has sent when it has ended.
    for (const guest of parts.extensions.flatMap(({ guestFlows }) => guestFlows)) {
      add(guest, guest.flow < 0 ? guest.bytesBefore : network.transferredBytes(guest.flow));
    }
    underWay.forEach((bytes, resource) => {
      this.ledger.check(network, resource, bytes);
    });
  }
}

function runningOf(
  migrations: readonly MigrationRun[],
  mesh: MeshState,
): Record<SlotKind, { migrations: number; units: number }> {
  const running = Object.fromEntries(
    SLOT_KINDS.map((slot) => [slot, { migrations: 0, units: 0 }]),
  ) as Record<SlotKind, { migrations: number; units: number }>;
  const count = (slot: SlotKind, units: number) => {
    running[slot].migrations++;
    running[slot].units += units;
  };
  for (const migration of migrations) {
    if (migration.mesh !== mesh) continue;
    const slot = SLOT_OF_TYPE[migration.type];
    if (migration.holdsSlot) count(slot, slotUnits(migration, slot));
    if (migration.holdsRavSwitchover) count("ravSwitchover", 1);
  }
  return running;
}

/** The percent that a board shows now. Later rounds of a relocation, and its stun, stay where the first has ended. */
function percentNow(migration: MigrationRun, sentBytes: number): number {
  const { type, phase, plannedBytes, bytesBefore, relocateRound } = migration;
  const planned = plannedBytes - bytesBefore;
  const isLaterRound = phase === PHASE.relocate && (relocateRound > 0 || planned <= 0);
  const share = planned > 0 ? (sentBytes - bytesBefore) / planned : 0;
  return percentOf(type, phase, isLaterRound ? 1 : share);
}
