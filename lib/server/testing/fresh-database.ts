import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { database, prepareDatabase } from "../database";

/**
 * Points this process at an empty data folder with a database that has every migration: for tests and benchmarks,
 * before anything has asked for the database.
 */
export async function openFreshDatabase(folder: string): Promise<void> {
  process.env.LANDFALL_DATA_DIR = folder;
  process.env.DATABASE_URL = `file:${join(folder, "landfall.db")}`;
  const client = createClient({ url: process.env.DATABASE_URL });
  const migrations = join(import.meta.dirname, "../../../prisma/migrations");
  for (const name of readdirSync(migrations).sort()) {
    if (!/^\d/.test(name)) continue;
    await client.executeMultiple(readFileSync(join(migrations, name, "migration.sql"), "utf8"));
  }
  client.close();
  await prepareDatabase(database());
}
