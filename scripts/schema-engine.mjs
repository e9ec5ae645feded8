#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the Prisma CLI would otherwise download: the same
// engine as WebAssembly, spoken to by the CLI over JSON-RPC lines. Named in PRISMA_SCHEMA_ENGINE_BINARY.
// Serves migrate diff, deploy and status; `migrate dev` and `reset` need a shadow database that it lacks.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

if (process.argv.includes("--version")) {
  process.stdout.write("schema-engine-cli 0edf323efd1d98336f3f0a68684b56f689b900d3\n");
  process.exit(0);
}

const require = createRequire(import.meta.url);
const wasmPath = require
  .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  .replace(/\.js$/, ".wasm");
const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
  "./schema_engine_bg.js": engineModule,
});
engineModule.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const url = process.env.DATABASE_URL ?? "file:./data/landfall.db";
if (url.startsWith("file:")) await mkdir(dirname(url.slice("file:".length)), { recursive: true });
// `cli can-connect-to-database`: a local file can always be opened once its folder exists.
if (process.argv.includes("cli")) process.exit(0);

/**
 * The engine sends a whole stored migration to the shadow database as one statement to run, of which libSQL would run
 * the first and drop the rest.
 */
class LibSqlWithShadow extends PrismaLibSql {
  async connectToShadowDb() {
    const shadow = await super.connectToShadowDb();
    shadow.executeRaw = async ({ sql }) => {
      await shadow.executeScript(sql);
      return 0;
    };
    return shadow;
  }
}

const adapter = bindMigrationAwareSqlAdapterFactory(new LibSqlWithShadow({ url }));
const schemaArguments = process.argv.flatMap((value, index, all) =>
  (value === "--datamodels" || value === "-d") && all[index + 1] ? [all[index + 1]] : [],
);
const datamodels = await Promise.all(
  schemaArguments.map(async (path) => [path, await readFile(path, "utf8")]),
);
const engine = await engineModule.SchemaEngine.new(
  { datamodels: datamodels.length > 0 ? datamodels : undefined },
  () => {},
  adapter,
);

const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
let printed = 0;

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue; // The CLI's answers to our own print requests.
  if (!method) continue;
  try {
    const result = await engine[method](params);
    // The native engine prints a diff by a request of its own; the WebAssembly one returns it.
    if (method === "diff" && result?.stdout) {
      printed += 1;
      send({ id: `print-${printed}`, method: "print", params: { content: result.stdout } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ id, error: { code: 4466, message, data: { is_panic: false, message, meta: null } } });
  }
}
