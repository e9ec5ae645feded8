import type { FlowTable } from "./flow-table";
import { IndexedHeap } from "./indexed-heap";

/** Load above capacity by this share is rounding, not overload. */
export const OVERLOAD_TOLERANCE = 1e-9;

/** Flows that cross a resource but are held back by another one: their summed weight. */
export interface Share {
  group: FluidResource;
  weight: number;
  count: number;
}

/**
 * A shared capacity. A saturated one is the *group* of the flows that it holds back: they all run at
 * `level` bytes/s per unit of weight, so one virtual clock serves them all, and a flow that joins at virtual
 * time v with b bytes to go leaves at v + b / weight, whatever happens to the level meanwhile.
 */
export class FluidResource {
  /** Summed rate and number of the flows here that their own cap holds back. */
  cappedLoad = 0;
  cappedCount = 0;
  /** Summed weight and number of the flows that this resource holds back. */
  ownWeight = 0;
  ownCount = 0;
  readonly shares: Share[] = [];
  /** Every flow here, as row * MAX_PATH_LENGTH + hop. */
  readonly crossings: number[] = [];
  /** Bytes of flows that have left. */
  carriedBytes = 0;
  component: FluidComponent;
  isTouched = false;
  /** Progressive filling: capacity not given out yet, and the flows that still rise. */
  spare = 0;
  openWeight = 0;
  openCount = 0;

  isGroup = false;
  /** Bytes/s per weight of the flows held back here; Infinity while there are none. */
  level = Number.POSITIVE_INFINITY;
  /** Pace of the virtual clock: `level`, or 0 while it serves nobody. */
  pace = 0;
  /** The pace that an observer was told last. */
  toldPace = 0;
  virtualTime = 0;
  virtualTimeAtSeconds = 0;
  /** While every level stays below this, no resource that shares this group's flows can overload. */
  safeLevel = 0;
  /** Place among the groups of the component, the lowest level first. */
  order = 0;
  /** Highest cap level of the capped flows here that another group watches. */
  capLevelWatchedElsewhere = 0;
  /** Own flows by virtual time of completion. */
  readonly finishing: IndexedHeap;
  /** Own flows with a finite cap, the lowest cap first. */
  readonly ownCaps: IndexedHeap;
  /** Capped flows that would be held back here first if their cap rose, the highest cap first. */
  readonly watchedCaps: IndexedHeap;

  constructor(
    readonly index: number,
    public capacity: number,
    flows: FlowTable,
  ) {
    this.component = new FluidComponent(this);
    this.finishing = new IndexedHeap(flows.finish);
    this.ownCaps = new IndexedHeap(flows.caps);
    this.watchedCaps = new IndexedHeap(flows.caps);
  }

  virtualTimeAt(nowSeconds: number): number {
    return this.virtualTime + this.pace * (nowSeconds - this.virtualTimeAtSeconds);
  }

  setLevel(level: number, nowSeconds: number): void {
    this.virtualTime = this.virtualTimeAt(nowSeconds);
    this.virtualTimeAtSeconds = nowSeconds;
    this.level = level;
  }

  /** Rate of the flows here that other groups hold back. */
  sharedLoad(): number {
    let load = 0;
    for (const share of this.shares) load += share.weight * share.group.level;
    return load;
  }

  /** Rate of all flows here. */
  load(): number {
    const own = this.ownCount === 0 ? 0 : this.ownWeight * this.level;
    return this.cappedLoad + own + this.sharedLoad();
  }

  /**
   * The level that fills this group exactly, given the others. Without own flows: Infinity when what
   * crosses fits, -1 when it does not, so that the highest watched cap gives way.
   */
  fillingLevel(): number {
    const spare = this.capacity - this.cappedLoad - this.sharedLoad();
    if (this.ownCount > 0) return spare / this.ownWeight;
    return spare >= -OVERLOAD_TOLERANCE * this.capacity ? Number.POSITIVE_INFINITY : -1;
  }

  addShare(group: FluidResource, weight: number): void {
    for (const share of this.shares) {
      if (share.group === group) {
        share.weight += weight;
        share.count++;
        return;
      }
    }
    this.shares.push({ group, weight, count: 1 });
  }

  removeShare(group: FluidResource, weight: number): void {
    const { shares } = this;
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i] as Share;
      if (share.group !== group) continue;
      share.weight -= weight;
      if (--share.count === 0) {
        shares[i] = shares[shares.length - 1] as Share;
        shares.pop();
      }
      return;
    }
  }

  leaveGroup(): void {
    this.isGroup = false;
    this.level = Number.POSITIVE_INFINITY;
    this.pace = 0;
    this.virtualTime = 0;
  }
}

/** Resources that flows connect, directly or over others: what one change can reach. */
export class FluidComponent {
  resources: FluidResource[];
  /** The saturated resources, by level once settled. */
  groups: FluidResource[] = [];
  /** Resources whose flows have changed since rates were settled last. */
  touched: FluidResource[] = [];
  isDirty = false;
  needsFilling = false;
  /** Changes since the sums were last built from nothing, for rounding errors grow with them. */
  changeCount = 0;

  constructor(resource: FluidResource) {
    this.resources = [resource];
  }
}
