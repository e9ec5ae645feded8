import { InvariantError } from "@/lib/engine/invariants";
import type { Run } from "./run";

/**
 * What must hold whatever happens; a broken one is a bug of the model. Some are asserted where they could
 * break, always: a slot is taken within its limit, a switchover begins inside its window, an attempt ends
 * once, a transfer has sent what it was to send. Time and the shared capacities are looked at after every
 * event, which is cheap; everything else only when a run is told to, by `InvariantWatch`.
 */

// Sums of rates differ from capacities by rounding only.
const TOLERANCE = 1e-6;

/** After every event: time does not go back, and no link or appliance carries more than it can. */
export function assertShared(run: Run, beforeSeconds: number): void {
  const { nowSeconds, parts } = run;
  if (!(nowSeconds >= beforeSeconds)) {
    throw new InvariantError("time-monotone", `${nowSeconds} s after ${beforeSeconds} s`);
  }
  const settlements = run.network.settlementCount();
  if (settlements === run.checkedSettlements) return;
  run.checkedSettlements = settlements;
  for (const { resource } of parts.links) assertCapacity(run, resource);
  for (const { ixResource } of parts.meshes) assertCapacity(run, ixResource);
  for (const { resource } of parts.extensions) assertCapacity(run, resource);
}

export function assertCapacity({ network }: Run, resource: number): void {
  const load = network.loadBytesPerSecond(resource);
  const capacity = network.capacityBytesPerSecond(resource);
  if (load > capacity * (1 + TOLERANCE) + TOLERANCE) {
    throw new InvariantError(
      "capacity-kept",
      `resource ${resource} carries ${load} of ${capacity} bytes/s at ${network.nowSeconds} s`,
    );
  }
}
