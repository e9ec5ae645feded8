import type { Run } from "./run";
import { SLOT_KINDS, SLOT_OF_TYPE, type SlotKind } from "./slot-queue";
import { slotUnits } from "./slots";

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
    const running = new Map<SlotKind, number>();
    const count = (slot: SlotKind, units: number) => {
      running.set(slot, (running.get(slot) ?? 0) + units);
    };
    for (const migration of run.parts.migrations) {
      if (migration.mesh !== mesh) continue;
      const slot = SLOT_OF_TYPE[migration.type];
      if (migration.holdsSlot) count(slot, slotUnits(migration, slot));
      if (migration.holdsRavSwitchover) count("ravSwitchover", 1);
    }
    for (const slot of SLOT_KINDS) {
      const counted = running.get(slot) ?? 0;
      if (counted !== mesh.used[slot]) {
        broken(run, `${mesh.config.id} counts ${mesh.used[slot]} ${slot} where ${counted} run`);
      }
    }
  }
}
