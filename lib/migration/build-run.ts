import type { FluidNetwork } from "@/lib/engine/fluid-network";
import { transportCapBytesPerSecond } from "@/lib/engine/transport";
import { limitsOf, supportsWanOptimization } from "@/lib/hcx/limits";
import type { MigrationType } from "@/lib/hcx/migration-types";
import { type ExtensionState, GuestFlow } from "./extension-run";
import { LinkState } from "./link-state";
import { ManagerState, MeshState } from "./mesh-state";
import { MigrationRun } from "./migration-state";
import { secondsOfMoment } from "./moment";
import { isRelocation } from "./phase";
import type { Recorder } from "./recorder";
import { DatastoreState, GroupState, type RunParts } from "./run-parts";
import type { Scenario, ScenarioVm } from "./schema";
import type { ResourceKind } from "./timeline";

// Ethernet, IP and TCP headers inside a 1500-byte frame leave this much for a segment.
const HEADER_BYTES = 40;

/** Sets up the state of a run at second 0. The scenario must have passed `checkScenario`. */
export function buildRun(scenario: Scenario, network: FluidNetwork, recorder: Recorder): RunParts {
  const addResource = (kind: ResourceKind, id: string, bytesPerSecond: number) => {
    recorder.addCurve(kind, id, bytesPerSecond);
    return network.addResource(bytesPerSecond);
  };
  const managers = scenario.managers.map(
    ({ id, size }) =>
      new ManagerState(id, { ...limitsOf(scenario.hcxVersion, size), ...scenario.limits }),
  );
  const links = scenario.links.map(
    (link) => new LinkState(link, addResource("link", link.id, link.capacityBytesPerSecond)),
  );
  const meshes = buildMeshes(scenario, managers, links, addResource);
  // Capacities are in LAN bytes; datastores mostly serve replication, whose payload they are given in.
  const { replicationEfficiencyRatio } = scenario.parameters;
  const hosts = numbersOf(scenario.sourceHosts, ({ id, nicBytesPerSecond }) =>
    addResource("sourceHost", id, nicBytesPerSecond),
  );
  const sources = numbersOf(scenario.sourceDatastores, ({ id, readBytesPerSecond }) =>
    addResource("sourceDatastore", id, readBytesPerSecond / replicationEfficiencyRatio),
  );
  const datastores = scenario.targetDatastores.map(
    ({ id, writeBytesPerSecond, freeBytes }) =>
      new DatastoreState(
        id,
        addResource("targetDatastore", id, writeBytesPerSecond / replicationEfficiencyRatio),
        freeBytes,
      ),
  );

  const vms = new Map(scenario.vms.map((vm) => [vm.id, vm]));
  const migrations: MigrationRun[] = [];
  const groups = scenario.groups.map((config, groupIndex) => {
    const mesh = meshes.find(({ config: { id } }) => id === config.meshId) ?? meshes[0];
    if (mesh === undefined) throw new RangeError("a scenario has at least one service mesh");
    const members = config.migrations.map((migration) => {
      const vm = vms.get(migration.vmId);
      if (vm === undefined) throw new RangeError(`no VM has the id ${migration.vmId}`);
      const datastore = datastores.find(({ id }) => id === vm.targetDatastoreId) ?? null;
      const path = pathOf(migration.type, vm, mesh, datastore, hosts, sources);
      const run = new MigrationRun(
        migrations.length,
        vm,
        groupIndex,
        mesh,
        migration,
        datastore,
        path,
        capOf(migration.type, mesh, scenario),
        efficiencyOf(migration.type, scenario),
      );
      applySchedule(run, config, scenario);
      migrations.push(run);
      return run;
    });
    return new GroupState(config, mesh, members);
  });
  const extensions = buildExtensions(scenario, meshes, migrations.length, addResource);
  return { scenario, managers, meshes, links, datastores, groups, migrations, extensions };
}

type AddResource = (kind: ResourceKind, id: string, bytesPerSecond: number) => number;

function buildMeshes(
  scenario: Scenario,
  managers: readonly ManagerState[],
  links: readonly LinkState[],
  addResource: AddResource,
): MeshState[] {
  const isOptimizing = supportsWanOptimization(scenario.hcxVersion);
  const meshes = scenario.meshes.map((config) => {
    const link = links.find(({ config: { id } }) => id === config.linkId) ?? links[0];
    const manager = managers.find(({ id }) => id === config.managerId) ?? managers[0];
    if (link === undefined || manager === undefined) {
      throw new RangeError(`service mesh ${config.id} has no link or no manager`);
    }
    const share = config.ixCpuReserved ? 1 : scenario.parameters.unreservedIxRatio;
    const ix = addResource("ix", config.id, config.ixBytesPerSecond * share);
    const wanRatio = isOptimizing ? (config.wanOptimization?.ratio ?? 1) : 1;
    return new MeshState(config, manager, link, ix, wanRatio);
  });
  // Where meshes of one link differ, the lowest ratio holds: ADR 0004 says why that is the safe side.
  for (const link of links) {
    const ratios = meshes.filter((mesh) => mesh.link === link).map(({ wanRatio }) => wanRatio);
    link.wanRatio = ratios.length === 0 ? 1 : Math.min(...ratios);
  }
  return meshes;
}

function buildExtensions(
  { networkExtensions }: Scenario,
  meshes: readonly MeshState[],
  firstRow: number,
  addResource: AddResource,
): ExtensionState[] {
  let row = firstRow;
  return networkExtensions.map((config) => {
    const { id, applianceBytesPerSecond, flowBytesPerSecond } = config;
    const mesh = meshes.find((one) => one.config.id === config.meshId) ?? meshes[0];
    if (mesh === undefined) throw new RangeError(`network extension ${id} has no service mesh`);
    const { link } = mesh;
    const resource = addResource("networkExtension", id, applianceBytesPerSecond);
    const guestFlows = config.guestFlows.map(
      ({ id: flowId, startSeconds, durationSeconds, bytesPerSecond }) =>
        new GuestFlow(
          row++,
          flowId,
          startSeconds,
          startSeconds + durationSeconds,
          [resource, link.resource],
          Math.min(flowBytesPerSecond, bytesPerSecond ?? flowBytesPerSecond),
        ),
    );
    return { id, resource, capacityBytesPerSecond: applianceBytesPerSecond, link, guestFlows };
  });
}

function numbersOf<T extends { id: string }>(
  parts: readonly T[],
  add: (part: T) => number,
): Map<string, number> {
  return new Map(parts.map((part) => [part.id, add(part)]));
}

/** Assisted vMotion goes from host to host; all others go through the IX appliance. */
function pathOf(
  type: MigrationType,
  vm: ScenarioVm,
  mesh: MeshState,
  datastore: DatastoreState | null,
  hosts: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, number>,
): number[] {
  const host = vm.sourceHostId === null ? undefined : hosts.get(vm.sourceHostId);
  const source = vm.sourceDatastoreId === null ? undefined : sources.get(vm.sourceDatastoreId);
  const ix = type === "AssistedvMotion" ? undefined : mesh.ixResource;
  const { resource: link } = mesh.link;
  const store = datastore?.resource;
  // Nearly all have a host and a datastore. A list that is grown by pushing keeps room for a dozen more.
  if (host !== undefined && source === undefined && ix !== undefined && store !== undefined) {
    return [host, ix, link, store];
  }
  return [host, source, ix, link, store].filter((number) => number !== undefined);
}

export function efficiencyOf(type: MigrationType, { parameters }: Scenario): number {
  return isRelocation(type)
    ? parameters.vmotionEfficiencyRatio
    : parameters.replicationEfficiencyRatio;
}

/** What one transfer can do by itself, in LAN bytes/s: its stream and its connections. */
function capOf(type: MigrationType, mesh: MeshState, scenario: Scenario): number {
  const { parameters } = scenario;
  const { latencySeconds, lossRatio, mtuBytes } = mesh.link.config;
  const transport = transportCapBytesPerSecond({
    windowBytes: parameters.tcpWindowBytes,
    segmentBytes: mtuBytes - HEADER_BYTES,
    latencySeconds,
    lossRatio,
    connections: parameters.connectionsPerTransfer,
  });
  const stream =
    type === "AssistedvMotion"
      ? parameters.assistedVmotionBytesPerSecond
      : isRelocation(type)
        ? parameters.vmotionBytesPerSecond
        : parameters.replicationBytesPerSecond;
  return Math.min(stream, transport * mesh.link.wanRatio) / efficiencyOf(type, scenario);
}

function applySchedule(
  run: MigrationRun,
  config: Scenario["groups"][number],
  scenario: Scenario,
): void {
  // vMotion and Cold start at once and cannot be scheduled (HCX user guide).
  if (isRelocation(run.type)) return;
  if (config.transferStart !== null) {
    run.transferStartSeconds = secondsOfMoment(config.transferStart, scenario);
  }
  if (config.switchoverWindow === null) return;
  const { start, end } = config.switchoverWindow;
  run.windowStartSeconds = secondsOfMoment(start, scenario);
  if (end !== null) run.windowEndSeconds = secondsOfMoment(end, scenario);
}
