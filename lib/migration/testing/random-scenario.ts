import { namedStream, type RandomStream } from "@/lib/engine/random";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import type { ScenarioInput } from "../schema";

type Input = ScenarioInput;
type Commands = NonNullable<Input["commands"]>;
type Fault = Extract<Commands[number], { kind: "injectFault" }>["fault"];

const GB = 1e9;
const DAY = 86_400;
/** Friday evening before clocks change in Berlin; in New York they have, in Seoul they never do. */
const START = "2026-03-27T18:00:00Z";

function pick<T>(stream: RandomStream, from: readonly T[]): T {
  const item = from[stream.int(0, from.length - 1)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/**
 * A scenario in which anything may happen: every type, several sites, windows that are missed, faults and
 * commands at odd moments. One seed gives one scenario.
 */
export function randomScenario(seed: number): Input {
  const stream = namedStream(seed, "random scenario");
  const hosts = times(stream.int(1, 4), (i) => `host ${i}`);
  const stores = times(stream.int(1, 2), (i) => `store ${i}`);
  const links = times(stream.int(1, 2), (i) => `link ${i}`);
  const managers = times(stream.int(1, 2), (i) => `manager ${i}`);
  const meshes = times(stream.int(1, 3), (i) => `mesh ${i}`);
  const vms = times(stream.int(1, 40), (i) => `vm ${i}`);
  const groups = groupsOf(stream, vms, meshes);
  const scenario: Input = {
    seed,
    startTime: START,
    timeZone: pick(stream, ["Europe/Berlin", "America/New_York", "Asia/Seoul", "UTC"]),
    hcxVersion: pick(stream, ["4.7", "4.9.2", "4.10", "4.11.3", "9.0", "9.1"]),
    horizonSeconds: 30 * DAY,
    parameters: {
      stepVariation: pick(stream, [0, 0.3]),
      rpoSeconds: pick(stream, [300, 7200]),
      waitingHoldsSlot: stream.chance(0.7),
    },
    limits: stream.chance(0.5) ? { bulkPerMesh: stream.int(1, 5), bulkAndRavPerManager: 6 } : {},
    sourceHosts: hosts.map((id) => ({ id, nicBytesPerSecond: stream.lognormal(2e8, 1) })),
    targetDatastores: stores.map((id) => ({
      id,
      writeBytesPerSecond: stream.lognormal(1e9, 1),
      freeBytes: stream.chance(0.5) ? stream.between(50, 2000) * GB : null,
    })),
    links: links.map((id) => linkOf(stream, id)),
    managers: managers.map((id) => ({ id, size: pick(stream, ["default", "large"]) })),
    meshes: meshes.map((id) => ({
      id,
      linkId: pick(stream, links),
      managerId: pick(stream, managers),
      ixBytesPerSecond: stream.lognormal(4e8, 1),
      ixCpuReserved: stream.chance(0.8),
      wanOptimization: stream.chance(0.2) ? { ratio: stream.between(1, 4) } : null,
    })),
    vms: vms.map((id) => vmOf(stream, id, hosts, stores)),
    groups,
    commands: commandsOf(stream, { groups, vms, links, meshes, stores }),
    faultRates: stream.chance(0.5)
      ? {
          snapshotPerVmHour: stream.between(0, 0.2),
          migrationFailurePerVmHour: stream.between(0, 0.2),
          tunnelDownPerHour: stream.between(0, 0.5),
          guestRefusesShutdownRatio: stream.between(0, 0.3),
          cleanupFailureRatio: stream.between(0, 0.5),
        }
      : {},
  };
  return { ...scenario, networkExtensions: extensionsOf(seed, scenario) };
}

/** Guests that send beside migrations, where nothing reduces what those send. */
function extensionsOf(seed: number, { meshes = [] }: Input): Input["networkExtensions"] {
  const stream = namedStream(seed, "random extensions");
  if (meshes.some(({ wanOptimization }) => wanOptimization) || stream.chance(0.5)) return [];
  return times(stream.int(1, 2), (i) => ({
    id: `extension ${i}`,
    meshId: pick(stream, meshes).id,
    applianceBytesPerSecond: stream.lognormal(1e8, 1),
    guestFlows: times(stream.int(1, 5), (j) => ({
      id: `guest ${j}`,
      startSeconds: stream.between(0, 2 * DAY),
      durationSeconds: stream.between(0, 3 * DAY),
      bytesPerSecond: stream.chance(0.5) ? stream.lognormal(2e7, 1) : null,
    })),
  }));
}

function linkOf(stream: RandomStream, id: string): NonNullable<Input["links"]>[number] {
  return {
    id,
    capacityBytesPerSecond: stream.lognormal(1.25e8, 0.7),
    latencySeconds: stream.between(0, 0.02),
    lossRatio: pick(stream, [0, 0, 0.001]),
    reservations: times(stream.int(0, 2), () => ({
      days: pick(stream, [[1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6], [6]]),
      startLocalTime: pick(stream, ["00:00", "08:00", "22:00"]),
      endLocalTime: pick(stream, ["06:00", "18:00", "24:00"]),
      reservedRatio: stream.between(0, 0.9),
    })),
    degradations: times(stream.int(0, 2), () => ({
      startSeconds: stream.between(0, DAY),
      durationSeconds: stream.between(0, 7200),
      capacityRatio: stream.uniform(),
    })),
    outages: times(stream.int(0, 1), () => ({
      startSeconds: stream.between(0, DAY),
      durationSeconds: stream.between(0, 3600),
    })),
  };
}

function vmOf(
  stream: RandomStream,
  id: string,
  hosts: readonly string[],
  stores: readonly string[],
): Input["vms"][number] {
  const disks = times(stream.int(1, 3), () => {
    const sizeBytes = stream.lognormal(20 * GB, 1);
    return { sizeBytes, usedBytes: stream.chance(0.8) ? sizeBytes * stream.uniform() : null };
  });
  return {
    id,
    disks,
    memoryBytes: stream.int(1, 64) * GB,
    powerState: stream.chance(0.9) ? "poweredOn" : "poweredOff",
    guestFamily: pick(stream, ["windows", "linux"]),
    toolsRunning: stream.chance(0.95),
    sourceHostId: stream.chance(0.8) ? pick(stream, hosts) : null,
    targetDatastoreId: stream.chance(0.8) ? pick(stream, stores) : null,
    snapshots: stream.chance(0.1) ? 1 : 0,
    sharedBus: stream.chance(0.03),
    cpuCompatible: stream.chance(0.95),
    changeRateBytesPerSecond: stream.lognormal(2e5, 2),
    changeWorkingSetRatio: stream.uniform(),
    memoryDirtyBytesPerSecond: stream.lognormal(1e7, 1.5),
    refusesShutdown: stream.chance(0.05),
    antivirus: stream.chance(0.1),
    backup: stream.chance(0.1)
      ? { startLocalTime: pick(stream, ["01:30", "02:30", "23:00"]), durationSeconds: 1800 }
      : null,
  };
}

function groupsOf(
  stream: RandomStream,
  vms: readonly string[],
  meshes: readonly string[],
): Input["groups"] {
  const count = Math.min(vms.length, stream.int(1, 4));
  return times(count, (index) => {
    const start = stream.between(0, DAY);
    return {
      id: `group ${index}`,
      wave: `wave ${index % 2}`,
      meshId: pick(stream, meshes),
      goAt: stream.chance(0.9) ? stream.between(0, DAY / 2) : null,
      transferStart: stream.chance(0.2) ? stream.between(0, DAY) : null,
      switchoverWindow: stream.chance(0.6)
        ? { start, end: stream.chance(0.8) ? start + stream.between(600, 20_000) : null }
        : null,
      migrations: vms
        .filter((_, vm) => vm % count === index)
        .map((vmId) => ({
          vmId,
          type: pick(stream, MIGRATION_TYPES),
          options: {
            forcePowerOffVm: stream.chance(0.3),
            enableSeedCheckpoint: stream.chance(0.3),
            upgradeHardware: stream.chance(0.2),
            upgradeVMTools: stream.chance(0.2),
          },
        })),
    };
  });
}

interface Parts {
  groups: Input["groups"];
  vms: readonly string[];
  links: readonly string[];
  meshes: readonly string[];
  stores: readonly string[];
}

function commandsOf(stream: RandomStream, parts: Parts): Commands {
  return times(stream.int(0, 12), () => commandOf(stream, parts));
}

/** One command at a random moment. */
export function commandOf(stream: RandomStream, parts: Parts): Commands[number] {
  const atSeconds = stream.between(0, 2 * DAY);
  const group = pick(stream, parts.groups);
  const vmIds = stream.chance(0.5) ? null : [pick(stream, group.migrations).vmId];
  const on = { atSeconds, groupId: group.id, vmIds };
  switch (stream.int(0, 8)) {
    case 0:
      return { kind: "cancel", ...on };
    case 1:
    case 2:
      return { kind: "retry", ...on, enableSeedCheckpoint: stream.chance(0.5) };
    case 3:
      return { kind: "forcePowerOff", ...on };
    case 4:
      return { kind: "forceCleanup", ...on };
    case 5: {
      const window = { start: stream.between(0, 3 * DAY), end: null };
      return { kind: "reschedule", ...on, switchoverWindow: stream.chance(0.8) ? window : null };
    }
    case 6:
      return { kind: "startGroup", ...on };
    case 7:
      return stream.chance(0.5)
        ? { kind: "editLimits", atSeconds, limits: { bulkPerMesh: stream.int(0, 10) } }
        : {
            kind: "editLink",
            atSeconds,
            linkId: pick(stream, parts.links),
            capacityBytesPerSecond: stream.lognormal(1e8, 1),
          };
    default:
      return { kind: "injectFault", atSeconds, fault: faultOf(stream, parts) };
  }
}

function faultOf(stream: RandomStream, { vms, links, meshes, stores }: Parts): Fault {
  const vmIds = times(stream.int(1, 3), () => pick(stream, vms));
  const durationSeconds = stream.between(1, 7200);
  const meshId = pick(stream, meshes);
  const faults: Fault[] = [
    { fault: "snapshotTaken", vmIds },
    { fault: "backupJob", vmIds, durationSeconds },
    { fault: "guestRefusesShutdown", vmIds },
    { fault: "diskAdded", vmIds },
    { fault: "churnSurge", vmIds, durationSeconds, factor: stream.between(0, 20) },
    { fault: "tunnelDown", meshId, durationSeconds },
    {
      fault: "linkDegraded",
      linkId: pick(stream, links),
      durationSeconds,
      capacityRatio: stream.uniform(),
    },
    { fault: "sourceVcenterReboot", durationSeconds },
    {
      fault: "targetDatastoreFilled",
      datastoreId: pick(stream, stores),
      bytes: stream.between(0, 500) * GB,
    },
    { fault: "targetDatastoreFull", datastoreId: pick(stream, stores), durationSeconds },
    { fault: "migrationTrackerStopped", meshId, durationSeconds },
    { fault: "replicationCertificateMismatch", meshId, durationSeconds },
    { fault: "activationLost", durationSeconds },
  ];
  return pick(stream, faults);
}
