import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardEventsAt } from "./board-events";
import { boardModelAt, boardRowsOf } from "./board-rows";
import { boardSummaryOf } from "./board-summary";
import { checkCommand } from "./check-command";
import { checkContext, type WorldInventory, type WorldVm } from "./inventory";
import type { Command, WorldSettings } from "./schema";
import { commandRequestSchema } from "./schema";
import { setupStateAt, simulateWorld } from "./simulate";

const SETTINGS: WorldSettings = {
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

const inventory: WorldInventory = {
  vms: Array.from({ length: 40 }, (_, index) => vm(index)),
  hosts: [{ name: "esx-1", cluster: "prod" }],
  clusters: ["prod"],
  datastores: [],
  networks: [],
};

const mesh = {
  kind: "serviceMesh.create",
  payload: {
    name: "mesh",
    connectorName: "connector",
    computeProfileName: "compute",
    services: ["INTERCONNECT", "VMOTION", "BULK_MIGRATION"],
    networkExtensionAppliances: 0,
    underlay: {
      connection: "expressRoute",
      bandwidthMbps: 1000,
      roundTripMilliseconds: 5,
      lossRatio: 0,
      mtuBytes: 1500,
    },
    applicationPathResiliency: false,
    tcpFlowConditioning: false,
  },
};
const connector = {
  kind: "hcxConnector.deploy",
  payload: {
    name: "connector",
    keyName: "key",
    vcenterUrl: "https://vcenter.example.com",
    managementAddress: "10.0.0.5/24",
    gateway: "10.0.0.1",
    dnsServer: "10.0.0.2",
    ntpServer: "ntp.example.com",
    internetAccess: "direct",
    managerSize: "default",
  },
};
const group = (id: string, from: number, to: number) => ({
  kind: "mobilityGroup.create",
  payload: {
    groupId: id,
    name: id,
    serviceMeshName: "mesh",
    migrations: inventory.vms.slice(from, to).map(({ key }) => ({ vmKey: key, type: "Bulk" })),
    destinationCluster: "Cluster-1",
    destinationDatastore: "vsan",
    networkMappings: [],
    transferStartSeconds: null,
    switchoverWindow: null,
    dailyChangeRatio: null,
  },
});
const start = (groupId: string) => ({ kind: "mobilityGroup.start", payload: { groupId } });

function log(entries: readonly (readonly [number, unknown])[]): Command[] {
  return entries.map(([atSeconds, request], index) => ({
    ...(commandRequestSchema.parse(request) as Command),
    sequence: index + 1,
    atSeconds,
    actorId: "somebody",
    commandId: "00000000-0000-4000-8000-000000000000",
  }));
}

const BASE = [
  [0, connector],
  [100, mesh],
  [4_000, group("one", 0, 20)],
  [4_100, group("two", 20, 40)],
  [5_000, start("one")],
] as const;

describe("a world", () => {
  it("counts every VM in exactly one state, at every instant", () => {
    const timeline = simulateWorld({ settings: SETTINGS, inventory, commands: log(BASE) });
    const names = new Map(inventory.vms.map(({ key, name }) => [key, name]));
    for (let seconds = 4_200; seconds < 40_000; seconds += 400) {
      const model = boardModelAt(timeline, names, seconds);
      const summary = boardSummaryOf(timeline, model);
      const counted = Object.values(summary.counters).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(40);
      expect(summary.counters.draft).toBe(seconds < 5_000 ? 40 : 20);
      if (summary.progressRatio === 1) expect(summary.counters.completed).toBe(40);
    }
  });

  it("brings every started VM to its end", () => {
    const timeline = simulateWorld({ settings: SETTINGS, inventory, commands: log(BASE) });
    const model = boardModelAt(timeline, new Map(), 10 * 86_400);
    expect(boardSummaryOf(timeline, model).counters).toMatchObject({ completed: 20, draft: 20 });
    const page = boardRowsOf(model, {
      offset: 0,
      limit: 5,
      search: "",
      state: "completed",
      sort: "bytesTotal",
      direction: "desc",
    });
    expect(page.total).toBe(20);
    expect(page.rows[0]?.vmKey).toBe("vm-19");
  });

  it("fails what writes to a datastore that others fill, and refuses to fill one that is not used", () => {
    const full = (datastoreName: string) =>
      commandRequestSchema.parse({
        kind: "fault.inject",
        payload: { fault: "targetDatastoreFull", datastoreName, durationSeconds: 600 },
      });
    // 20 GiB a VM over 1 Gbit/s: some of the twenty are still in their base sync ten minutes after Go.
    const commands = log([...BASE, [5_600, full("vsan")]]);
    const timeline = simulateWorld({ settings: SETTINGS, inventory, commands });
    const failed = boardModelAt(timeline, new Map(), 5_601).rows.filter(
      ({ message }) => message?.code === "targetDatastoreFull",
    );
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ state }) => state === "error")).toBe(true);

    const state = setupStateAt(timeline, 5_700);
    const context = checkContext(inventory, []);
    expect(checkCommand(state, commands, full("vsan"), context)).toEqual([]);
    expect(checkCommand(state, commands, full("other"), context)).toMatchObject([
      { code: "datastoreUnused", path: "datastoreName", values: { name: "other" } },
    ]);
    // Nothing was started on it yet.
    const early = setupStateAt(timeline, 4_500);
    expect(checkCommand(early, log(BASE.slice(0, 4)), full("vsan"), context)).toHaveLength(1);
  });

  it("never changes its past, whatever is commanded later", () => {
    const before = simulateWorld({ settings: SETTINGS, inventory, commands: log(BASE) });
    const later = fc.constantFrom(
      start("two"),
      { kind: "migration.cancel", payload: { groupId: "one", vmKeys: null } },
      {
        kind: "fault.inject",
        payload: { fault: "tunnelDown", serviceMeshName: "mesh", durationSeconds: 600 },
      },
      {
        kind: "fault.inject",
        payload: { fault: "targetDatastoreFull", datastoreName: "vsan", durationSeconds: 600 },
      },
      { kind: "fault.inject", payload: { fault: "snapshotTaken", vmKeys: ["vm-3", "vm-5"] } },
      { kind: "limits.edit", payload: { bulkPerMesh: 3 } },
      {
        kind: "migration.retry",
        payload: { groupId: "one", vmKeys: ["vm-3"], remedied: true },
      },
      { kind: "migration.forcePowerOff", payload: { groupId: "one", vmKeys: null } },
      {
        kind: "mobilityGroup.reschedule",
        payload: {
          groupId: "one",
          vmKeys: null,
          switchoverWindow: { startSeconds: 30_000, endSeconds: 40_000 },
        },
      },
      { kind: "fault.inject", payload: { fault: "sourceVcenterReboot", durationSeconds: 900 } },
      { kind: "fault.inject", payload: { fault: "activationLost", durationSeconds: 900 } },
      {
        kind: "fault.inject",
        payload: {
          fault: "migrationTrackerStopped",
          serviceMeshName: "mesh",
          durationSeconds: 900,
        },
      },
    );
    const moment = fc.integer({ min: 5_001, max: 20_000 });
    fc.assert(
      fc.property(later, moment, (request, atSeconds) => {
        const commands = log([...BASE, [atSeconds, request]]);
        const after = simulateWorld({ settings: SETTINGS, inventory, commands });
        for (const seconds of [0, 0.25, 0.5, 0.75, 0.999].map((share) => share * atSeconds)) {
          expect(boardModelAt(after, new Map(), seconds).rows.map(past)).toEqual(
            boardModelAt(before, new Map(), seconds).rows.map(past),
          );
          expect(setupStateAt(after, seconds)).toEqual(setupStateAt(before, seconds));
        }
      }),
      { seed: 20_250_623, numRuns: 60 },
    );
  });

  it("never changes its past, whatever a later import says of the VMs", () => {
    const inventoryAtGo = new Map([["one", inventory]]);
    const before = simulateWorld({ settings: SETTINGS, inventory, commands: log(BASE) });
    const newer: WorldInventory = {
      ...inventory,
      hosts: [{ name: "esx-9", cluster: "prod" }, ...inventory.hosts],
      // The first VM is gone, all others have grown.
      vms: inventory.vms.slice(1).map((one) => ({ ...one, inUseMib: 30_000, host: "esx-9" })),
    };
    const commands = log([...BASE, [90_000, start("two")]]);
    const after = simulateWorld({ settings: SETTINGS, inventory: newer, inventoryAtGo, commands });
    for (let seconds = 5_000; seconds < 90_000; seconds += 3_000) {
      const rowsOf = (timeline: typeof after) =>
        boardModelAt(timeline, new Map(), seconds).rows.filter(({ groupId }) => groupId === "one");
      expect(rowsOf(after)).toEqual(rowsOf(before));
    }
    // What is started after the import moves by it.
    const end = boardModelAt(after, new Map(), 10 * 86_400);
    const grown = end.rows.filter(({ groupId }) => groupId === "two");
    expect(grown).toHaveLength(20);
    // 30,000 MiB and the deltas; before the import the largest had 24,380 MiB.
    for (const { bytesTotal } of grown) expect(bytesTotal).toBeGreaterThanOrEqual(30_000 * 2 ** 20);
  });
});

/** What had happened; when it will end is the future, which a command may change. */
function past({
  etaSeconds: _,
  bytesTransferred,
  rateBytesPerSecond,
  ...row
}: {
  etaSeconds: number | null;
  bytesTransferred: number;
  rateBytesPerSecond: number | null;
}) {
  return {
    ...row,
    bytesTransferred: Math.round(bytesTransferred),
    rateBytesPerSecond: rateBytesPerSecond === null ? null : Math.round(rateBytesPerSecond),
  };
}

describe("the events of a board", () => {
  const timeline = simulateWorld({ settings: SETTINGS, inventory, commands: log(BASE) });
  const everything = { offset: 0, limit: 100_000, search: "" };
  const happened = (timeline.migrations?.events ?? []).filter(({ kind }) => kind !== "command");

  it("are all that happened up to the moment, each once, newest first", () => {
    for (const atSeconds of [0, 5_000, 9_000, 1e6]) {
      const { events, total } = boardEventsAt(timeline, atSeconds, everything);
      const stages = timeline.resources.flatMap(({ stages: all }) => all);
      expect(total).toBe(
        happened.filter(({ seconds }) => seconds <= atSeconds).length +
          BASE.filter(([seconds]) => seconds <= atSeconds).length +
          stages.filter(({ startSeconds }) => startSeconds <= atSeconds).length,
      );
      expect(new Set(events.map(({ id }) => id)).size).toBe(total);
      const times = events.map((event) => event.atSeconds);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(Math.max(...times)).toBeLessThanOrEqual(atSeconds);
    }
  });

  it("at one moment tell what follows above what it follows from", () => {
    const { events } = boardEventsAt(timeline, 100, everything);
    const codes = events.filter((event) => event.atSeconds === 100).map(({ message }) => message);
    expect(codes.at(-1)?.code).toBe("command.serviceMesh_create");
    expect(codes[0]?.code).toBe("setup");
  });

  it("are the same cut into pages", () => {
    const { events } = boardEventsAt(timeline, 1e6, everything);
    const pages = Array.from({ length: Math.ceil(events.length / 7) }, (_, page) =>
      boardEventsAt(timeline, 1e6, { ...everything, offset: page * 7, limit: 7 }),
    );
    expect(pages.flatMap((page) => page.events)).toEqual(events);
  });

  it("are filtered by group, migration, severity and the names of VMs and groups", () => {
    const ids = (query: object) =>
      boardEventsAt(timeline, 1e6, { ...everything, ...query }).events.map(({ id }) => id);
    const { events } = boardEventsAt(timeline, 1e6, everything);
    const expected = (chooses: (event: (typeof events)[number]) => boolean) =>
      events.filter(chooses).map(({ id }) => id);
    expect(ids({ group: "one" })).toEqual(expected(({ groupId }) => groupId === "one"));
    expect(ids({ group: "one" }).length).toBeGreaterThan(20);
    expect(ids({ migration: "one:vm-3" })).toEqual(
      expected(({ migrationId }) => migrationId === "one:vm-3"),
    );
    expect(ids({ severity: "warning" })).toEqual(
      expected(({ severity }) => severity === "warning"),
    );
    expect(ids({ search: " APP-13 " })).toEqual(expected(({ vmName }) => vmName === "app-13"));
    expect(ids({ search: "app-13" }).length).toBeGreaterThan(0);
    expect(ids({ search: "hcxConnector" })).toHaveLength(1);
    expect(ids({ migration: "one:nobody" })).toEqual([]);
  });
});
