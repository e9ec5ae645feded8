import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ForecastRowPage, ForecastRowsQuery } from "@/lib/forecast/row-schema";
import { forecastRowsOf } from "@/lib/forecast/rows";
import type { Forecast } from "@/lib/forecast/schema";
import type { ForecastSettings } from "@/lib/forecast/settings-schema";
import type { ComputedForecast, ForecastView } from "@/lib/forecast/view-schema";
import { type WorldRequest, worldRequest } from "@/lib/forecast/world-request";
import { groupsAt } from "@/lib/world/groups";
import { bundleDirectory } from "./environment";
import { ForecastCancelled, type RunningForecast, startForecast } from "./forecast-pool";
import { readForecastSettings } from "./forecast-settings";
import { logEvent } from "./log";
import { clockViewOf, loadWorld, type World } from "./worlds";

/**
 * Forecasts of projects, computed off the event loop and kept in memory: by project and by the draft that is
 * taken as started. One computation a project at a time; a newer one for the same draft takes its place.
 */

interface StoredForecast {
  forecast: Forecast;
  assumedGroupIds: string[];
  computedAtIso: string;
  milliseconds: number;
  worldMark: string;
  settingsMark: string;
}

interface Computing {
  running: RunningForecast;
  mark: string;
  done: number;
  total: number;
}

interface Caches {
  stored: Map<string, StoredForecast>;
  computing: Map<string, Computing>;
  failed: Set<string>;
}

/** A forecast of 10,000 VMs takes some 3 MB. */
const STORED_MAX = 24;
/** Beside them a request keeps a core where there are more than two. */
const CORES_LEFT = 1;
/** A forecast is out of date when this share of the time that it spans has passed, and not before. */
const PASSED_RATIO = 0.1;
const PASSED_SECONDS_MIN = 900;

const holder = globalThis as { landfallForecasts?: Caches };
function caches(): Caches {
  holder.landfallForecasts ??= { stored: new Map(), computing: new Map(), failed: new Set() };
  return holder.landfallForecasts;
}

const scopeOf = (projectId: string, draftId: string | null) => `${projectId} ${draftId ?? ""}`;
const worldMarkOf = ({ revision, importId }: World) => `${revision} ${importId ?? ""}`;

function requestOf(
  world: World,
  settings: ForecastSettings,
  draftId: string | null,
  nowSeconds: number,
): WorldRequest {
  const { timeline, context, inventoryAtGo } = world;
  const compile = {
    settings: timeline.settings,
    inventory: context.inventory,
    inventoryAtGo,
    resources: timeline.resources,
    commands: timeline.commands,
  };
  return worldRequest({ compile, context, settings, nowSeconds }, draftId);
}

/** A draft only counts while it is one: once started, a group is part of the project's own forecast. */
function draftOf(world: World, groupId: string | undefined): string | null {
  if (groupId === undefined) return null;
  const group = groupsAt(world.commands, Number.POSITIVE_INFINITY).find(
    ({ draft }) => draft.groupId === groupId,
  );
  return group !== undefined && group.startedAtSeconds === null ? groupId : null;
}

/**
 * One look at a project: its world, what is assumed, and the request that follows. The request compiles the
 * whole scenario, so it is made when it is first asked for: looks at a computation that runs need none.
 */
async function openForecast(projectId: string, groupId: string | undefined) {
  const [world, settings] = await Promise.all([
    loadWorld(projectId),
    readForecastSettings(projectId),
  ]);
  const { nowSeconds } = clockViewOf(world, Date.now());
  const draftId = draftOf(world, groupId);
  let made: WorldRequest | null = null;
  const asked = () => {
    made ??= requestOf(world, settings, draftId, nowSeconds);
    return made;
  };
  return { world, settings, nowSeconds, asked, scope: scopeOf(projectId, draftId) };
}
type Opened = Awaited<ReturnType<typeof openForecast>>;

/**
 * The latest forecast, and how far a new one is. One that is missing, or of another world, is begun by this.
 * @throws RefusedError notFound
 */
export async function readForecast(
  projectId: string,
  groupId: string | undefined,
): Promise<ForecastView> {
  const opened = await openForecast(projectId, groupId);
  if (isMissing(opened)) begin(opened);
  return viewOf(opened);
}

/** Begins a forecast from the simulated present on, and answers at once. @throws RefusedError notFound */
export async function computeForecast(
  projectId: string,
  groupId: string | undefined,
): Promise<ForecastView> {
  const opened = await openForecast(projectId, groupId);
  begin(opened);
  return viewOf(opened);
}

/** Each VM of the latest forecast; none while there is none. @throws RefusedError notFound */
export async function readForecastRows(
  projectId: string,
  query: ForecastRowsQuery,
): Promise<ForecastRowPage> {
  const { scope } = await openForecast(projectId, query.draft);
  const stored = caches().stored.get(scope);
  return stored ? forecastRowsOf(stored.forecast, query) : { total: 0, rows: [] };
}

function isMissing(opened: Opened): boolean {
  const { scope, world, settings, nowSeconds } = opened;
  if (isRunning(opened) || caches().failed.has(scope)) return false;
  const stored = caches().stored.get(scope);
  const reason = stored && outOfDateOf(stored, world, settings, nowSeconds);
  const isStale = stored === undefined || reason === "worldChanged" || reason === "settingsChanged";
  return isStale && nothingIn(opened) === null;
}

const markOf = ({ world, settings }: Opened) => `${worldMarkOf(world)} ${JSON.stringify(settings)}`;

/** Whether a forecast of this world and these settings is being computed. */
const isRunning = (opened: Opened) => caches().computing.get(opened.scope)?.mark === markOf(opened);

/** Nothing to do where the same world and settings are being computed already. */
function begin(opened: Opened): void {
  const { world, settings, scope } = opened;
  if (isRunning(opened)) return;
  const asked = opened.asked();
  if (!asked.ok) return;
  const marks = { worldMark: worldMarkOf(world), settingsMark: JSON.stringify(settings) };
  compute(scope, markOf(opened), asked, marks);
}

function viewOf(opened: Opened): ForecastView {
  const { world, settings, nowSeconds, scope } = opened;
  const computing = caches().computing.get(scope);
  const stored = caches().stored.get(scope);
  return {
    nothing: nothingIn(opened),
    computed: stored ? computedOf(stored, world, settings, nowSeconds) : null,
    progress: computing ? { done: computing.done, total: computing.total } : null,
    failed: caches().failed.has(scope),
    settings,
  };
}

function nothingIn(opened: Opened): ForecastView["nothing"] {
  if (isRunning(opened)) return null;
  const { world, nowSeconds } = opened;
  const asked = opened.asked();
  if (!asked.ok) return asked.reason;
  const { migrations } = world.timeline;
  const isOver =
    asked.assumedGroupIds.length === 0 &&
    migrations !== null &&
    migrations.endSeconds <= nowSeconds;
  return isOver ? "allOver" : null;
}

function computedOf(
  stored: StoredForecast,
  world: World,
  settings: ForecastSettings,
  nowSeconds: number,
): ComputedForecast {
  const { forecast, computedAtIso, milliseconds, assumedGroupIds } = stored;
  const { migrations: _, ...summary } = forecast;
  return {
    forecast: summary,
    computedAtIso,
    milliseconds,
    assumedGroupIds,
    outOfDate: outOfDateOf(stored, world, settings, nowSeconds),
  };
}

function outOfDateOf(
  { forecast, worldMark, settingsMark }: StoredForecast,
  world: World,
  settings: ForecastSettings,
  nowSeconds: number,
): ComputedForecast["outOfDate"] {
  if (worldMark !== worldMarkOf(world)) return "worldChanged";
  if (settingsMark !== JSON.stringify(settings)) return "settingsChanged";
  const span = (forecast.p90 ?? forecast.p50 ?? forecast.fromSeconds) - forecast.fromSeconds;
  const passed = nowSeconds - forecast.fromSeconds;
  return passed > Math.max(PASSED_SECONDS_MIN, PASSED_RATIO * span) ? "timePassed" : null;
}

function compute(
  scope: string,
  mark: string,
  { request, assumedGroupIds }: Extract<WorldRequest, { ok: true }>,
  marks: Pick<StoredForecast, "worldMark" | "settingsMark">,
): void {
  const { stored, computing, failed } = caches();
  computing.get(scope)?.running.cancel();
  const startMs = performance.now();
  const cores = availableParallelism();
  const entry: Computing = {
    mark,
    done: 0,
    total: request.replications,
    running: startForecast(request, {
      workerFile: join(/* turbopackIgnore: true */ bundleDirectory(), "forecast-worker.mjs"),
      workers: cores > 2 ? cores - CORES_LEFT : cores,
      onProgress: (done) => {
        entry.done = done;
      },
    }),
  };
  computing.set(scope, entry);
  failed.delete(scope);
  entry.running.finished
    .then(
      (forecast) => {
        stored.delete(scope);
        stored.set(scope, {
          forecast,
          assumedGroupIds,
          ...marks,
          computedAtIso: new Date().toISOString(),
          milliseconds: Math.round(performance.now() - startMs),
        });
        const oldest = stored.keys().next().value;
        if (stored.size > STORED_MAX && oldest !== undefined) stored.delete(oldest);
      },
      (error: unknown) => {
        if (error instanceof ForecastCancelled) return;
        failed.add(scope);
        logEvent("error", "forecast failed", {
          scope,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      },
    )
    .finally(() => {
      if (computing.get(scope) === entry) computing.delete(scope);
    });
}

/** The forecast of what was started, where it is of the world as it is; null otherwise. */
export function currentForecast(world: World): Forecast | null {
  const stored = caches().stored.get(scopeOf(world.projectId, null));
  if (stored === undefined || stored.worldMark !== worldMarkOf(world)) return null;
  return stored.assumedGroupIds.length === 0 ? stored.forecast : null;
}
