import { dropTunnel } from "./capacity-run";
import type { MeshState } from "./mesh-state";
import type { Run } from "./run";
import { EVENT } from "./run-events";

/** Tunnels that are up fail at a constant rate, whatever migrates; one that is down cannot fail again. */
export function scheduleTunnelDown(
  run: Run,
  meshIndex: number,
  fromSeconds = run.nowSeconds,
): void {
  const mesh = meshAt(run, meshIndex);
  const perHour = run.scenario.faultRates.tunnelDownPerHour * run.factor("faultRate");
  if (perHour <= 0) return;
  const draws = run.streamOf(mesh.config.id, "tunnel", String(mesh.tunnelFailures));
  const seconds = fromSeconds + draws.exponential(3600 / perHour);
  mesh.tunnelTimer = run.schedule(seconds, EVENT.randomTunnelDown, meshIndex);
}

/**
 * A failure that finds nothing under way leaves no trace. A run ends when nothing is, and a command that is
 * added later makes it go on: what was recorded in between would change the past that people have seen.
 */
export function strikeTunnel(run: Run, meshIndex: number): void {
  const mesh = meshAt(run, meshIndex);
  mesh.tunnelFailures++;
  if (isUnderWay(mesh)) {
    run.recorder.event(run.nowSeconds, "fault", -1, "tunnelDown", mesh.config.id);
    dropTunnel(run, mesh, run.scenario.faultRates.tunnelDownSeconds);
  }
  scheduleTunnelDown(run, meshIndex, run.nowSeconds + run.scenario.faultRates.tunnelDownSeconds);
}

function isUnderWay(mesh: MeshState): boolean {
  for (const { timer, flow } of mesh.active) if (timer >= 0 || flow >= 0) return true;
  return false;
}

/** Draws the next failure anew, at the rate of the replication. */
export function redrawTunnelDown(run: Run, meshIndex: number): void {
  run.queue.cancel(meshAt(run, meshIndex).tunnelTimer);
  scheduleTunnelDown(run, meshIndex);
}

function meshAt(run: Run, meshIndex: number): MeshState {
  const mesh = run.parts.meshes[meshIndex];
  if (mesh === undefined) throw new RangeError(`no service mesh ${meshIndex}`);
  return mesh;
}
