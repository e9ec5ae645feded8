import { fail } from "./lifecycle";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";
import type { DatastoreState } from "./run-parts";

/** Space at the target (F10): what migrations take of it, and what others do. */

/** Writes at the target for as long as they last. */
const WRITING: ReadonlySet<number> = new Set([
  PHASE.placeholder,
  PHASE.baseSync,
  PHASE.deltaSync,
  PHASE.finalSync,
  PHASE.relocate,
  PHASE.consolidation,
]);

/** Takes the VM's size at the target datastore; false when there is not that much left. */
export function reserveSpace(run: Run, migration: MigrationRun, ratio: number): boolean {
  const { datastore } = migration;
  if (datastore === null) return true;
  if (isFull(run, datastore)) return false;
  if (datastore.freeBytes === null) return true;
  const wanted = migration.sizeBytes * ratio;
  if (wanted > datastore.freeBytes) return false;
  datastore.freeBytes -= wanted;
  migration.reservedBytes = wanted;
  return true;
}

/** Fails a migration that is about to write where nothing can be written; true when it did. */
export function failIfFull(run: Run, migration: MigrationRun): boolean {
  const { datastore } = migration;
  if (datastore === null || !isFull(run, datastore)) return false;
  fail(run, migration, "targetDatastoreFull");
  return true;
}

function isFull(run: Run, datastore: DatastoreState): boolean {
  return run.nowSeconds < datastore.fullUntilSeconds;
}

/** Others take space: what no longer fits fails, the last of the scenario first. */
export function takeSpace(run: Run, datastoreId: string, bytes: number): void {
  const datastore = run.parts.datastores.find(({ id }) => id === datastoreId);
  if (datastore === undefined || datastore.freeBytes === null) return;
  datastore.freeBytes -= bytes;
  for (const migration of activeOn(run, datastore).reverse()) {
    if (datastore.freeBytes >= 0) return;
    fail(run, migration, "targetDatastoreFull");
  }
}

/**
 * Others have filled it to the last byte for a while: disks are thin, so what writes fails, and so does what would
 * begin to write meanwhile. That a replication gives up at once and not after retries is an assumption.
 */
export function fillUp(run: Run, datastoreId: string, seconds: number): void {
  const datastore = run.parts.datastores.find(({ id }) => id === datastoreId);
  if (datastore === undefined) return;
  const until = run.nowSeconds + seconds;
  datastore.fullUntilSeconds = Math.max(datastore.fullUntilSeconds, until);
  for (const migration of activeOn(run, datastore)) {
    if (WRITING.has(migration.phase)) fail(run, migration, "targetDatastoreFull");
  }
  run.endLater(seconds, () => {
    if (isFull(run, datastore)) return;
    run.recorder.event(run.nowSeconds, "faultEnded", -1, null, "targetDatastoreFull");
  });
}

function activeOn({ parts }: Run, datastore: DatastoreState): MigrationRun[] {
  return parts.migrations.filter(
    (migration) => migration.datastore === datastore && migration.mesh.active.has(migration),
  );
}
