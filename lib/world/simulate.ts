import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import type { MigrationTimeline } from "@/lib/migration/timeline";
import { compileScenario } from "./compile";
import type { WorldInventory } from "./inventory";
import { resourceViewAt, type SetupResource, type SetupState } from "./resource";
import type { Command, WorldSettings } from "./schema";
import { setupResources } from "./setup";

export interface WorldInput {
  settings: WorldSettings;
  inventory: WorldInventory;
  /** By group, the inventory as it stood at its Go: see compile.ts. */
  inventoryAtGo?: ReadonlyMap<string, WorldInventory>;
  /** The whole log, in order. */
  commands: readonly Command[];
}

/** Everything that happened and will happen in a world, given its log so far. */
export interface WorldTimeline {
  settings: WorldSettings;
  commands: readonly Command[];
  resources: readonly SetupResource[];
  scenario: Scenario | null;
  /** Null before the first Go. */
  migrations: MigrationTimeline | null;
}

/** Pure and deterministic: the same input gives the same timeline, on any machine. */
export function simulateWorld(input: WorldInput): WorldTimeline {
  const { settings, commands } = input;
  const resources = setupResources(settings, commands);
  const scenario = compileScenario({ ...input, resources });
  const migrations = scenario === null ? null : simulateMigrations(scenario);
  return { settings, commands, resources, scenario, migrations };
}

/** The set-up at one instant. */
export function setupStateAt(timeline: WorldTimeline, atSeconds: number): SetupState {
  const resources = timeline.resources.flatMap((resource) => {
    const view = resourceViewAt(resource, atSeconds);
    return view === null ? [] : [view];
  });
  return { atSeconds, resources };
}
