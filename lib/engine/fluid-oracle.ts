import { BOTTLENECK_CAP } from "./fluid-network";

interface Flow {
  path: readonly number[];
  cap: number;
  weight: number;
  size: number;
  served: number;
  rate: number;
  bottleneck: number;
}

/**
 * The plain solver that tests hold `FluidNetwork` against: every rate from scratch by progressive filling
 * (Bertsekas and Gallager, "Data Networks", section 6.5.2) at every change. Slow, short, same interface.
 */
export class FluidOracle {
  private now = 0;
  private readonly capacities: number[] = [];
  private readonly carried: number[] = [];
  private readonly flows: (Flow | null)[] = [];
  private dirty = false;

  /** Time up to which flows have been served. */
  get nowSeconds(): number {
    return this.now;
  }

  /** Adds a resource; capacity 0 is an outage, Infinity never binds. Returns its number. */
  addResource(capacityBytesPerSecond: number): number {
    this.carried.push(0);
    return this.capacities.push(capacityBytesPerSecond) - 1;
  }

  /** Changes the capacity from now on. */
  setCapacity(resource: number, capacityBytesPerSecond: number): void {
    this.capacities[resource] = capacityBytesPerSecond;
    this.dirty = true;
  }

  capacityBytesPerSecond(resource: number): number {
    return this.capacities[resource] ?? 0;
  }

  /**
   * Starts a flow now.
   * @param path distinct resources that it crosses; may be empty when the cap is finite
   * @param sizeBytes Infinity for one that ends only by `removeFlow`
   * @param capBytesPerSecond its own limit (transport window, quality of service); 0 pauses it
   * @param weight its share relative to others on a bottleneck
   * @returns its number, free for use again once it has left
   */
  addFlow(
    path: readonly number[],
    sizeBytes: number,
    capBytesPerSecond = Number.POSITIVE_INFINITY,
    weight = 1,
  ): number {
    const free = this.flows.indexOf(null);
    const flow = free < 0 ? this.flows.length : free;
    this.flows[flow] = {
      path: [...path],
      cap: capBytesPerSecond,
      weight,
      size: sizeBytes,
      served: 0,
      rate: 0,
      bottleneck: BOTTLENECK_CAP,
    };
    this.dirty = true;
    return flow;
  }

  /** Ends a flow early and returns the bytes that it has transferred. */
  removeFlow(flow: number): number {
    const served = this.flow(flow).served;
    for (const resource of this.flow(flow).path) {
      this.carried[resource] = (this.carried[resource] ?? 0) + served;
    }
    this.flows[flow] = null;
    this.dirty = true;
    return served;
  }

  /** Changes a flow's own limit from now on. */
  setCap(flow: number, capBytesPerSecond: number): void {
    this.flow(flow).cap = capBytesPerSecond;
    this.dirty = true;
  }

  /** Time of the next completion at the present rates; Infinity when none is in sight. */
  nextCompletionSeconds(): number {
    this.settle();
    let next = Number.POSITIVE_INFINITY;
    for (const flow of this.flows) {
      if (flow === null || flow.size === Number.POSITIVE_INFINITY) continue;
      if (flow.size <= flow.served) return this.now;
      if (flow.rate > 0) next = Math.min(next, this.now + (flow.size - flow.served) / flow.rate);
    }
    return next;
  }

  /** Serves all flows up to a time: not before now and not past the next completion, else it throws. */
  advanceTo(timeSeconds: number): void {
    this.settle();
    const elapsed = timeSeconds - this.now;
    for (const flow of this.flows) {
      if (flow !== null) flow.served = Math.min(flow.size, flow.served + flow.rate * elapsed);
    }
    this.now = timeSeconds;
  }

  /** Takes out one flow that is complete by now, in order of completion; -1 when there is none. */
  takeCompletion(): number {
    this.settle();
    for (const [index, flow] of this.flows.entries()) {
      if (flow !== null && flow.size - flow.served <= flow.rate * 1e-9) {
        flow.served = flow.size;
        this.removeFlow(index);
        return index;
      }
    }
    return -1;
  }

  /** Present rate of a flow. */
  rateBytesPerSecond(flow: number): number {
    this.settle();
    return this.flow(flow).rate;
  }

  transferredBytes(flow: number): number {
    return this.flow(flow).served;
  }

  remainingBytes(flow: number): number {
    return this.flow(flow).size - this.flow(flow).served;
  }

  /** The resource that holds a flow back now, or `BOTTLENECK_CAP`. */
  bottleneck(flow: number): number {
    this.settle();
    return this.flow(flow).bottleneck;
  }

  /** Sum of the rates of the flows that cross a resource now. */
  loadBytesPerSecond(resource: number): number {
    this.settle();
    let load = 0;
    for (const flow of this.flows) if (flow?.path.includes(resource)) load += flow.rate;
    return load;
  }

  /** All bytes that have crossed a resource until now. */
  carriedBytes(resource: number): number {
    let bytes = this.carried[resource] ?? 0;
    for (const flow of this.flows) if (flow?.path.includes(resource)) bytes += flow.served;
    return bytes;
  }

  /** Number of flows under way. */
  get flowCount(): number {
    return this.flows.filter((flow) => flow !== null).length;
  }

  get resourceCount(): number {
    return this.capacities.length;
  }

  private flow(flow: number): Flow {
    const found = this.flows[flow];
    if (!found) throw new RangeError(`flow ${flow} is not under way`);
    return found;
  }

  private settle(): void {
    if (!this.dirty) return;
    this.dirty = false;
    const open = new Set(this.flows.filter((flow) => flow !== null));
    const spare = [...this.capacities];
    while (open.size > 0) {
      let level = Number.POSITIVE_INFINITY;
      let binding = BOTTLENECK_CAP;
      for (let resource = 0; resource < spare.length; resource++) {
        let weight = 0;
        for (const flow of open) if (flow.path.includes(resource)) weight += flow.weight;
        const share = (spare[resource] ?? 0) / weight;
        if (weight > 0 && share < level) {
          level = share;
          binding = resource;
        }
      }
      const capped = [...open].filter((flow) => flow.cap / flow.weight <= level);
      const frozen =
        capped.length > 0 ? capped : [...open].filter((flow) => flow.path.includes(binding));
      for (const flow of frozen) {
        flow.rate = capped.length > 0 ? flow.cap : level * flow.weight;
        flow.bottleneck = capped.length > 0 ? BOTTLENECK_CAP : binding;
        for (const resource of flow.path) {
          spare[resource] = Math.max(0, (spare[resource] ?? 0) - flow.rate);
        }
        open.delete(flow);
      }
    }
  }
}
