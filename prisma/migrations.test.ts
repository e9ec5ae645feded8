import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** What would have to follow the stored migrations for a database to be as a schema says. */
function missingAfterMigrations(schema: string): { status: number | null; script: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/prisma/build/index.js"),
      "migrate",
      "diff",
      "--from-migrations=prisma/migrations",
      `--to-schema=${schema}`,
      "--script",
      "--exit-code",
    ],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, "scripts/schema-engine.mjs"),
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  return { status, script: stdout };
}

/** `--exit-code`: 0 for nothing, 2 for a difference (Prisma CLI reference, migrate diff). */
it("the stored migrations make the database of the schema, every statement of them", () => {
  const { status, script } = missingAfterMigrations("prisma/schema.prisma");
  expect(script).toContain("empty migration");
  expect(status).toBe(0);
});
