import { FlowTable, HELD_BY_CAP, MAX_PATH_LENGTH, UNASSIGNED } from "./flow-table";
import type { FluidComponent, FluidResource } from "./fluid-resource";
import { IndexedHeap } from "./indexed-heap";

/** Told of what makes up a flow's curve of bytes, so that a caller can record it; all at `nowSeconds`. */
export interface FluidObserver {
  /**
   * A flow is held back from now on by a resource, or by its own cap (`BOTTLENECK_CAP`). While a solution
   * is looked for, one instant can name several; the last one holds.
   * @param rateBytesPerSecond its rate under its cap; under a resource, weight times that resource's pace
   */
  flowHeldBy(flow: number, bottleneck: number, rateBytesPerSecond: number): void;
  /** Flows that a resource holds back run at this rate per unit of weight from now on. */
  paceChanged(resource: number, paceBytesPerSecond: number): void;
}

/** What the solvers share: who is held back by what, with all sums and heaps that follow from it. */
export class FluidState {
  nowSeconds = 0;
  readonly flows = new FlowTable();
  readonly resources: FluidResource[] = [];
  /** Capped flows by time of completion: their rate is constant, so the time is too. */
  readonly cappedFinishing = new IndexedHeap(this.flows.finish);
  readonly dirtyComponents: FluidComponent[] = [];
  observer: FluidObserver | null = null;

  /** Bytes that a flow has sent by now. */
  transferredBytes(row: number): number {
    const { flows } = this;
    const bottleneck = flows.bottleneck[row] as number;
    const done = flows.doneBytes[row] as number;
    if (bottleneck === UNASSIGNED) return done;
    const since =
      bottleneck === HELD_BY_CAP
        ? (flows.capLevel[row] as number) * (this.nowSeconds - (flows.joinedAt[row] as number))
        : this.resource(bottleneck).virtualTimeAt(this.nowSeconds) -
          (flows.joinedAt[row] as number);
    return Math.min(flows.sizeBytes[row] as number, done + since * (flows.weight[row] as number));
  }

  resource(index: number): FluidResource {
    const resource = this.resources[index];
    if (resource === undefined) throw new RangeError(`resource ${index} does not exist`);
    return resource;
  }

  markDirty(component: FluidComponent): void {
    if (component.isDirty) return;
    component.isDirty = true;
    this.dirtyComponents.push(component);
  }

  touch(resource: FluidResource): void {
    if (resource.isTouched) return;
    resource.isTouched = true;
    resource.component.touched.push(resource);
  }

  /** Lists a new flow at its resources and joins their components. */
  connect(row: number): void {
    const { flows } = this;
    const start = row * MAX_PATH_LENGTH;
    const length = flows.pathLength[row] as number;
    for (let hop = 0; hop < length; hop++) {
      const resource = this.resource(flows.path[start + hop] as number);
      flows.placeOnResource[start + hop] = resource.crossings.push(start + hop) - 1;
      const first = this.resource(flows.path[start] as number);
      if (first.component !== resource.component) {
        this.merge(first.component, resource.component);
      }
    }
  }

  /** Takes a flow that is already detached off its resources' lists and books what it has carried there. */
  disconnect(row: number, transferredBytes: number): void {
    const { flows } = this;
    const start = row * MAX_PATH_LENGTH;
    const length = flows.pathLength[row] as number;
    for (let hop = 0; hop < length; hop++) {
      const resource = this.resource(flows.path[start + hop] as number);
      const { crossings } = resource;
      resource.carriedBytes += transferredBytes;
      const place = flows.placeOnResource[start + hop] as number;
      const last = crossings.pop() as number;
      if (last === start + hop) continue;
      crossings[place] = last;
      flows.placeOnResource[last] = place;
    }
  }

  /**
   * Gives a detached flow the bottleneck that the present levels suggest. The solvers confirm or correct
   * it; without any group on its path and without a cap only they can tell.
   */
  attach(row: number): void {
    const { flows } = this;
    const capLevel = flows.capLevel[row] as number;
    const group = this.lowestGroup(row);
    if (capLevel < Number.POSITIVE_INFINITY && (group === null || capLevel <= group.level)) {
      this.attachToCap(row, group);
    } else if (group !== null) {
      this.attachToGroup(row, group);
    } else {
      const { component } = this.resource(flows.path[row * MAX_PATH_LENGTH] as number);
      component.needsFilling = true;
      this.markDirty(component);
    }
  }

  /** The saturated resource of a path with the lowest level, the first by number among equals. */
  lowestGroup(row: number): FluidResource | null {
    const { flows } = this;
    const start = row * MAX_PATH_LENGTH;
    const end = start + (flows.pathLength[row] as number);
    let lowest: FluidResource | null = null;
    for (let crossing = start; crossing < end; crossing++) {
      const resource = this.resources[flows.path[crossing] as number] as FluidResource;
      if (!resource.isGroup) continue;
      if (
        lowest === null ||
        resource.level < lowest.level ||
        (resource.level === lowest.level && resource.index < lowest.index)
      ) {
        lowest = resource;
      }
    }
    return lowest;
  }

  attachToGroup(row: number, group: FluidResource): void {
    const { flows } = this;
    const weight = flows.weight[row] as number;
    const virtualTime = group.virtualTimeAt(this.nowSeconds);
    flows.bottleneck[row] = group.index;
    flows.joinedAt[row] = virtualTime;
    const remaining = (flows.sizeBytes[row] as number) - (flows.doneBytes[row] as number);
    if (remaining < Number.POSITIVE_INFINITY) {
      flows.finish.set(row, virtualTime + remaining / weight, flows.serial[row] as number);
      group.finishing.push(row);
    }
    const capLevel = flows.capLevel[row] as number;
    if (capLevel < Number.POSITIVE_INFINITY) {
      flows.caps.set(row, capLevel, flows.serial[row] as number);
      group.ownCaps.push(row);
    }
    this.countOnPath(row, group, 1);
    this.observer?.flowHeldBy(row, group.index, 0);
  }

  /** @param watcher group that would hold the flow back if its cap were higher; null when there is none */
  attachToCap(row: number, watcher: FluidResource | null): void {
    const { flows } = this;
    flows.bottleneck[row] = HELD_BY_CAP;
    flows.joinedAt[row] = this.nowSeconds;
    const rate = (flows.capLevel[row] as number) * (flows.weight[row] as number);
    const remaining = (flows.sizeBytes[row] as number) - (flows.doneBytes[row] as number);
    if (remaining < Number.POSITIVE_INFINITY && (rate > 0 || remaining === 0)) {
      const seconds = remaining === 0 ? 0 : remaining / rate;
      flows.finish.set(row, this.nowSeconds + seconds, flows.serial[row] as number);
      this.cappedFinishing.push(row);
    }
    this.watch(row, watcher);
    this.countOnPath(row, null, 1);
    this.observer?.flowHeldBy(row, HELD_BY_CAP, rate);
  }

  /** Sets which group notices that a capped flow's cap no longer binds. */
  watch(row: number, watcher: FluidResource | null): void {
    const { flows } = this;
    const before = flows.watcher[row] as number;
    const after = watcher === null ? -1 : watcher.index;
    const capLevel = flows.capLevel[row] as number;
    if (before !== after) {
      flows.watcher[row] = after;
      if (before >= 0) this.resource(before).watchedCaps.remove(row);
      if (watcher !== null) {
        flows.caps.set(row, -capLevel, flows.serial[row] as number);
        watcher.watchedCaps.push(row);
      }
    }
    if (watcher === null) return;
    const start = row * MAX_PATH_LENGTH;
    const end = start + (flows.pathLength[row] as number);
    for (let crossing = start; crossing < end; crossing++) {
      const other = this.resources[flows.path[crossing] as number] as FluidResource;
      if (other.isGroup && other !== watcher && capLevel > other.capLevelWatchedElsewhere) {
        other.capLevelWatchedElsewhere = capLevel;
      }
    }
  }

  /** Books what a flow has sent and takes it out of all sums and heaps. */
  detach(row: number): void {
    const { flows } = this;
    const bottleneck = flows.bottleneck[row] as number;
    if (bottleneck === UNASSIGNED) return;
    flows.doneBytes[row] = this.transferredBytes(row);
    flows.bottleneck[row] = UNASSIGNED;
    const isFinishing = (flows.finish.place[row] as number) >= 0;
    if (bottleneck === HELD_BY_CAP) {
      if (isFinishing) this.cappedFinishing.remove(row);
      this.watch(row, null);
      this.countOnPath(row, null, -1);
      return;
    }
    const group = this.resource(bottleneck);
    if (isFinishing) group.finishing.remove(row);
    if ((flows.caps.place[row] as number) >= 0) group.ownCaps.remove(row);
    this.countOnPath(row, group, -1);
  }

  /**
   * Adds a flow to (sign 1) or takes it from (sign -1) the sums along its path: its weight under a group, its rate
   * under its cap.
   * @param group what holds it back, null for its cap
   */
  countOnPath(row: number, group: FluidResource | null, sign: 1 | -1): void {
    const { flows } = this;
    const weight = flows.weight[row] as number;
    const amount = group === null ? (flows.capLevel[row] as number) * weight : weight;
    const start = row * MAX_PATH_LENGTH;
    const end = start + (flows.pathLength[row] as number);
    for (let crossing = start; crossing < end; crossing++) {
      const resource = this.resources[flows.path[crossing] as number] as FluidResource;
      if (group === null) {
        resource.cappedCount += sign;
        // An empty sum is exactly 0, whatever rounding has left.
        resource.cappedLoad = resource.cappedCount === 0 ? 0 : resource.cappedLoad + sign * amount;
      } else if (group === resource) {
        resource.ownCount += sign;
        resource.ownWeight = resource.ownCount === 0 ? 0 : resource.ownWeight + sign * amount;
      } else if (sign > 0) {
        resource.addShare(group, amount);
      } else {
        resource.removeShare(group, amount);
      }
      resource.component.changeCount++;
      this.touch(resource);
    }
    if (end > start) {
      this.markDirty((this.resources[flows.path[start] as number] as FluidResource).component);
    }
  }

  private merge(a: FluidComponent, b: FluidComponent): void {
    const [kept, gone] = a.resources.length >= b.resources.length ? [a, b] : [b, a];
    for (const resource of gone.resources) {
      resource.component = kept;
      kept.resources.push(resource);
    }
    for (const group of gone.groups) kept.groups.push(group);
    for (const resource of gone.touched) kept.touched.push(resource);
    kept.needsFilling ||= gone.needsFilling;
    kept.changeCount += gone.changeCount;
    gone.resources = [];
    gone.groups = [];
    gone.touched = [];
    gone.needsFilling = false;
    this.markDirty(kept);
  }
}
