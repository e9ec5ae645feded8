import type { MigrationType } from "@/lib/hcx/migration-types";
import type { MeshState } from "./mesh-state";
import type { DatastoreState } from "./run-parts";
import type { MigrationOptions, ScenarioMigration, ScenarioVm } from "./schema";
import type { SlotQueue } from "./slot-queue";

const NO_SURGES: readonly number[] = [];

/** One migration of one VM, over all its attempts. */
export class MigrationRun {
  readonly usedBytes: number;
  readonly sizeBytes: number;
  readonly type: MigrationType;
  options: MigrationOptions;

  phase = 0;
  phaseStartSeconds = 0;
  attempt = 0;
  /** Handle of the timer that ends the phase, -1 for none. */
  timer = -1;
  /** Number of the transfer in the network, -1 for none. */
  flow = -1;
  /** Payload bytes sent in this attempt before the present transfer, and those it will have sent after it. */
  bytesBefore = 0;
  plannedBytes = 0;

  transferStartSeconds = 0;
  /** -Infinity and Infinity: at once. */
  windowStartSeconds = Number.NEGATIVE_INFINITY;
  windowEndSeconds = Number.POSITIVE_INFINITY;

  waitsIn: SlotQueue | null = null;
  queueSequence = 0;
  holdsSlot = false;
  holdsRavSwitchover = false;
  reservedBytes = 0;

  /** Unique bytes changed since the snapshot of the sync before, up to `churnSinceSeconds`. */
  dirtyBytes = 0;
  churnSinceSeconds = 0;
  churnFactor = 1;
  /** What this VM's steps take of what they would on average. */
  ownShutdownFactor = 1;
  ownStepFactor = 1;
  /** Factors of the surges that last; another list with each change, as hardly any VM ever has one. */
  surges: readonly number[] = NO_SURGES;
  /** False while the guest is off: it changes nothing. */
  isWriting: boolean;
  syncStartSeconds = 0;
  rpoViolations = 0;
  warnedOfChurn = false;
  /** Bytes that a seed checkpoint holds at the target. */
  seedBytes = 0;
  needsCleanup = false;
  /** Removed by the first attempt that gets so far. */
  hasSnapshots: boolean;

  forcePowerOff = false;
  refusesShutdown: boolean;
  isForcedOff = false;
  backupUntilSeconds = 0;
  isDown = false;
  relocateRound = 0;
  lastRoundBytes = 0;
  /** Handle of the random event that would end the attempt, -1 for none. */
  hazard = -1;

  constructor(
    readonly index: number,
    /** As it is now: people may have changed it between two attempts. */
    public vm: ScenarioVm,
    readonly groupIndex: number,
    readonly mesh: MeshState,
    config: ScenarioMigration,
    readonly datastore: DatastoreState | null,
    /** Resources that its transfers cross. */
    readonly path: number[],
    /** Its own limit in LAN bytes/s, and payload bytes per LAN byte. */
    readonly capBytesPerSecond: number,
    readonly efficiencyRatio: number,
  ) {
    this.type = config.type;
    this.options = config.options;
    this.forcePowerOff = config.options.forcePowerOffVm;
    this.refusesShutdown = vm.refusesShutdown;
    this.isWriting = vm.powerState === "poweredOn";
    this.hasSnapshots = vm.snapshots > 0;
    let used = 0;
    let size = 0;
    for (const disk of vm.disks) {
      used += disk.usedBytes ?? disk.sizeBytes;
      size += disk.sizeBytes;
    }
    this.usedBytes = used;
    this.sizeBytes = size;
  }

  /** Unique bytes changed since the last sync's snapshot; a block counts once, so the working set bounds it. */
  dirtyBytesAt(nowSeconds: number): number {
    let rate = this.isWriting ? this.vm.changeRateBytesPerSecond * this.churnFactor : 0;
    for (const factor of this.surges) rate *= factor;
    const dirty = this.dirtyBytes + rate * (nowSeconds - this.churnSinceSeconds);
    return Math.min(dirty, this.usedBytes * this.vm.changeWorkingSetRatio);
  }

  /** Books what has changed so far, before the rate of change becomes another. */
  settleChurn(nowSeconds: number): void {
    this.dirtyBytes = this.dirtyBytesAt(nowSeconds);
    this.churnSinceSeconds = nowSeconds;
  }

  /** Takes the snapshot of a sync: what changes from now on is for the next one. */
  takeDirtyBytes(nowSeconds: number): number {
    const dirty = this.dirtyBytesAt(nowSeconds);
    this.dirtyBytes = 0;
    this.churnSinceSeconds = nowSeconds;
    return dirty;
  }
}
