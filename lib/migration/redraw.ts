import { applyLink } from "./capacity-run";
import { scheduleHazards } from "./lifecycle";
import { redrawTunnelDown } from "./random-tunnel";
import type { Run } from "./run";

/**
 * From here on the future is another one: factors apply, and random events that are still to come are drawn
 * again. Exponential waits have no memory, so drawing them anew conditions on nothing having happened yet.
 */
export function redraw(run: Run): void {
  run.isRedrawn = true;
  const { parts } = run;
  for (const link of parts.links) {
    link.bandwidthFactor = run.factor("bandwidth");
    applyLink(run, link);
  }
  for (const migration of parts.migrations) {
    migration.settleChurn(run.nowSeconds);
    migration.churnFactor = run.factor("churn");
    if (migration.mesh.active.has(migration)) scheduleHazards(run, migration);
  }
  for (let i = 0; i < parts.meshes.length; i++) redrawTunnelDown(run, i);
}
