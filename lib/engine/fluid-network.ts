import { FREE_ROW, HELD_BY_CAP, MAX_PATH_LENGTH } from "./flow-table";
import { FluidResource } from "./fluid-resource";
import { FluidSettlement } from "./fluid-settlement";
import { type FluidObserver, FluidState } from "./fluid-state";

/** Bottleneck of a flow that its own cap holds back, not a resource. */
export const BOTTLENECK_CAP = HELD_BY_CAP;

/**
 * Flows (transfers) over shared resources (host NICs, datastores, appliances, links) under weighted max-min
 * fairness with a cap per flow. ADR 0002 gives the algorithm and what it costs.
 *
 * Resources and flows are small whole numbers; a flow's number is used again after it has left.
 * Rates are settled lazily: any number of changes at one instant cost one solution, made when a rate, a
 * completion or a later time is asked for.
 *
 * ```ts
 * const network = new FluidNetwork();
 * const link = network.addResource(125e6);
 * const flow = network.addFlow([link], 1e9);
 * network.advanceTo(network.nextCompletionSeconds());
 * network.takeCompletion(); // flow
 * ```
 */
export class FluidNetwork {
  private readonly state = new FluidState();
  private readonly settlement = new FluidSettlement(this.state);

  /** Reports every change of what holds a flow back and of how fast; null reports nothing. */
  observe(observer: FluidObserver | null): void {
    this.state.observer = observer;
  }

  /** Time up to which flows have been served. */
  get nowSeconds(): number {
    return this.state.nowSeconds;
  }

  /** Number of flows under way. */
  get flowCount(): number {
    return this.state.flows.count;
  }

  get resourceCount(): number {
    return this.state.resources.length;
  }

  /** Adds a resource and returns its number. Capacity 0 is an outage, Infinity never binds. */
  addResource(capacityBytesPerSecond: number): number {
    requireRate(capacityBytesPerSecond);
    const index = this.state.resources.length;
    this.state.resources.push(new FluidResource(index, capacityBytesPerSecond, this.state.flows));
    this.settlement.ensure(index + 1);
    return index;
  }

  /** Changes a resource's capacity from now on. */
  setCapacity(resource: number, capacityBytesPerSecond: number): void {
    requireRate(capacityBytesPerSecond);
    const changed = this.state.resource(resource);
    if (changed.capacity === capacityBytesPerSecond) return;
    changed.capacity = capacityBytesPerSecond;
    this.state.touch(changed);
    this.state.markDirty(changed.component);
  }

  capacityBytesPerSecond(resource: number): number {
    return this.state.resource(resource).capacity;
  }

  /**
   * Starts a flow now.
   * @param path distinct resources that it crosses, up to `MAX_PATH_LENGTH`; may be empty under a finite cap
   * @param sizeBytes Infinity for one that ends only by `removeFlow`
   * @param capBytesPerSecond its own limit (transport window, quality of service); 0 pauses it
   * @param weight its share relative to others on a bottleneck, above 0
   * @returns its number, free for use again once it has left
   */
  addFlow(
    path: readonly number[],
    sizeBytes: number,
    capBytesPerSecond = Number.POSITIVE_INFINITY,
    weight = 1,
  ): number {
    requireRate(capBytesPerSecond);
    if (!(sizeBytes >= 0)) throw new RangeError(`flow size ${sizeBytes} bytes`);
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weight ${weight}`);
    this.checkPath(path, capBytesPerSecond);
    const { state } = this;
    const row = state.flows.add(path, sizeBytes, capBytesPerSecond, weight);
    state.connect(row);
    this.place(row);
    return row;
  }

  /** Ends a flow early and returns the bytes that it has transferred. */
  removeFlow(flow: number): number {
    this.state.flows.check(flow);
    const { state } = this;
    const transferred = state.transferredBytes(flow);
    state.detach(flow);
    state.disconnect(flow, transferred);
    state.flows.release(flow);
    return transferred;
  }

  /** Changes a flow's own limit from now on. */
  setCap(flow: number, capBytesPerSecond: number): void {
    requireRate(capBytesPerSecond);
    const { flows } = this.state;
    flows.check(flow);
    const capLevel = capBytesPerSecond / (flows.weight[flow] as number);
    if (flows.capLevel[flow] === capLevel) return;
    if (flows.pathLength[flow] === 0 && capBytesPerSecond === Number.POSITIVE_INFINITY) {
      throw new RangeError("a flow without a path needs a finite cap");
    }
    this.state.detach(flow);
    flows.capLevel[flow] = capLevel;
    this.place(flow);
  }

  /** Time of the next completion at the present rates; Infinity when none is in sight. */
  nextCompletionSeconds(): number {
    this.settlement.settle();
    const next = Math.min(this.settlement.nextSeconds, this.state.cappedFinishing.firstKey);
    return Math.max(next, this.state.nowSeconds);
  }

  /** Serves all flows up to a time: not before now and not past the next completion, else it throws. */
  advanceTo(timeSeconds: number): void {
    const { nowSeconds } = this.state;
    if (!(timeSeconds >= nowSeconds)) {
      throw new RangeError(`cannot go back from ${nowSeconds} s to ${timeSeconds} s`);
    }
    if (timeSeconds > this.nextCompletionSeconds() + timeResolution(timeSeconds)) {
      throw new RangeError(`${timeSeconds} s is past a completion that has not been taken`);
    }
    this.state.nowSeconds = timeSeconds;
  }

  /**
   * Takes out one flow that is complete by now, -1 when there is none. Flows that complete together come in
   * the order of their bottlenecks' numbers, the capped ones last, and of arrival within each.
   */
  takeCompletion(): number {
    this.settlement.settle();
    const { state } = this;
    const due = state.nowSeconds + timeResolution(state.nowSeconds);
    let row = -1;
    if (this.settlement.nextSeconds <= due) {
      row = this.settlement.nextFlow;
    } else if (state.cappedFinishing.firstKey <= due) {
      row = state.cappedFinishing.first;
    }
    if (row < 0) return -1;
    state.detach(row);
    // What rounding of the time has left over or short, at most a nanosecond's worth of bytes.
    state.disconnect(row, state.flows.sizeBytes[row] as number);
    state.flows.release(row);
    return row;
  }

  /** How often rates have been set anew by now: while it stays the same, so do all rates. */
  settlementCount(): number {
    this.settlement.settle();
    return this.settlement.count;
  }

  /** Present rate of a flow. */
  rateBytesPerSecond(flow: number): number {
    const { flows } = this.state;
    flows.check(flow);
    this.settlement.settle();
    const bottleneck = flows.bottleneck[flow] as number;
    const level =
      bottleneck === HELD_BY_CAP
        ? (flows.capLevel[flow] as number)
        : this.state.resource(bottleneck).level;
    return level * (flows.weight[flow] as number);
  }

  /** Bytes that a flow has sent by now. */
  transferredBytes(flow: number): number {
    this.state.flows.check(flow);
    return this.state.transferredBytes(flow);
  }

  remainingBytes(flow: number): number {
    return (this.state.flows.sizeBytes[flow] as number) - this.transferredBytes(flow);
  }

  /** The resource that holds a flow back now, or `BOTTLENECK_CAP`. */
  bottleneck(flow: number): number {
    this.state.flows.check(flow);
    this.settlement.settle();
    return this.state.flows.bottleneck[flow] as number;
  }

  /** Whether a number stands for a flow that is under way. */
  isUnderWay(flow: number): boolean {
    return (this.state.flows.bottleneck[flow] ?? FREE_ROW) !== FREE_ROW;
  }

  /** Sum of the rates of the flows that cross a resource now. */
  loadBytesPerSecond(resource: number): number {
    this.settlement.settle();
    return this.state.resource(resource).load();
  }

  /** Number of flows that cross a resource now. */
  flowsAcross(resource: number): number {
    return this.state.resource(resource).crossings.length;
  }

  /** All bytes that have crossed a resource until now; costs as much as flows cross it. */
  carriedBytes(resource: number): number {
    const { carriedBytes, crossings } = this.state.resource(resource);
    let bytes = carriedBytes;
    for (const crossing of crossings) {
      bytes += this.state.transferredBytes(Math.floor(crossing / MAX_PATH_LENGTH));
    }
    return bytes;
  }

  private place(row: number): void {
    if (this.state.flows.pathLength[row] === 0) this.state.attachToCap(row, null);
    else this.state.attach(row);
  }

  private checkPath(path: readonly number[], cap: number): void {
    if (path.length > MAX_PATH_LENGTH) throw new RangeError(`path of ${path.length} resources`);
    if (path.length === 0 && cap === Number.POSITIVE_INFINITY) {
      throw new RangeError("a flow without a path needs a finite cap");
    }
    for (let hop = 0; hop < path.length; hop++) {
      this.state.resource(path[hop] as number);
      if (path.indexOf(path[hop] as number) !== hop) {
        throw new RangeError(`resource ${path[hop]} is on the path twice`);
      }
    }
  }
}

/** A nanosecond, or what a double can tell apart at that time if that is more. */
function timeResolution(timeSeconds: number): number {
  return Math.max(1e-9, timeSeconds * 2 ** -50);
}

function requireRate(bytesPerSecond: number): void {
  if (!(bytesPerSecond >= 0)) throw new RangeError(`rate ${bytesPerSecond} bytes/s`);
}
