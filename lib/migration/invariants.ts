import type { Run } from "./run";
import { type MigrationRun, SLOT_KINDS, SLOT_LIMITS, type SlotKind } from "./run-state";

/**
 * What must hold whatever happens; a broken one is a bug of the model. Some are asserted where they could
 * break, always: a slot is taken within its limit, a switchover begins inside its window, an attempt ends
 * once, a transfer has sent what it was to send. Time and the shared capacities are looked at after every
 * event, which is cheap; all resources and counters only when a run is told to check them.
 */

// Sums of rates differ from capacities by rounding only.
const TOLERANCE = 1e-6;

function broken(run: Run, what: string): never {
  throw new Error(`invariant broken at ${run.nowSeconds} s, seed ${run.scenario.seed}: ${what}`);
}

/** After every event: time does not go back, and no link or IX appliance carries more than it can. */
export function assertShared(run: Run, beforeSeconds: number): void {
  if (!(run.nowSeconds >= beforeSeconds)) broken(run, `time went back from ${beforeSeconds} s`);
  for (const { resource } of run.parts.links) assertCapacity(run, resource);
  for (const { ixResource } of run.parts.meshes) assertCapacity(run, ixResource);
}

function assertCapacity({ network }: Run, resource: number): void {
  const load = network.loadBytesPerSecond(resource);
  const capacity = network.capacityBytesPerSecond(resource);
  if (load > capacity * (1 + TOLERANCE) + TOLERANCE) {
    throw new Error(
      `invariant broken at ${network.nowSeconds} s: resource ${resource} carries ${load} of ${capacity}`,
    );
  }
}

/** After every event when a run is told to: every resource, and the counters of what runs against what runs. */
export function assertInvariants(run: Run): void {
  for (let resource = 0; resource < run.network.resourceCount; resource++) {
    assertCapacity(run, resource);
  }
  for (const mesh of run.parts.meshes) {
    const counted = Object.fromEntries(SLOT_KINDS.map((slot) => [slot, 0])) as typeof mesh.used;
    for (const migration of run.parts.migrations) {
      if (migration.mesh === mesh) countSlots(migration, counted);
    }
    for (const slot of SLOT_KINDS) {
      if (counted[slot] !== mesh.used[slot]) {
        broken(run, `${mesh.config.id} counts ${mesh.used[slot]} ${slot}, ${counted[slot]} run`);
      }
    }
  }
}
