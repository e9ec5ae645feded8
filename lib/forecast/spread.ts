import { quantile } from "@/lib/engine/statistics";
import { PHASE } from "@/lib/migration/phase";
import type { ReplicationBatch } from "./replicate";
import type { Spread } from "./schema";

/**
 * The last end of some migrations in each replication; Infinity where one of them does not end, -Infinity
 * for none at all.
 */
export function lastEnds(
  { count, endSeconds }: ReplicationBatch,
  members: readonly number[],
): Float64Array {
  const migrations = endSeconds.length / Math.max(1, count);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < count; row++) {
    for (const member of members) {
      const end = endSeconds[row * migrations + member] as number;
      if (end > (last[row] as number)) last[row] = end;
    }
  }
  return last;
}

/** Whether all of some migrations complete, by replication. */
export function allComplete(
  { count, lastPhase }: ReplicationBatch,
  members: readonly number[],
): Uint8Array {
  const migrations = lastPhase.length / Math.max(1, count);
  return Uint8Array.from({ length: count }, (_, row) =>
    members.every((member) => lastPhase[row * migrations + member] === PHASE.completed) ? 1 : 0,
  );
}

/**
 * Quantiles of the ends; one that falls among replications without an end is null.
 * @param completions whether it completes, by replication; null where it cannot
 */
export function spreadOf(ends: Float64Array, completions: Uint8Array | null): Spread {
  const sorted = Float64Array.from(ends).sort();
  const at = (probability: number) => {
    const value = quantile(sorted, probability);
    return value === null || !Number.isFinite(value) ? null : value;
  };
  let ended = 0;
  for (const end of ends) if (Number.isFinite(end)) ended++;
  let complete = 0;
  for (const completion of completions ?? []) complete += completion;
  return {
    p10: at(0.1),
    p50: at(0.5),
    p80: at(0.8),
    p90: at(0.9),
    endedRatio: shareOf(ended, ends.length),
    completedRatio: completions && shareOf(complete, completions.length),
  };
}

export function shareOf(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}
