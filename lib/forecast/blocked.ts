import { MESSAGE_CODES } from "@/lib/hcx/failure-catalogue";
import { PHASE } from "@/lib/migration/phase";
import type { ForecastPlan } from "./plan";
import type { ReplicationBatch } from "./replicate";
import type { Blocked, BlockedCount } from "./schema";

/** How many VMs a count of blocked ones names. */
const NAMES_SHOWN = 5;

/**
 * Why a migration completes in no replication, by migration index; null for one that chance can let through. Such a
 * VM is held up by what it is or by what people did, so it is named, and chances are those of the others. One that
 * misses its window or is still under way in some replication is a question of time and stays among those.
 */
export function blockedMigrations(
  { nominal }: ForecastPlan,
  { count, lastPhase }: ReplicationBatch,
): (Blocked | null)[] {
  const migrations = nominal.migrations.length;
  return nominal.migrations.map((_, index) => {
    let cancelled = 0;
    for (let row = 0; row < count; row++) {
      const phase = lastPhase[row * migrations + index] as number;
      if (phase !== PHASE.failed && phase !== PHASE.cancelled) return null;
      if (phase === PHASE.cancelled) cancelled++;
    }
    if (count === 0) return null;
    return { outcome: cancelled === count ? "cancelled" : "failed", code: codeOf(nominal, index) };
  });
}

/** What the run without any uncertainty says of its end; null where that one completes. */
function codeOf({ phases }: ForecastPlan["nominal"], index: number): Blocked["code"] {
  const last = Number(phases.offsets[index + 1]) - 1;
  return MESSAGE_CODES[phases.message[last] ?? -1] ?? null;
}

/** Blocked migrations by group and reason, most first, with some of their names. */
export function blockedCounts(
  { nominal }: ForecastPlan,
  blocked: readonly (Blocked | null)[],
): BlockedCount[] {
  const counts = new Map<string, BlockedCount>();
  blocked.forEach((one, index) => {
    const migration = nominal.migrations[index];
    if (one === null || migration === undefined) return;
    const key = `${migration.groupId}\n${one.outcome}\n${one.code}`;
    const count = counts.get(key) ?? { ...one, groupId: migration.groupId, count: 0, names: [] };
    count.count++;
    if (count.names.length < NAMES_SHOWN) count.names.push(migration.vmName);
    counts.set(key, count);
  });
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
