import type { LimitName, Limits } from "@/lib/hcx/limits";
import type {
  MigrationOptions,
  MigrationType,
  Scenario,
  ScenarioGroup,
  ScenarioMigration,
  ScenarioVm,
} from "./schema";
import type { LinkReservation, ScenarioLink, ScenarioMesh } from "./site-schema";

/** Mutable state of a run: what the scenario's parts are at the moment of the event being handled. */

export class ManagerState {
  readonly queues: SlotQueue[] = [];
  bulkAndRav = 0;
  constructor(
    readonly id: string,
    public limits: Limits,
  ) {}
}

/** Migrations of one service mesh that wait for a slot of one kind, first come first served. */
export class SlotQueue {
  private waiting: MigrationRun[] = [];
  /** Place in the manager's line that each had when it came: one that left and came back has another. */
  private places: number[] = [];
  private head = 0;
  constructor(
    readonly mesh: MeshState,
    readonly slot: SlotKind,
  ) {}

  /** The one that has waited longest; those that no longer wait are dropped on the way. */
  first(): MigrationRun | null {
    while (this.head < this.waiting.length) {
      const migration = this.waiting[this.head] as MigrationRun;
      const isHere = migration.waitsIn === this;
      if (isHere && migration.queueSequence === this.places[this.head]) return migration;
      this.head++;
    }
    this.waiting = [];
    this.places = [];
    this.head = 0;
    return null;
  }

  push(migration: MigrationRun): void {
    migration.waitsIn = this;
    this.waiting.push(migration);
    this.places.push(migration.queueSequence);
  }
}

/** Kinds of slots, with the limit of the mesh that counts each. */
export const SLOT_LIMITS = {
  bulk: "bulkPerMesh",
  rav: "ravPerMesh",
  ravSwitchover: "ravSwitchoversPerMesh",
  vmotion: "vmotionPerMesh",
  cold: "coldPerMesh",
  osam: "osamDisksPerMesh",
  assisted: "assistedVmotionPerMesh",
} as const satisfies Record<string, LimitName>;
export type SlotKind = keyof typeof SLOT_LIMITS;
export const SLOT_KINDS = Object.keys(SLOT_LIMITS) as SlotKind[];

export const SLOT_OF_TYPE: Record<MigrationType, SlotKind> = {
  Bulk: "bulk",
  RAV: "rav",
  vMotion: "vmotion",
  Cold: "cold",
  OsAssistedMigration: "osam",
  AssistedvMotion: "assisted",
};

export class MeshState {
  readonly used: Record<SlotKind, number> = {
    bulk: 0,
    rav: 0,
    ravSwitchover: 0,
    vmotion: 0,
    cold: 0,
    osam: 0,
    assisted: 0,
  };
  readonly queues: Record<SlotKind, SlotQueue>;
  /** Under way, in the order of their starts. */
  readonly active = new Set<MigrationRun>();
  tunnelsDown = 0;
  tunnelDownSince = Number.POSITIVE_INFINITY;
  trackerStoppedUntil = 0;
  /** Random failures of the tunnel so far, and the handle of the next one. */
  tunnelFailures = 0;
  tunnelTimer = -1;
  /** Types that the mesh's warnings have been said for. */
  readonly warned = new Set<MigrationType>();

  constructor(
    readonly config: ScenarioMesh,
    readonly manager: ManagerState,
    readonly link: LinkState,
    /** Number of the IX appliance in the network. */
    readonly ixResource: number,
    readonly wanRatio: number,
  ) {
    const queue = (slot: SlotKind) => new SlotQueue(this, slot);
    this.queues = {
      bulk: queue("bulk"),
      rav: queue("rav"),
      ravSwitchover: queue("ravSwitchover"),
      vmotion: queue("vmotion"),
      cold: queue("cold"),
      osam: queue("osam"),
      assisted: queue("assisted"),
    };
    manager.queues.push(...SLOT_KINDS.map((slot) => this.queues[slot]));
  }
}

export class LinkState {
  capacityBytesPerSecond: number;
  /** LAN bytes that a byte on this link carries. */
  wanRatio = 1;
  bandwidthFactor = 1;
  readonly reserved: { config: LinkReservation; isActive: boolean }[];
  /** Shares left by what degrades it now; 0 is an outage. */
  degradations: number[] = [];
  downSince = Number.POSITIVE_INFINITY;
  constructor(
    readonly config: ScenarioLink,
    readonly resource: number,
  ) {
    this.capacityBytesPerSecond = config.capacityBytesPerSecond;
    this.reserved = config.reservations.map((reservation) => ({
      config: reservation,
      isActive: false,
    }));
  }

  /** Bytes/s on the wire that are left for migrations now. */
  effectiveBytesPerSecond(): number {
    let share = 1;
    for (const { config, isActive } of this.reserved) if (isActive) share -= config.reservedRatio;
    let capacity = this.capacityBytesPerSecond * this.bandwidthFactor * Math.max(0, share);
    for (const left of this.degradations) capacity *= left;
    return capacity;
  }
}

export class DatastoreState {
  /** Until then nothing can be written to it. */
  fullUntilSeconds = Number.NEGATIVE_INFINITY;

  constructor(
    readonly id: string,
    readonly resource: number,
    /** Null: not looked at. */
    public freeBytes: number | null,
  ) {}
}

export class GroupState {
  constructor(
    readonly config: ScenarioGroup,
    readonly mesh: MeshState,
    readonly migrations: MigrationRun[],
  ) {}
}

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

export interface RunParts {
  scenario: Scenario;
  managers: ManagerState[];
  meshes: MeshState[];
  links: LinkState[];
  datastores: DatastoreState[];
  groups: GroupState[];
  migrations: MigrationRun[];
}
