import { fail } from "./lifecycle";
import type { LinkState } from "./link-state";
import { minutesOf, occurrenceAfter } from "./local-time";
import type { MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";
import { EVENT } from "./run-events";

/** Capacity that changes over time: reservations by the local clock, degradations, outages, tunnels. */

/** Applies a link's present share and notes it for the utilisation series. */
export function applyLink(run: Run, link: LinkState): void {
  const wire = link.effectiveBytesPerSecond();
  link.record(run.nowSeconds);
  run.network.setCapacity(link.resource, wire * link.wanRatio);
  if (wire > 0) {
    link.downSince = Number.POSITIVE_INFINITY;
  } else if (link.downSince === Number.POSITIVE_INFINITY) {
    link.downSince = run.nowSeconds;
    for (const [index, mesh] of run.parts.meshes.entries()) {
      if (mesh.link === link) scheduleStall(run, index);
    }
  }
}

function scheduleStall(run: Run, meshIndex: number): void {
  const seconds = run.nowSeconds + run.scenario.parameters.relocateStallSeconds;
  run.schedule(seconds, EVENT.stall, meshIndex);
}

/** A relocation that begins on a path that stands still is given as long as one that is interrupted. */
export function watchForStall(run: Run, { mesh }: MigrationRun): void {
  const isDown = mesh.link.downSince <= run.nowSeconds || mesh.tunnelDownSince <= run.nowSeconds;
  if (isDown) scheduleStall(run, run.parts.meshes.indexOf(mesh));
}

export function applyTunnel(run: Run, mesh: MeshState): void {
  const isDown = mesh.tunnelsDown > 0;
  const { ixBytesPerSecond, ixCpuReserved } = mesh.config;
  const share = ixCpuReserved ? 1 : run.scenario.parameters.unreservedIxRatio;
  run.network.setCapacity(mesh.ixResource, isDown ? 0 : ixBytesPerSecond * share);
  if (!isDown) {
    mesh.tunnelDownSince = Number.POSITIVE_INFINITY;
  } else if (mesh.tunnelDownSince === Number.POSITIVE_INFINITY) {
    mesh.tunnelDownSince = run.nowSeconds;
    scheduleStall(run, run.parts.meshes.indexOf(mesh));
  }
}

/** Replication waits for the path to come back, a relocation does not. */
export function strikeStall(run: Run, mesh: MeshState): void {
  // The event came that long after the stall began, give or take the rounding of the sum.
  const limit = run.nowSeconds - run.scenario.parameters.relocateStallSeconds + 1e-6;
  for (const migration of [...mesh.active]) {
    if (migration.phase !== PHASE.relocate || migration.flow < 0) continue;
    const tunnelDownSince =
      migration.type === "AssistedvMotion" ? Number.POSITIVE_INFINITY : mesh.tunnelDownSince;
    const stillSince = Math.min(mesh.link.downSince, tunnelDownSince);
    if (Math.max(stillSince, migration.phaseStartSeconds) <= limit) {
      fail(run, migration, "tunnelDown");
    }
  }
}

/** Takes a share off a link for a time. */
export function degradeLink(
  run: Run,
  link: LinkState,
  capacityRatio: number,
  seconds: number,
): void {
  link.degradations.push(capacityRatio);
  applyLink(run, link);
  run.endLater(seconds, () => {
    link.degradations.splice(link.degradations.indexOf(capacityRatio), 1);
    applyLink(run, link);
  });
}

export function dropTunnel(run: Run, mesh: MeshState, seconds: number): void {
  mesh.tunnelsDown++;
  applyTunnel(run, mesh);
  run.endLater(seconds, () => {
    mesh.tunnelsDown--;
    applyTunnel(run, mesh);
    run.recorder.event(run.nowSeconds, "faultEnded", -1, null, `tunnelDown ${mesh.config.id}`);
  });
}

/** Plans everything that the scenario says of links in advance. */
export function scheduleCapacities(run: Run): void {
  run.parts.links.forEach((link, linkIndex) => {
    link.record(run.nowSeconds);
    for (let i = 0; i < link.reserved.length; i++) scheduleReservation(run, linkIndex, i);
    const planned = [
      ...link.config.degradations,
      ...link.config.outages.map((outage) => ({ ...outage, capacityRatio: 0 })),
    ];
    for (const { startSeconds, durationSeconds, capacityRatio } of planned) {
      run.startLater(startSeconds, () => degradeLink(run, link, capacityRatio, durationSeconds));
    }
    applyLink(run, link);
  });
}

const RESERVATIONS_PER_LINK = 1024;

/** Switches one reservation on or off and plans its next change. */
export function changeReservation(run: Run, subject: number): void {
  const link = run.parts.links[Math.floor(subject / RESERVATIONS_PER_LINK)];
  const reservation = link?.reserved[subject % RESERVATIONS_PER_LINK];
  if (link === undefined || reservation === undefined) return;
  reservation.isActive = !reservation.isActive;
  // The next one may begin where this one ends, so it is planned before the capacity is set.
  scheduleReservation(run, run.parts.links.indexOf(link), subject % RESERVATIONS_PER_LINK);
  applyLink(run, link);
}

function scheduleReservation(run: Run, linkIndex: number, index: number): void {
  const link = run.parts.links[linkIndex];
  const reservation = link?.reserved[index];
  if (reservation === undefined) return;
  const { startLocalTime, endLocalTime, days } = reservation.config;
  const startMinutes = minutesOf(startLocalTime);
  const sameDayEnd = minutesOf(endLocalTime);
  const endMinutes = sameDayEnd > startMinutes ? sameDayEnd : sameDayEnd + 1440;
  const originMs = Date.parse(run.scenario.startTime);
  const next = occurrenceAfter(
    { days, startMinutes, endMinutes },
    run.nowSeconds,
    originMs,
    run.scenario.timeZone,
  );
  if (next === null) return;
  // Already inside it, which happens at second 0: it is on from the start.
  const isInside = next.startSeconds <= run.nowSeconds;
  if (isInside && !reservation.isActive) reservation.isActive = true;
  const change = reservation.isActive ? next.endSeconds : next.startSeconds;
  run.schedule(change, EVENT.reservation, linkIndex * RESERVATIONS_PER_LINK + index);
}
