import { KeyColumn } from "./indexed-heap";

/** A flow crosses at most this many resources: source host and datastore, appliance, links, target ones. */
export const MAX_PATH_LENGTH = 8;

/** `bottleneck` of a flow that its own cap holds back. */
export const HELD_BY_CAP = -1;
/** `bottleneck` of a flow that has no rate yet. */
export const UNASSIGNED = -2;
/** `bottleneck` of a row that holds no flow. */
export const FREE_ROW = -3;

/** Rows of flows in typed arrays. A row is used again after its flow has left, the last freed one first. */
export class FlowTable {
  /** `row * MAX_PATH_LENGTH + hop` gives a resource, and the flow's place in that resource's list. */
  path: Int32Array;
  placeOnResource: Int32Array;
  pathLength: Uint8Array;
  weight: Float64Array;
  /** Cap divided by weight, the level at which the cap starts to bind. */
  capLevel: Float64Array;
  sizeBytes: Float64Array;
  /** Bytes sent before the flow joined its present bottleneck. */
  doneBytes: Float64Array;
  /** Virtual time of the bottleneck, or the time in seconds under a cap, when the flow joined. */
  joinedAt: Float64Array;
  bottleneck: Int32Array;
  /** Order of arrival, which breaks ties. */
  serial: Float64Array;
  /** Group that watches a capped flow, -1 for none. */
  watcher: Int32Array;
  /** Bottleneck that progressive filling has found, `UNASSIGNED` while it looks. */
  found: Int32Array;
  /** Virtual or real time of completion, for the heap of the bottleneck. */
  readonly finish: KeyColumn;
  /** Cap level (negated under a watcher), for the heaps that notice when a cap starts or stops to bind. */
  readonly caps: KeyColumn;
  /** Flows under way. */
  count = 0;

  private free: number[] = [];
  private used = 0;
  private arrivals = 0;

  constructor(capacity = 16) {
    this.path = new Int32Array(capacity * MAX_PATH_LENGTH);
    this.placeOnResource = new Int32Array(capacity * MAX_PATH_LENGTH);
    this.pathLength = new Uint8Array(capacity);
    this.weight = new Float64Array(capacity);
    this.capLevel = new Float64Array(capacity);
    this.sizeBytes = new Float64Array(capacity);
    this.doneBytes = new Float64Array(capacity);
    this.joinedAt = new Float64Array(capacity);
    this.bottleneck = new Int32Array(capacity).fill(FREE_ROW);
    this.serial = new Float64Array(capacity);
    this.watcher = new Int32Array(capacity).fill(-1);
    this.found = new Int32Array(capacity);
    this.finish = new KeyColumn(capacity);
    this.caps = new KeyColumn(capacity);
  }

  /** A row for a new flow; its resources are set by the caller. */
  add(
    path: readonly number[],
    sizeBytes: number,
    capBytesPerSecond: number,
    weight: number,
  ): number {
    const row = this.free.pop() ?? this.used++;
    if (row >= this.weight.length) this.grow();
    for (let hop = 0; hop < path.length; hop++) {
      this.path[row * MAX_PATH_LENGTH + hop] = path[hop] as number;
    }
    this.pathLength[row] = path.length;
    this.weight[row] = weight;
    this.capLevel[row] = capBytesPerSecond / weight;
    this.sizeBytes[row] = sizeBytes;
    this.doneBytes[row] = 0;
    this.bottleneck[row] = UNASSIGNED;
    this.serial[row] = this.arrivals++;
    this.count++;
    return row;
  }

  release(row: number): void {
    this.bottleneck[row] = FREE_ROW;
    this.free.push(row);
    this.count--;
  }

  /** @throws RangeError for a row without a flow: the caller kept the number of one that has left */
  check(row: number): void {
    const bottleneck = this.bottleneck[row];
    if (bottleneck === undefined || bottleneck === FREE_ROW) {
      throw new RangeError(`flow ${row} is not under way`);
    }
  }

  private grow(): void {
    const grown = new FlowTable(2 * this.weight.length);
    grown.path.set(this.path);
    grown.placeOnResource.set(this.placeOnResource);
    grown.pathLength.set(this.pathLength);
    grown.weight.set(this.weight);
    grown.capLevel.set(this.capLevel);
    grown.sizeBytes.set(this.sizeBytes);
    grown.doneBytes.set(this.doneBytes);
    grown.joinedAt.set(this.joinedAt);
    grown.bottleneck.set(this.bottleneck);
    grown.serial.set(this.serial);
    grown.watcher.set(this.watcher);
    this.path = grown.path;
    this.placeOnResource = grown.placeOnResource;
    this.pathLength = grown.pathLength;
    this.weight = grown.weight;
    this.capLevel = grown.capLevel;
    this.sizeBytes = grown.sizeBytes;
    this.doneBytes = grown.doneBytes;
    this.joinedAt = grown.joinedAt;
    this.bottleneck = grown.bottleneck;
    this.serial = grown.serial;
    this.watcher = grown.watcher;
    // Filling starts from nothing each time, so there is nothing to keep.
    this.found = grown.found;
    this.finish.ensure(this.weight.length);
    this.caps.ensure(this.weight.length);
  }
}
