import { describeExtension } from "./extension-run";
import type { MigrationRun } from "./migration-state";
import type { Run } from "./run";
import type { MigrationTimeline, TimelineGroup, TimelineMigration } from "./timeline";

/** Gathers what a run has recorded. */
export function buildTimeline(run: Run): MigrationTimeline {
  const { scenario, parts, recorder } = run;
  return {
    startTime: scenario.startTime,
    timeZone: scenario.timeZone,
    seed: scenario.seed,
    endSeconds: run.nowSeconds,
    horizonReached: run.nowSeconds >= scenario.horizonSeconds,
    eventCount: run.eventCount,
    migrations: parts.migrations.map((migration) => describe(run, migration)),
    groups: parts.groups.map(({ config, mesh, migrations }): TimelineGroup => {
      const first = migrations[0]?.index ?? 0;
      return {
        id: config.id,
        name: config.name ?? config.id,
        wave: config.wave,
        meshId: mesh.config.id,
        firstMigration: first,
        endMigration: first + migrations.length,
      };
    }),
    links: parts.links.map(({ config, times, capacities }) => ({
      id: config.id,
      times: times.toArray(),
      capacities: capacities.toArray(),
    })),
    extensions: parts.extensions.map(describeExtension),
    phases: recorder.phaseColumns(),
    pieces: recorder.pieceColumns(),
    curves: recorder.curveColumns(),
    downtimes: recorder.downtimeColumns(),
    events: recorder.events,
    reasons: recorder.reasons,
  };
}

function describe(run: Run, migration: MigrationRun): TimelineMigration {
  const { vm, mesh, type, windowStartSeconds, windowEndSeconds } = migration;
  const group = run.parts.groups[migration.groupIndex]?.config;
  return {
    vmId: vm.id,
    vmName: vm.name ?? vm.id,
    groupId: group?.id ?? "",
    wave: group?.wave ?? null,
    meshId: mesh.config.id,
    linkId: mesh.link.config.id,
    sourceHostId: vm.sourceHostId,
    type,
    baseBytes: migration.usedBytes,
    diskBytes: vm.disks.map(({ usedBytes, sizeBytes }) => usedBytes ?? sizeBytes),
    memoryBytes: vm.memoryBytes,
    efficiencyRatio: migration.efficiencyRatio,
    wanRatio: mesh.link.wanRatio,
    switchoverStartSeconds: Number.isFinite(windowStartSeconds) ? windowStartSeconds : null,
    switchoverEndSeconds: Number.isFinite(windowEndSeconds) ? windowEndSeconds : null,
  };
}
