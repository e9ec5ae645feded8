import { namedStream } from "@/lib/engine/random";
import { applyLink } from "./capacity-run";
import { scheduleHazards } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { redrawTunnelDown } from "./random-tunnel";
import type { Redraw, VmFactors } from "./redraw-options";
import type { Run } from "./run";
import { EVENT } from "./run-events";

/**
 * From here on the future is another one: factors apply, and random events that are still to come are drawn
 * again. Exponential waits have no memory, so drawing them anew conditions on nothing having happened yet.
 * A step that is under way ends when it would have ended.
 */
export function redraw(run: Run, index: number): void {
  const redrawn = run.options.redraws[index];
  if (redrawn === undefined) throw new RangeError(`no redraw ${index}`);
  run.redrawn = redrawn;
  const { parts } = run;
  setBandwidth(run, redrawn.factors.bandwidth);
  scheduleDrift(run, redrawn, 0);
  const { vmSigmas, vmFactors } = redrawn;
  const isSpread = vmSigmas.churn > 0 || vmSigmas.guestShutdown > 0 || vmSigmas.stepDuration > 0;
  for (const migration of parts.migrations) {
    migration.settleChurn(run.nowSeconds);
    const own = vmFactors?.get(migration.vm.id) ?? NO_FACTORS;
    migration.churnFactor = redrawn.factors.churn * own.churn;
    migration.ownShutdownFactor = own.guestShutdown;
    migration.ownStepFactor = own.stepDuration;
    if (isSpread && vmFactors === undefined) drawOwnFactors(redrawn, migration);
    if (migration.mesh.active.has(migration)) scheduleHazards(run, migration);
  }
  for (let i = 0; i < parts.meshes.length; i++) redrawTunnelDown(run, i);
}

const NO_FACTORS: VmFactors = { churn: 1, guestShutdown: 1, stepDuration: 1 };

/** What sets this VM apart from the others, whatever it does in which order. */
function drawOwnFactors({ seed, vmSigmas }: Redraw, migration: MigrationRun): void {
  const stream = namedStream(seed, "redrawn", migration.vm.id, "own factors");
  migration.churnFactor *= stream.lognormal(1, vmSigmas.churn);
  migration.ownShutdownFactor = stream.lognormal(1, vmSigmas.guestShutdown);
  migration.ownStepFactor = stream.lognormal(1, vmSigmas.stepDuration);
}

/** The bandwidth's factor becomes another one on its way. */
export function driftBandwidth(run: Run, subject: number): void {
  const { redrawn } = run;
  const change = redrawn?.drift[subject];
  if (redrawn === null || change === undefined) return;
  setBandwidth(run, change.factor);
  scheduleDrift(run, redrawn, subject + 1);
}

function scheduleDrift(run: Run, { drift }: Redraw, index: number): void {
  const change = drift[index];
  // One that is left of the redraw before is cancelled; it is background, so nothing else is to be booked.
  run.queue.cancel(run.driftTimer);
  run.driftTimer =
    change === undefined ? -1 : run.schedule(change.atSeconds, EVENT.bandwidthDrift, index);
}

function setBandwidth(run: Run, factor: number): void {
  for (const link of run.parts.links) {
    link.bandwidthFactor = factor;
    applyLink(run, link);
  }
}
