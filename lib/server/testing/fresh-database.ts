import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { closeDatabase, database, prepareDatabase } from "../database";
import { setVariable } from "./environment-variable";

/**
 * Points this process at an empty data folder with a database that has every migration: for tests and benchmarks.
 * Answers with a function that closes the database and gives the process its environment back, because test files
 * share a process.
 */
export async function openFreshDatabase(folder: string): Promise<() => Promise<void>> {
  await closeDatabase();
  const url = `file:${join(folder, "landfall.db")}`;
  const restore = [setVariable("LANDFALL_DATA_DIR", folder), setVariable("DATABASE_URL", url)];
  const client = createClient({ url });
  const migrations = join(import.meta.dirname, "../../../prisma/migrations");
  for (const name of readdirSync(migrations).sort()) {
    if (!/^\d/.test(name)) continue;
    await client.executeMultiple(readFileSync(join(migrations, name, "migration.sql"), "utf8"));
  }
  client.close();
  await prepareDatabase(database());
  return async () => {
    await closeDatabase();
    for (const undo of restore) undo();
  };
}
