import { simulateEnds } from "@/lib/migration/ends";
import { UNCERTAINTY_NAMES } from "@/lib/migration/uncertainty-schema";
import { drawReplication } from "./draw";
import type { ForecastPlan } from "./plan";

/** What some replications came to, in typed arrays that go from thread to thread without a copy. */
export interface ReplicationBatch {
  firstReplication: number;
  count: number;
  /** Row by replication, column by `UNCERTAINTY_NAMES`. */
  factors: Float64Array;
  /** Row by replication, column by migration; Infinity for one that did not end. */
  endSeconds: Float64Array;
  /** Phase codes in the same places: what it had come to by then. */
  lastPhase: Uint8Array;
}

/** Runs `count` replications from `firstReplication` on. The result depends on nothing but the plan. */
export function replicate(
  plan: ForecastPlan,
  firstReplication: number,
  count: number,
): ReplicationBatch {
  const migrations = plan.nominal.migrations.length;
  const batch = emptyBatch(firstReplication, count, migrations);
  for (let i = 0; i < count; i++) {
    const { redraw, factors } = drawReplication(plan, firstReplication + i);
    const ends = simulateEnds(plan.scenario, { redraws: [...plan.history, redraw] });
    batch.endSeconds.set(ends.endSeconds, i * migrations);
    batch.lastPhase.set(ends.lastPhase, i * migrations);
    UNCERTAINTY_NAMES.forEach((name, column) => {
      batch.factors[i * UNCERTAINTY_NAMES.length + column] = factors[name];
    });
  }
  return batch;
}

function emptyBatch(firstReplication: number, count: number, migrations: number): ReplicationBatch {
  return {
    firstReplication,
    count,
    factors: new Float64Array(count * UNCERTAINTY_NAMES.length),
    endSeconds: new Float64Array(count * migrations),
    lastPhase: new Uint8Array(count * migrations),
  };
}

/** One batch of all, in the order of the replications, whoever ran them. */
export function joinBatches(
  batches: readonly ReplicationBatch[],
  migrations: number,
): ReplicationBatch {
  const sorted = [...batches].sort((a, b) => a.firstReplication - b.firstReplication);
  const count = sorted.reduce((sum, batch) => sum + batch.count, 0);
  const all = emptyBatch(0, count, migrations);
  let row = 0;
  for (const batch of sorted) {
    all.factors.set(batch.factors, row * UNCERTAINTY_NAMES.length);
    all.endSeconds.set(batch.endSeconds, row * migrations);
    all.lastPhase.set(batch.lastPhase, row * migrations);
    row += batch.count;
  }
  return all;
}
