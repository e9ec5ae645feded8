import { AVS_HCX_VERSION } from "@/lib/hcx/check-mesh";
import type { FaultInject, LimitsEdit } from "@/lib/hcx/mobility-group-schema";
import type { Fault } from "@/lib/migration/fault-schema";
import { type Scenario, type ScenarioInput, scenarioSchema } from "@/lib/migration/schema";
import { groupsAt, type MobilityGroup } from "./groups";
import { guestFamilyOf } from "./guest-family";
import type { WorldInventory, WorldVm } from "./inventory";
import type { SetupResource } from "./resource";
import type { Command, WorldSettings } from "./schema";

const MIB_BYTES = 2 ** 20;
const DAY_SECONDS = 86_400;
const BITS_PER_BYTE = 8;

/**
 * Share of its used bytes that a VM rewrites in a day where the group says nothing. No published figure
 * fits every workload; the group's form shows this one and lets it be changed.
 */
export const DEFAULT_DAILY_CHANGE_RATIO = 0.05;

/** What the compiler reads. */
export interface CompileInput {
  settings: WorldSettings;
  inventory: WorldInventory;
  resources: readonly SetupResource[];
  commands: readonly Command[];
  /**
   * By group, the inventory as it stood when Go was pressed; the current one where none is given. What a later
   * import or exclusion says of a VM that has moved already does not change how it moved.
   */
  inventoryAtGo?: ReadonlyMap<string, WorldInventory>;
}

/**
 * The migrations of a world as the engine takes them: the groups that were started, the meshes that carry
 * them, and what people did since. Null before the first Go.
 */
export function compileScenario(input: CompileInput): Scenario | null {
  const { settings, inventory, commands } = input;
  const groups = groupsAt(commands, Number.POSITIVE_INFINITY)
    .filter((group) => group.startedAtSeconds !== null)
    .sort((a, b) => (a.startedAtSeconds ?? 0) - (b.startedAtSeconds ?? 0));
  if (groups.length === 0) return null;
  const members = groups
    .map((group) =>
      presentMigrations(group, input.inventoryAtGo?.get(group.draft.groupId) ?? inventory),
    )
    .filter(({ migrations }) => migrations.length > 0);
  if (members.length === 0) return null;
  const scenario: ScenarioInput = {
    startTime: settings.epoch,
    timeZone: settings.timeZone,
    seed: settings.seed,
    hcxVersion: AVS_HCX_VERSION,
    sourceHosts: hostNames(members.map((member) => member.inventory)).map((id) => ({ id })),
    targetDatastores: [...new Set(groups.map(({ draft }) => draft.destinationDatastore))].map(
      (id) => ({ id }),
    ),
    ...sitesOf(input.resources),
    vms: members.flatMap((member) =>
      member.migrations.map(({ vm }) => vmOf(vm, member.group, member.inventory)),
    ),
    groups: members.map(({ group, migrations }) => groupOf(group, migrations)),
    commands: commands.flatMap(commandOf),
  };
  return scenarioSchema.parse(scenario);
}

interface PresentMigration {
  vm: WorldVm;
  migration: MobilityGroup["draft"]["migrations"][number];
}

/** An import may lack a VM that a group names; the rest of the group goes on. */
function presentMigrations(group: MobilityGroup, inventory: WorldInventory) {
  const vmByKey = new Map(inventory.vms.map((vm) => [vm.key, vm]));
  const migrations = group.draft.migrations.flatMap((migration): PresentMigration[] => {
    const vm = vmByKey.get(migration.vmKey);
    return vm ? [{ vm, migration }] : [];
  });
  return { group, inventory, migrations };
}

/** Hosts of all inventories in the order of the groups: a later one adds hosts and moves none. */
function hostNames(inventories: readonly WorldInventory[]): string[] {
  return [
    ...new Set([...new Set(inventories)].flatMap(({ hosts }) => hosts.map(({ name }) => name))),
  ];
}

function sitesOf(
  resources: readonly SetupResource[],
): Pick<ScenarioInput, "links" | "managers" | "meshes"> {
  const meshes = resources.filter((resource) => resource.kind === "serviceMesh");
  const connectors = resources.filter((resource) => resource.kind === "hcxConnector");
  const payloads = meshes.flatMap(({ versions }) => versions.slice(-1)).map((v) => v.properties);
  return {
    links: payloads.map(({ name, underlay }) => ({
      id: name,
      capacityBytesPerSecond: (underlay.bandwidthMbps * 1e6) / BITS_PER_BYTE,
      latencySeconds: underlay.roundTripMilliseconds / 2 / 1000,
      lossRatio: underlay.lossRatio,
      mtuBytes: underlay.mtuBytes,
    })),
    managers: connectors.map(({ name, versions }) => ({
      id: name,
      size: versions.at(-1)?.properties.managerSize ?? "default",
    })),
    meshes: payloads.map(({ name, connectorName, services }) => ({
      id: name,
      linkId: name,
      managerId: connectorName,
      services: (["VMOTION", "BULK_MIGRATION", "RAV", "OS_ASSISTED_MIGRATION"] as const).filter(
        (service) => services.includes(service),
      ),
    })),
  };
}

/** Bytes in use spread over the disks by size; the export tells them for the VM as a whole. */
function disksOf(vm: WorldVm): { sizeBytes: number; usedBytes: number; independent: boolean }[] {
  const sized = vm.disks.filter(({ capacityMib }) => capacityMib !== null && capacityMib > 0);
  if (sized.length === 0) {
    const sizeBytes = (vm.provisionedMib ?? vm.inUseMib ?? 0) * MIB_BYTES;
    const usedBytes = Math.min(sizeBytes, (vm.inUseMib ?? Infinity) * MIB_BYTES);
    return [{ sizeBytes, usedBytes, independent: false }];
  }
  const capacityMib = sized.reduce((sum, disk) => sum + (disk.capacityMib ?? 0), 0);
  const usedRatio = vm.inUseMib === null ? 1 : Math.min(1, vm.inUseMib / capacityMib);
  return sized.map((disk) => {
    const sizeBytes = (disk.capacityMib ?? 0) * MIB_BYTES;
    return { sizeBytes, usedBytes: sizeBytes * usedRatio, independent: disk.independent };
  });
}

function vmOf(
  vm: WorldVm,
  { draft }: MobilityGroup,
  inventory: WorldInventory,
): ScenarioInput["vms"][number] {
  const disks = disksOf(vm);
  const usedBytes = disks.reduce((sum, disk) => sum + disk.usedBytes, 0);
  const dailyRatio = draft.dailyChangeRatio ?? DEFAULT_DAILY_CHANGE_RATIO;
  const isPoweredOn = vm.powerState === "poweredOn";
  const rdm = vm.disks.some((disk) => disk.physicalRdm)
    ? "physical"
    : vm.disks.some((disk) => disk.virtualRdm)
      ? "virtual"
      : "none";
  return {
    id: vm.key,
    name: vm.name,
    disks,
    ...(vm.memoryMib === null ? {} : { memoryBytes: vm.memoryMib * MIB_BYTES }),
    ...(vm.cpus === null ? {} : { vcpus: vm.cpus }),
    powerState: vm.powerState === "unknown" ? "poweredOn" : vm.powerState,
    guestFamily: guestFamilyOf(vm.osName) ?? "other",
    // Tools that the export does not mention are taken as running; a missing sheet is told by the import.
    toolsRunning: vm.toolsStatus === null || /^tools(ok|old)$/i.test(vm.toolsStatus.trim()),
    ...(vm.hardwareVersion === null ? {} : { hardwareVersion: vm.hardwareVersion }),
    sourceHostId: inventory.hosts.some(({ name }) => name === vm.host) ? vm.host : null,
    targetDatastoreId: draft.destinationDatastore,
    snapshots: vm.snapshotCount,
    rdm,
    isoMounted: vm.mediaConnected,
    sharedBus: vm.disks.some((disk) => disk.shared),
    faultTolerance: vm.faultTolerance,
    directPathIo: vm.directPath,
    changeRateBytesPerSecond: isPoweredOn ? (usedBytes * dailyRatio) / DAY_SECONDS : 0,
  };
}

function groupOf(
  { draft, startedAtSeconds }: MobilityGroup,
  migrations: readonly PresentMigration[],
): ScenarioInput["groups"][number] {
  const window = draft.switchoverWindow;
  return {
    id: draft.groupId,
    name: draft.name,
    meshId: draft.serviceMeshName,
    goAt: startedAtSeconds,
    transferStart: draft.transferStartSeconds,
    switchoverWindow: window && { start: window.startSeconds, end: window.endSeconds },
    migrations: migrations.map(({ migration }) => ({
      vmId: migration.vmKey,
      type: migration.type,
      options: { ...draft.options, forcePowerOffVm: migration.forcePowerOffVm },
    })),
  };
}

type ScenarioCommand = NonNullable<ScenarioInput["commands"]>[number];

function commandOf(command: Command): ScenarioCommand[] {
  const { atSeconds } = command;
  switch (command.kind) {
    case "migration.cancel":
      return [{ kind: "cancel", atSeconds, ...selectionOf(command.payload) }];
    case "migration.retry":
      return [
        {
          kind: "retry",
          atSeconds,
          remedied: command.payload.remedied,
          ...selectionOf(command.payload),
        },
      ];
    case "migration.forcePowerOff":
      return [{ kind: "forcePowerOff", atSeconds, ...selectionOf(command.payload) }];
    case "migration.forceCleanup": {
      const { removeSeedCheckpoint } = command.payload;
      return [
        { kind: "forceCleanup", atSeconds, removeSeedCheckpoint, ...selectionOf(command.payload) },
      ];
    }
    case "mobilityGroup.reschedule": {
      const window = command.payload.switchoverWindow;
      const switchoverWindow = window && { start: window.startSeconds, end: window.endSeconds };
      return [{ kind: "reschedule", atSeconds, switchoverWindow, ...selectionOf(command.payload) }];
    }
    case "limits.edit":
      return [{ kind: "editLimits", atSeconds, limits: limitsOf(command.payload) }];
    case "fault.inject":
      return [{ kind: "injectFault", atSeconds, fault: faultOf(command.payload) }];
    default:
      return [];
  }
}

function selectionOf({ groupId, vmKeys }: { groupId: string; vmKeys: string[] | null }) {
  return { groupId, vmIds: vmKeys };
}

function limitsOf(payload: LimitsEdit): Record<string, number> {
  const given = Object.entries(payload).filter(
    (entry): entry is [string, number] => entry[1] !== null,
  );
  return Object.fromEntries(given);
}

function faultOf(payload: FaultInject): Fault {
  switch (payload.fault) {
    case "tunnelDown":
    case "migrationTrackerStopped":
    case "replicationCertificateMismatch": {
      const { fault, serviceMeshName, durationSeconds } = payload;
      return { fault, meshId: serviceMeshName, durationSeconds };
    }
    case "linkDegraded": {
      const { fault, serviceMeshName, durationSeconds, capacityRatio } = payload;
      return { fault, linkId: serviceMeshName, durationSeconds, capacityRatio };
    }
    case "targetDatastoreFull": {
      const { fault, datastoreName, durationSeconds } = payload;
      return { fault, datastoreId: datastoreName, durationSeconds };
    }
    case "sourceVcenterReboot":
    case "activationLost":
      return payload;
    default: {
      const { vmKeys, ...rest } = payload;
      return { ...rest, vmIds: vmKeys };
    }
  }
}
