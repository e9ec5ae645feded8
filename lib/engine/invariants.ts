import type { FluidNetwork } from "./fluid-network";

/** Bytes and loads may differ by this share, which is rounding. */
const TOLERANCE = 1e-9;

/** The first three are the kernel's; the others are kept by what runs on it. */
export type InvariantName =
  | "bytes-conserved"
  | "capacity-kept"
  | "time-monotone"
  | "limits-kept"
  | "window-kept"
  | "one-end"
  | "percent-monotone";

/** What must hold whatever happens; a broken one is a bug of the engine, never of its input. */
export class InvariantError extends Error {
  constructor(
    readonly invariant: InvariantName,
    readonly detail: string,
  ) {
    super(`${invariant}: ${detail}`);
    this.name = "InvariantError";
  }
}

/** Throws when time runs backwards. One comparison, so it can stay on. */
export class MonotoneClock {
  private lastSeconds = Number.NEGATIVE_INFINITY;

  /** @param nowSeconds time of the event that is handled */
  check(nowSeconds: number): void {
    if (!(nowSeconds >= this.lastSeconds)) {
      throw new InvariantError("time-monotone", `${nowSeconds} s after ${this.lastSeconds} s`);
    }
    this.lastSeconds = nowSeconds;
  }
}

/** Throws when a resource carries more than its capacity. Costs as much as its path has bottlenecks. */
export function checkCapacityKept(network: FluidNetwork, resource: number): void {
  const load = network.loadBytesPerSecond(resource);
  const capacity = network.capacityBytesPerSecond(resource);
  if (!(load >= 0 && load <= capacity * (1 + TOLERANCE))) {
    throw new InvariantError(
      "capacity-kept",
      `resource ${resource} carries ${load} of ${capacity} bytes/s at ${network.nowSeconds} s`,
    );
  }
}

/**
 * Counts the bytes that flows are known to have sent over each resource and compares them with what the
 * network says it has carried. `add` is O(path) a flow; `check` costs as much as flows cross the resource.
 */
export class ByteLedger {
  private readonly ended: number[] = [];

  /** Books a flow that has left, complete or not. */
  add(path: readonly number[], transferredBytes: number): void {
    for (const resource of path) {
      this.ended[resource] = (this.ended[resource] ?? 0) + transferredBytes;
    }
  }

  /** @param underWayBytes what the flows that still cross the resource have sent */
  check(network: FluidNetwork, resource: number, underWayBytes: number): void {
    const expected = (this.ended[resource] ?? 0) + underWayBytes;
    const carried = network.carriedBytes(resource);
    if (!(Math.abs(carried - expected) <= TOLERANCE * Math.max(1, expected))) {
      throw new InvariantError(
        "bytes-conserved",
        `resource ${resource} has carried ${carried} bytes, its flows ${expected}`,
      );
    }
  }
}
