import { RefusedError } from "@/lib/errors/schema";
import type { ClockView } from "@/lib/world/api-schema";
import { type BoardModel, boardModelAt } from "@/lib/world/board-rows";
import { simulatedNow } from "@/lib/world/clock";
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
import { type Clock, type Command, commandSchema } from "@/lib/world/schema";
import { simulateWorld, type WorldTimeline } from "@/lib/world/simulate";
import type { MobilityGroupView } from "@/lib/world/view-schema";
import { database } from "./database";
import { loadInventory } from "./inventory";
import { scopeDecisionsMark } from "./scope-decisions";
import { caches, type Log, remember } from "./world-cache";

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
  const decisions = await scopeDecisionsMark(database(), row.id);
  const key = `${row.currentImportId} ${decisions}`;
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

/** The log, in order, and the import that each group was started on. It only grows: its length tells it apart. */
async function readLog(projectId: string): Promise<Log> {
  const { _max } = await database().worldCommand.aggregate({
    where: { projectId },
    _max: { sequence: true },
  });
  const key = `${projectId} ${_max.sequence ?? 0}`;
  return caches().logs.get(key) ?? remember(caches().logs, key, await parseLog(projectId));
}

async function parseLog(projectId: string): Promise<Log> {
  const rows = await database().worldCommand.findMany({
    where: { projectId },
    orderBy: { sequence: "asc" },
  });
  const goImports = new Map<string, string>();
  // What is stored was checked.
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

export async function loadLog(projectId: string): Promise<readonly Command[]> {
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

/** One mobility group as its page shows it. @throws RefusedError notFound */
export function groupViewOf(model: BoardModel, groupId: string): MobilityGroupView {
  const group = model.groups.find(({ draft }) => draft.groupId === groupId);
  if (!group) throw new RefusedError("notFound", "There is no such mobility group.");
  return group;
}
