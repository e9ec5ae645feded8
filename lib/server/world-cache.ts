import type { InventorySummary } from "@/lib/inventory/list-schema";
import type { EndSamples } from "@/lib/world/board-summary";
import type { WorldInventory } from "@/lib/world/inventory";
import type { Command } from "@/lib/world/schema";
import type { World } from "./worlds";

/** Worlds and inventories in memory; a project that nobody looks at is computed again when asked for. */
const CACHED_WORLDS_MAX = 16;

/** What people did in a world, and the import that each group was started on. */
export interface Log {
  commands: readonly Command[];
  goImports: ReadonlyMap<string, string>;
}

interface Caches {
  logs: Map<string, Log>;
  worlds: Map<string, Omit<World, "clock">>;
  inventories: Map<string, WorldInventory>;
  summaries: Map<string, InventorySummary>;
  samples: Map<string, Promise<EndSamples>>;
  queues: Map<string, Promise<unknown>>;
}
const holder = globalThis as { landfallWorlds?: Caches };
export function caches(): Caches {
  holder.landfallWorlds ??= {
    logs: new Map(),
    worlds: new Map(),
    inventories: new Map(),
    summaries: new Map(),
    samples: new Map(),
    queues: new Map(),
  };
  return holder.landfallWorlds;
}

/** Keeps a value, and forgets the one that was put in longest ago when there are too many. */
export function remember<T>(cache: Map<string, T>, key: string, value: T): T {
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > CACHED_WORLDS_MAX) {
    const oldest = cache.keys().next().value;
    if (oldest !== undefined) cache.delete(oldest);
  }
  return value;
}
