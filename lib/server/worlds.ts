import { RefusedError } from "@/lib/errors/schema";
import { NO_SPREAD } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import { endOf } from "@/lib/migration/state-at";
import type { ClockRequest, ClockView } from "@/lib/world/api-schema";
import { type BoardModel, boardModelAt } from "@/lib/world/board-rows";
import type { EndSamples } from "@/lib/world/board-summary";
import { checkCommand } from "@/lib/world/check-command";
import { jumpTo, pause, resume, setSpeed, simulatedNow } from "@/lib/world/clock";
import { groupsAt } from "@/lib/world/groups";
import {
  type CheckContext,
  checkContext,
  EMPTY_INVENTORY,
  type WorldInventory,
  type WorldVm,
  worldInventoryFrom,
  worldVmFromInventory,
} from "@/lib/world/inventory";
import type { Problem } from "@/lib/world/problem";
import {
  type AppendCommandRequest,
  type Clock,
  type Command,
  type CommandRequest,
  commandSchema,
} from "@/lib/world/schema";
import { setupStateAt, simulateWorld, type WorldTimeline } from "@/lib/world/simulate";
import type { MobilityGroupView } from "@/lib/world/view-schema";
import { database, withBusyRetry } from "./database";
import { loadInventory } from "./inventory";
import type { Caller } from "./session";

/** A project's world as it stands: settings, clock, log and what follows from them. */
export interface World {
  projectId: string;
  revision: number;
  clock: Clock;
  epochIso: string;
  timeZone: string;
  commands: readonly Command[];
  /** The import that the next Go is pressed on. */
  importId: string | null;
  context: CheckContext;
  /** What is known of every VM: as it stood at Go where it has been started. */
  vmByKey: ReadonlyMap<string, WorldVm>;
  vmNames: ReadonlyMap<string, string>;
  /** Of the groups that were started, by id, the inventory as it stood then. */
  inventoryAtGo: ReadonlyMap<string, WorldInventory>;
  timeline: WorldTimeline;
}

/** Worlds and inventories in memory; a project that nobody looks at is computed again when asked for. */
const CACHED_WORLDS_MAX = 16;
/** Further draws of the future that an ETA's range is made of. */
const ETA_SAMPLES = 8;
/** At a day a second an hour passes with every look; a range that is 5 s old tells as much. */
const ETA_FRESHNESS_WALL_SECONDS = 5;

interface Caches {
  worlds: Map<string, Omit<World, "clock">>;
  inventories: Map<string, WorldInventory>;
  samples: Map<string, Promise<EndSamples>>;
  queues: Map<string, Promise<unknown>>;
}
const holder = globalThis as { landfallWorlds?: Caches };
function caches(): Caches {
  holder.landfallWorlds ??= {
    worlds: new Map(),
    inventories: new Map(),
    samples: new Map(),
    queues: new Map(),
  };
  return holder.landfallWorlds;
}

function remember<T>(cache: Map<string, T>, key: string, value: T): T {
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > CACHED_WORLDS_MAX) {
    const oldest = cache.keys().next().value;
    if (oldest !== undefined) cache.delete(oldest);
  }
  return value;
}

async function projectRow(projectId: string) {
  const row = await database().project.findUnique({ where: { id: projectId } });
  if (!row) throw new RefusedError("notFound", "There is no such project.");
  return row;
}
type ProjectRow = Awaited<ReturnType<typeof projectRow>>;

const clockOf = (row: ProjectRow): Clock => ({
  wallAnchorMs: Number(row.clockWallAnchorMs),
  simAnchorSeconds: row.clockSimSeconds,
  speed: row.clockSpeed,
  paused: row.clockPaused,
});

/** @throws RefusedError notFound */
export async function loadWorld(projectId: string): Promise<World> {
  const row = await projectRow(projectId);
  const key = `${projectId} ${row.worldRevision} ${row.currentImportId ?? ""}`;
  const known = caches().worlds.get(key);
  if (known) return { ...known, clock: clockOf(row) };
  const [{ commands, goImports }, inventory] = await Promise.all([
    readLog(projectId),
    inventoryOf(row),
  ]);
  const inventoryAtGo = await inventoriesAtGo(projectId, goImports);
  const vmByKey = vmsOf(inventory, commands, inventoryAtGo);
  const settings = { epoch: row.epochIso, timeZone: row.timeZone, seed: row.seed };
  const onPremisesNetworks: string[] = JSON.parse(row.onPremisesNetworksJson);
  const world: Omit<World, "clock"> = {
    projectId,
    revision: row.worldRevision,
    epochIso: row.epochIso,
    timeZone: row.timeZone,
    commands,
    importId: row.currentImportId,
    context: checkContext(inventory, onPremisesNetworks),
    vmByKey,
    vmNames: new Map([...vmByKey].map(([vmKey, vm]) => [vmKey, vm.name])),
    inventoryAtGo,
    timeline: simulateWorld({ settings, inventory, inventoryAtGo, commands }),
  };
  return { ...remember(caches().worlds, key, world), clock: clockOf(row) };
}

async function inventoryOf(row: ProjectRow): Promise<WorldInventory> {
  if (!row.currentImportId) return EMPTY_INVENTORY;
  const decisions = await database().vmExclusion.aggregate({
    where: { projectId: row.id },
    _count: true,
    _max: { createdAt: true },
  });
  const lastDecision = decisions._max.createdAt?.getTime() ?? 0;
  const key = `${row.currentImportId} ${decisions._count} ${lastDecision}`;
  const known = caches().inventories.get(key);
  if (known) return known;
  const { inventory, excludedVmKeys } = await loadInventory(
    database(),
    row.id,
    row.currentImportId,
  );
  const vms = inventory.vms.filter((vm) => !excludedVmKeys.has(vm.key));
  return remember(caches().inventories, key, worldInventoryFrom({ ...inventory, vms }));
}

/** Inventories by the groups that were started on them. An import that a Go names is never deleted. */
async function inventoriesAtGo(
  projectId: string,
  goImports: ReadonlyMap<string, string>,
): Promise<Map<string, WorldInventory>> {
  const inventories = new Map<string, WorldInventory>();
  for (const [groupId, importId] of goImports) {
    inventories.set(groupId, await wholeInventory(projectId, importId));
  }
  return inventories;
}

/** Every VM of an import, whatever has been excluded since: what was started was allowed then. */
async function wholeInventory(projectId: string, importId: string): Promise<WorldInventory> {
  const key = `${importId} whole`;
  const known = caches().inventories.get(key);
  if (known) return known;
  const { inventory } = await loadInventory(database(), projectId, importId);
  const vms = inventory.vms.map(worldVmFromInventory);
  return remember(caches().inventories, key, { ...worldInventoryFrom(inventory), vms });
}

/** VMs by key: as they stood at Go where they were started, else as the current import has them. */
function vmsOf(
  inventory: WorldInventory,
  commands: readonly Command[],
  inventoryAtGo: ReadonlyMap<string, WorldInventory>,
): Map<string, WorldVm> {
  const vms = new Map(inventory.vms.map((vm) => [vm.key, vm]));
  for (const { draft } of groupsAt(commands, Number.POSITIVE_INFINITY)) {
    const then = inventoryAtGo.get(draft.groupId);
    if (!then) continue;
    const members = new Set(draft.migrations.map(({ vmKey }) => vmKey));
    for (const vm of then.vms) if (members.has(vm.key)) vms.set(vm.key, vm);
  }
  return vms;
}

/** The log, in order, and the import that each group was started on. What is stored was checked. */
async function readLog(projectId: string) {
  const rows = await database().worldCommand.findMany({
    where: { projectId },
    orderBy: { sequence: "asc" },
  });
  const goImports = new Map<string, string>();
  const commands = rows.map((row) => {
    const command = commandSchema.parse({
      sequence: row.sequence,
      atSeconds: row.atSeconds,
      commandId: row.commandId,
      actorId: row.actorId,
      kind: row.kind,
      payload: JSON.parse(row.payloadJson),
    }) as Command;
    if (command.kind === "mobilityGroup.start" && row.importId !== null) {
      goImports.set(command.payload.groupId, row.importId);
    }
    return command;
  });
  return { commands, goImports };
}

export async function loadLog(projectId: string): Promise<Command[]> {
  return (await readLog(projectId)).commands;
}

export function clockViewOf(world: World, wallMs: number): ClockView {
  return {
    epochIso: world.epochIso,
    timeZone: world.timeZone,
    speed: world.clock.speed,
    paused: world.clock.paused,
    nowSeconds: simulatedNow(world.clock, wallMs),
    wallMs,
  };
}

export function boardAt(world: World, atSeconds: number): BoardModel {
  return boardModelAt(world.timeline, world.vmNames, atSeconds);
}

/** One write of a project's world after the other: sequence numbers and checks need a settled log. */
function inTurn<T>(projectId: string, work: () => Promise<T>): Promise<T> {
  const { queues } = caches();
  const turn = (queues.get(projectId) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => undefined);
  queues.set(projectId, settled);
  void settled.then(() => {
    if (queues.get(projectId) === settled) queues.delete(projectId);
  });
  return turn;
}

/** The moment of a command: now, and never before the command before it. */
function momentOf(world: World, wallMs: number): number {
  const lastSeconds = world.commands.at(-1)?.atSeconds ?? 0;
  return Math.max(simulatedNow(world.clock, wallMs), lastSeconds);
}

function problemsOf(world: World, request: CommandRequest, atSeconds: number): Problem[] {
  const state = setupStateAt(world.timeline, atSeconds);
  return checkCommand(state, world.commands, request, world.context);
}

/** Every reason for which a command would be refused now. @throws RefusedError notFound */
export async function checkRequest(projectId: string, request: CommandRequest): Promise<Problem[]> {
  const world = await loadWorld(projectId);
  return problemsOf(world, request, momentOf(world, Date.now()));
}

/**
 * Appends a command at the simulated moment. A repeated command id is answered as the first time.
 * @throws RefusedError notFound, refused with every problem
 */
export function appendCommand(
  projectId: string,
  request: AppendCommandRequest,
  caller: Caller,
): Promise<{ sequence: number; atSeconds: number }> {
  return inTurn(projectId, () =>
    withBusyRetry(async () => {
      const world = await loadWorld(projectId);
      const same = world.commands.find(({ commandId }) => commandId === request.commandId);
      if (same) return { sequence: same.sequence, atSeconds: same.atSeconds };
      const atSeconds = momentOf(world, Date.now());
      const problems = problemsOf(world, request, atSeconds);
      if (problems.length > 0) {
        throw new RefusedError("refused", "The world does not allow this now.", problems);
      }
      const sequence = (world.commands.at(-1)?.sequence ?? 0) + 1;
      await database().$transaction([
        database().worldCommand.create({
          data: {
            projectId,
            sequence,
            commandId: request.commandId,
            atSeconds,
            kind: request.kind,
            payloadJson: JSON.stringify(request.payload),
            importId: request.kind === "mobilityGroup.start" ? world.importId : null,
            actorId: caller.userId,
            actorName: caller.name,
          },
        }),
        database().project.update({
          where: { id: projectId },
          data: { worldRevision: { increment: 1 } },
        }),
      ]);
      return { sequence, atSeconds };
    }),
  );
}

/** @throws RefusedError notFound, refused (jumpBackwards) */
export function changeClock(projectId: string, request: ClockRequest): Promise<ClockView> {
  return inTurn(projectId, () =>
    withBusyRetry(async () => {
      const world = await loadWorld(projectId);
      const wallMs = Date.now();
      const clock = changedClock(world.clock, request, wallMs);
      await database().project.update({
        where: { id: projectId },
        data: {
          clockWallAnchorMs: BigInt(Math.round(clock.wallAnchorMs)),
          clockSimSeconds: clock.simAnchorSeconds,
          clockSpeed: clock.speed,
          clockPaused: clock.paused,
        },
      });
      return clockViewOf({ ...world, clock }, wallMs);
    }),
  );
}

function changedClock(clock: Clock, request: ClockRequest, wallMs: number): Clock {
  switch (request.action) {
    case "pause":
      return pause(clock, wallMs);
    case "resume":
      return resume(clock, wallMs);
    case "setSpeed":
      return setSpeed(clock, wallMs, request.speed);
    case "jumpTo": {
      const result = jumpTo(clock, wallMs, request.atSeconds);
      if (result.ok) return result.clock;
      throw new RefusedError("refused", "Simulated time only moves forward.", [
        { path: "atSeconds", code: result.reason },
      ]);
    }
  }
}

/**
 * Ends of all migrations under other draws of what is still to come, given what had happened at a moment at or
 * before `atSeconds`: a range need not be fresher than an hour of simulated time, or than 5 s at the clock's
 * speed. The event loop goes round between two runs, so that others are answered meanwhile.
 */
export function endSamplesOf(world: World, atSeconds: number): Promise<EndSamples> {
  const { scenario } = world.timeline;
  if (scenario === null) return Promise.resolve([]);
  const stepSeconds = Math.max(3_600, ETA_FRESHNESS_WALL_SECONDS * world.clock.speed);
  const fromSeconds = Math.floor(atSeconds / stepSeconds) * stepSeconds;
  const key = `${world.projectId} ${world.revision} ${fromSeconds}`;
  const { samples } = caches();
  const known = samples.get(key);
  if (known) return known;
  const drawn = drawEndSamples(scenario, fromSeconds);
  // What failed is tried again by the next who asks.
  drawn.catch(() => samples.delete(key));
  return remember(samples, key, drawn);
}

async function drawEndSamples(scenario: Scenario, fromSeconds: number): Promise<EndSamples> {
  const samples: (number | null)[][] = [];
  for (let sample = 0; sample < ETA_SAMPLES; sample += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const factor = factorOf(sample);
    const timeline = simulateMigrations(scenario, {
      redraws: [
        {
          fromSeconds,
          seed: scenario.seed + sample + 1,
          factors: {
            bandwidth: factor(scenario.uncertainties.bandwidth.sigma),
            churn: factor(-scenario.uncertainties.churn.sigma),
            guestShutdown: factor(-scenario.uncertainties.guestShutdown.sigma),
            faultRate: 1,
            stepDuration: factor(-scenario.uncertainties.stepDuration.sigma),
          },
          drift: [],
          vmSigmas: NO_SPREAD,
        },
      ],
    });
    samples.push(timeline.migrations.map((_, index) => endOf(timeline, index)));
  }
  return samples;
}

/** Evenly spread quantiles of a lognormal law, from slow to fast: -1.5 to 1.5 standard deviations. */
function factorOf(sample: number): (sigma: number) => number {
  const deviations = ((sample + 0.5) / ETA_SAMPLES - 0.5) * 3;
  return (sigma) => Math.exp(deviations * sigma);
}

/** One mobility group as its page shows it. @throws RefusedError notFound */
export function groupViewOf(model: BoardModel, groupId: string): MobilityGroupView {
  const group = model.groups.find(({ draft }) => draft.groupId === groupId);
  if (!group) throw new RefusedError("notFound", "There is no such mobility group.");
  return group;
}
