import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardModelAt, boardRowsOf } from "./board-rows";
import { boardSummaryOf } from "./board-summary";
import { checkCommand } from "./check-command";
import { checkContext, type WorldInventory } from "./inventory";
import { commandRequestSchema } from "./schema";
import { setupStateAt, simulateWorld } from "./simulate";
import { INVENTORY, logOf, SETTINGS, start, TWO_GROUPS } from "./testing/two-groups";

describe("a world", () => {
  it("counts every VM in exactly one state, at every instant", () => {
    const timeline = simulateWorld({
      settings: SETTINGS,
      inventory: INVENTORY,
      commands: logOf(TWO_GROUPS),
    });
    const names = new Map(INVENTORY.vms.map(({ key, name }) => [key, name]));
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
    const timeline = simulateWorld({
      settings: SETTINGS,
      inventory: INVENTORY,
      commands: logOf(TWO_GROUPS),
    });
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
    const commands = logOf([...TWO_GROUPS, [5_600, full("vsanDatastore")]]);
    const timeline = simulateWorld({ settings: SETTINGS, inventory: INVENTORY, commands });
    const failed = boardModelAt(timeline, new Map(), 5_601).rows.filter(
      ({ message }) => message?.code === "targetDatastoreFull",
    );
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ state }) => state === "error")).toBe(true);

    const state = setupStateAt(timeline, 5_700);
    const context = checkContext(INVENTORY, []);
    expect(checkCommand(state, commands, full("vsanDatastore"), context)).toEqual([]);
    expect(checkCommand(state, commands, full("other"), context)).toMatchObject([
      { code: "datastoreUnused", path: "datastoreName", values: { name: "other" } },
    ]);
    // Nothing was started on it yet.
    const early = setupStateAt(timeline, 4_500);
    expect(
      checkCommand(early, logOf(TWO_GROUPS.slice(0, 4)), full("vsanDatastore"), context),
    ).toHaveLength(1);
  });

  it("never changes its past, whatever is commanded later", () => {
    const before = simulateWorld({
      settings: SETTINGS,
      inventory: INVENTORY,
      commands: logOf(TWO_GROUPS),
    });
    const later = fc.constantFrom(
      start("two"),
      { kind: "migration.cancel", payload: { groupId: "one", vmKeys: null } },
      {
        kind: "fault.inject",
        payload: { fault: "tunnelDown", serviceMeshName: "mesh", durationSeconds: 600 },
      },
      {
        kind: "fault.inject",
        payload: {
          fault: "targetDatastoreFull",
          datastoreName: "vsanDatastore",
          durationSeconds: 600,
        },
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
        const commands = logOf([...TWO_GROUPS, [atSeconds, request]]);
        const after = simulateWorld({ settings: SETTINGS, inventory: INVENTORY, commands });
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
    const inventoryAtGo = new Map([["one", INVENTORY]]);
    const before = simulateWorld({
      settings: SETTINGS,
      inventory: INVENTORY,
      commands: logOf(TWO_GROUPS),
    });
    const newer: WorldInventory = {
      ...INVENTORY,
      hosts: [{ name: "esx-9", cluster: "prod" }, ...INVENTORY.hosts],
      // The first VM is gone, all others have grown.
      vms: INVENTORY.vms.slice(1).map((one) => ({ ...one, inUseMib: 30_000, host: "esx-9" })),
    };
    const commands = logOf([...TWO_GROUPS, [90_000, start("two")]]);
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
