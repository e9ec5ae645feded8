import type { Run } from "./run";
import { SLOT_KINDS, SLOT_LIMITS } from "./run-state";

// Sums of rates differ from capacities by rounding only.
const TOLERANCE = 1e-6;

/**
 * What must hold after every event, or the run is wrong: time does not go back, no resource carries more
 * than it can, what runs is within the limits that held when it started. One terminal state an attempt and
 * no switchover outside its window are asserted where they happen.
 * @throws Error that names what is broken and when
 */
export function assertInvariants(run: Run): void {
  const broken = (what: string): never => {
    throw new Error(`invariant broken at ${run.nowSeconds} s, seed ${run.scenario.seed}: ${what}`);
  };
  if (run.queue.nowSeconds > run.nowSeconds) broken("time went back");
  for (let resource = 0; resource < run.network.resourceCount; resource++) {
    const load = run.network.loadBytesPerSecond(resource);
    const capacity = run.network.capacityBytesPerSecond(resource);
    if (load > capacity * (1 + TOLERANCE) + TOLERANCE) broken(`resource ${resource} is overloaded`);
  }
  const edits = run.scenario.commands.some(({ kind }) => kind === "editLimits");
  for (const { used, manager, config } of run.parts.meshes) {
    for (const slot of SLOT_KINDS) {
      if (used[slot] < 0) broken(`${config.id} has given back a ${slot} slot twice`);
      // Disks are counted together, and a lowered limit stops nothing that runs.
      if (edits || slot === "osam") continue;
      if (used[slot] > manager.limits[SLOT_LIMITS[slot]]) broken(`${config.id} exceeds ${slot}`);
    }
    const { bulkAndRavPerManager } = manager.limits;
    if (!edits && manager.bulkAndRav > bulkAndRavPerManager)
      broken(`${manager.id} exceeds its limit`);
  }
}
