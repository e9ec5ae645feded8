import type { WorldInventory, WorldVm } from "../inventory";
import {
  type Command,
  type CommandRequest,
  commandRequestSchema,
  type WorldSettings,
} from "../schema";
import { bulkGroup, CONNECTOR, SERVICE_MESH } from "./ready-setup";

/** A world of forty VMs in two mobility groups, of which the first is started. */

export const SETTINGS: WorldSettings = {
  epoch: "2025-06-23T00:00:00Z",
  timeZone: "Asia/Seoul",
  seed: 7,
};

function vm(index: number): WorldVm {
  return {
    key: `vm-${index}`,
    name: `app-${index}`,
    powerState: "poweredOn",
    cpus: 2,
    memoryMib: 4096,
    provisionedMib: 40_960,
    inUseMib: 20_480 + index * 100,
    host: "esx-1",
    cluster: "prod",
    osName: "Ubuntu Linux (64-bit)",
    hardwareVersion: 19,
    toolsStatus: "toolsOk",
    faultTolerance: false,
    directPath: false,
    encrypted: false,
    usbConnected: false,
    snapshotCount: 0,
    mediaConnected: false,
    networks: [],
    ipAddresses: [],
    disks: [],
  };
}

export const INVENTORY: WorldInventory = {
  vms: Array.from({ length: 40 }, (_, index) => vm(index)),
  hosts: [{ name: "esx-1", cluster: "prod" }],
  clusters: ["prod"],
  datastores: [],
  networks: [],
};

const keys = INVENTORY.vms.map(({ key }) => key);

/** Presses Go for a group. */
export const start = (groupId: string): CommandRequest => ({
  kind: "mobilityGroup.start",
  payload: { groupId },
});

/** What is commanded, and when in seconds after the epoch. */
export type TimedRequest = readonly [atSeconds: number, request: unknown];

export const TWO_GROUPS: readonly TimedRequest[] = [
  [0, CONNECTOR],
  [100, SERVICE_MESH],
  [4_000, bulkGroup("one", keys.slice(0, 20))],
  [4_100, bulkGroup("two", keys.slice(20))],
  [5_000, start("one")],
];

/** The log of a world in which this was commanded. */
export function logOf(entries: readonly TimedRequest[]): Command[] {
  return entries.map(([atSeconds, request], index) => ({
    ...(commandRequestSchema.parse(request) as Command),
    sequence: index + 1,
    atSeconds,
    actorId: "somebody",
    commandId: "00000000-0000-4000-8000-000000000000",
  }));
}
