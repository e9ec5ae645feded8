import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forecastRowsQuerySchema } from "@/lib/forecast/row-schema";
import { forecastSettingsSchema } from "@/lib/forecast/settings-schema";
import type { ForecastView } from "@/lib/forecast/view-schema";
import type { MobilityGroupDraft } from "@/lib/hcx/mobility-group-schema";
import type { CommandRequest } from "@/lib/world/schema";
import { bulkGroup } from "@/lib/world/testing/ready-setup";
import { writeForecastSettings } from "./forecast-settings";
import { computeForecast, currentForecast, readForecast, readForecastRows } from "./forecasts";
import type { Caller } from "./session";
import { setVariable } from "./testing/environment-variable";
import { openFreshDatabase } from "./testing/fresh-database";
import { migratableVm, migratingProject, SET_UP_SECONDS } from "./testing/migrating-project";
import { bundleWorker } from "./testing/worker-bundle";
import { appendCommand, changeClock } from "./world-commands";
import { loadWorld } from "./worlds";

// Each forecast starts worker threads.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "landfall-forecasts-"));
const ANN: Caller = { userId: "ann", name: "Ann", email: "ann@example.com", role: "Owner" };
let closeDatabase = async () => {};
let removeWorker = () => {};

beforeAll(async () => {
  closeDatabase = await openFreshDatabase(folder);
  removeWorker = await bundleWorker("forecast-worker");
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  removeWorker();
  rmSync(folder, { recursive: true, force: true });
});

const send = (projectId: string, request: CommandRequest) =>
  appendCommand(projectId, { ...request, commandId: crypto.randomUUID() }, ANN);

/** Few runs, so that a test takes no longer than it must. */
const FEW_RUNS = forecastSettingsSchema.parse({ replications: 50 });

/** VMs that can be migrated, and one whose hardware is older than Bulk takes (version 7). */
async function projectWith(...vmKeys: string[]): Promise<string> {
  const vms = vmKeys.map((key) => migratableVm(key));
  const projectId = await migratingProject([...vms, migratableVm("odd", { hardwareVersion: 4 })]);
  await writeForecastSettings(projectId, FEW_RUNS, ANN);
  return projectId;
}

async function draft(
  projectId: string,
  groupId: string,
  vmKeys: readonly string[],
  more: Partial<MobilityGroupDraft> = {},
): Promise<void> {
  await send(projectId, bulkGroup(groupId, vmKeys, more));
}

const go = (projectId: string, groupId: string) =>
  send(projectId, { kind: "mobilityGroup.start", payload: { groupId } });

/** Asks as a page does until nothing is being computed. */
async function settled(projectId: string, groupId?: string): Promise<ForecastView> {
  for (;;) {
    const view = await readForecast(projectId, groupId);
    if (view.progress === null) return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const allRows = forecastRowsQuerySchema.parse({});

describe("a project without anything to forecast", () => {
  it("says why, and computes nothing", async () => {
    const projectId = await projectWith("a");
    expect(await readForecast(projectId, undefined)).toMatchObject({
      nothing: "noGroups",
      computed: null,
      progress: null,
      settings: { replications: 50 },
    });
    expect(await readForecastRows(projectId, allRows)).toEqual({ total: 0, rows: [] });

    const switchoverWindow = {
      startSeconds: SET_UP_SECONDS + 3_600,
      endSeconds: SET_UP_SECONDS + 7_200,
    };
    await draft(projectId, "late", ["a"], { switchoverWindow });
    await changeClock(projectId, { action: "jumpTo", atSeconds: SET_UP_SECONDS + 7_201 });
    expect(await readForecast(projectId, undefined)).toMatchObject({ nothing: "notStartable" });
  });

  it("is not there at all for an unknown project", async () => {
    await expect(readForecast("nowhere", undefined)).rejects.toMatchObject({ code: "notFound" });
    await expect(readForecastRows("nowhere", allRows)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a draft", () => {
  it("is taken as started now, by itself or with all others, and is no forecast of what runs", async () => {
    const projectId = await projectWith("a", "b");
    await draft(projectId, "one", ["a"]);
    await draft(projectId, "two", ["b", "odd"]);

    const first = await readForecast(projectId, undefined);
    expect(first.progress).toEqual({ done: 0, total: 50 });
    const all = (await settled(projectId)).computed;
    expect(all?.assumedGroupIds).toEqual(["one", "two"]);
    expect(all?.forecast).toMatchObject({ fromSeconds: SET_UP_SECONDS, replications: 50 });
    // What hardware version 4 is too old for, no luck makes possible.
    expect(all?.forecast.completedRatio).toBe(1);
    expect(all?.forecast.blocked).toEqual([
      {
        groupId: "two",
        outcome: "failed",
        code: "hardwareVersionTooOld",
        count: 1,
        names: ["odd"],
      },
    ]);
    expect(currentForecast(await loadWorld(projectId))).toBeNull();

    const one = (await settled(projectId, "one")).computed;
    expect(one?.assumedGroupIds).toEqual(["one"]);
    expect(one?.forecast.groups.map(({ id }) => id)).toEqual(["one"]);
    // 20 GiB in use over a link of 1 Gbit/s: at least 172 s, and all of it within a day.
    const end = one?.forecast.p50 ?? 0;
    expect(end).toBeGreaterThan(SET_UP_SECONDS + (20 * 2 ** 30) / 125e6);
    expect(end).toBeLessThan(SET_UP_SECONDS + 86_400);

    const rows = (query: Record<string, string>) =>
      readForecastRows(projectId, forecastRowsQuerySchema.parse(query));
    expect((await rows({})).rows.map(({ vm }) => vm)).toEqual([
      "odd",
      expect.any(String),
      expect.any(String),
    ]);
    expect(await rows({ draft: "one" })).toMatchObject({
      total: 1,
      rows: [{ vm: "a", groupName: "one" }],
    });
    expect(await rows({ group: "two", search: "ODD" })).toMatchObject({
      total: 1,
      rows: [{ vm: "odd", completedRatio: null, blocked: { code: "hardwareVersionTooOld" } }],
    });
  });
});

describe("a forecast that was computed", () => {
  it("is kept, and is the board's own while the world stays as it is", async () => {
    const projectId = await projectWith("a", "b");
    await draft(projectId, "one", ["a"]);
    await go(projectId, "one");
    const { computed } = await settled(projectId);
    expect(computed).toMatchObject({ assumedGroupIds: [], outOfDate: null });
    expect(await readForecast(projectId, undefined)).toMatchObject({ computed, progress: null });
    expect(currentForecast(await loadWorld(projectId))?.migrations).toHaveLength(1);
    // A group that runs is part of the project's forecast, not a draft of its own.
    expect((await readForecast(projectId, "one")).computed).toEqual(computed);

    await draft(projectId, "two", ["b"]);
    const next = await readForecast(projectId, undefined);
    expect(next).toMatchObject({
      computed: { outOfDate: "worldChanged" },
      progress: { total: 50 },
    });
    expect(currentForecast(await loadWorld(projectId))).toBeNull();
    expect((await settled(projectId)).computed).toMatchObject({ outOfDate: null });
  });

  it("is computed anew when assumptions change, with as many runs as they say", async () => {
    const projectId = await projectWith("a");
    await draft(projectId, "one", ["a"]);
    await go(projectId, "one");
    await settled(projectId);
    const settings = forecastSettingsSchema.parse({ replications: 60 });
    await writeForecastSettings(projectId, settings, ANN);
    expect(await readForecast(projectId, undefined)).toMatchObject({
      computed: { outOfDate: "settingsChanged" },
      progress: { total: 60 },
    });
    expect((await settled(projectId)).computed?.forecast.replications).toBe(60);
  });

  it("waits for somebody to ask when only time has passed, and then keeps what happened", async () => {
    const projectId = await projectWith("a");
    await draft(projectId, "one", ["a"]);
    await go(projectId, "one");
    const before = (await settled(projectId)).computed;
    const later = SET_UP_SECONDS + 901;
    await changeClock(projectId, { action: "jumpTo", atSeconds: later });
    const view = await readForecast(projectId, undefined);
    expect(view).toMatchObject({ computed: { outOfDate: "timePassed" }, progress: null });
    expect(view.computed?.computedAtIso).toBe(before?.computedAtIso);
    expect((await computeForecast(projectId, undefined)).progress).not.toBeNull();
    const after = (await settled(projectId)).computed;
    expect(after).toMatchObject({ outOfDate: null, forecast: { fromSeconds: later } });
  });

  it("says that nothing is left when all is over", async () => {
    const projectId = await projectWith("a");
    await draft(projectId, "one", ["a"]);
    await go(projectId, "one");
    await settled(projectId);
    await changeClock(projectId, { action: "jumpTo", atSeconds: SET_UP_SECONDS + 10 * 86_400 });
    expect(await readForecast(projectId, undefined)).toMatchObject({
      nothing: "allOver",
      progress: null,
    });
  });
});

describe("a forecast that cannot be computed", () => {
  it("says so, does not try again by itself, and does when it is asked", async () => {
    const projectId = await projectWith("a");
    await draft(projectId, "one", ["a"]);
    const restore = setVariable("LANDFALL_DIST_DIR", folder);
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      expect(await settled(projectId)).toMatchObject({ failed: true, computed: null });
      expect(await readForecast(projectId, undefined)).toMatchObject({ progress: null });
      expect(log.mock.calls.map(([line]) => String(line))).toEqual([
        expect.stringContaining("forecast failed"),
      ]);
    } finally {
      restore();
      log.mockRestore();
    }
    expect((await computeForecast(projectId, undefined)).progress).not.toBeNull();
    expect(await settled(projectId)).toMatchObject({
      failed: false,
      computed: { forecast: { replications: 50 } },
    });
  });
});
