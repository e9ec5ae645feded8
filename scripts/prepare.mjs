// The steps between a fresh clone and a server that can start; each is skipped when nothing it reads has changed.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
// What the environment says already is stronger than the file. Older Node.js lacks this, and is turned away below.
if (existsSync(".env")) process.loadEnvFile?.(".env");

const MINIMUM_NODE = [20, 19];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  fail(
    `Landfall needs Node.js ${MINIMUM_NODE.join(".")} or later; this is ${process.versions.node}.`,
  );
}

export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command with its output on the terminal; ends this process when it fails. */
export async function run(title, command, args, env = {}) {
  const startMs = performance.now();
  process.stdout.write(`> ${title}\n`);
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  const forward = (signal) => child.kill(signal);
  process.once("SIGINT", forward).once("SIGTERM", forward);
  const code = await new Promise((done) => child.on("close", (value) => done(value ?? 1)));
  process.off("SIGINT", forward).off("SIGTERM", forward);
  if (code !== 0) fail(`"${title}" failed (exit code ${code}). What went wrong is printed above.`);
  process.stdout.write(`  ${title}: ${((performance.now() - startMs) / 1000).toFixed(1)} s\n`);
}

/** Runs a command beside others: its output comes in one piece, and only when it fails. */
export async function runQuietly(title, command, args, env = {}) {
  const startMs = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...env },
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((done) => child.on("close", (value) => done(value ?? 1)));
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (code !== 0) process.stdout.write(`\n> ${title}\n${Buffer.concat(output)}`);
  process.stdout.write(`  ${title}: ${code === 0 ? `${seconds} s` : "failed"}\n`);
  return code === 0;
}

export const bin = (name) => join(root, "node_modules", ".bin", name);

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** Does `work` unless it was done for the same inputs and `output` is still there. */
export async function whenStale(name, inputs, output, work) {
  const stampFile = join(root, "node_modules", ".cache", "landfall", name);
  const stamp = fingerprint(inputs);
  const isFresh =
    existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (isFresh) return;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

export async function install() {
  const stampFile = "node_modules/.package-lock.json";
  const isFresh =
    existsSync(stampFile) && statSync(stampFile).mtimeMs >= statSync("package-lock.json").mtimeMs;
  if (!isFresh) await run("Install packages", "npm", ["ci", "--no-audit", "--no-fund"]);
}

/** The data folder, the database's address and the secret that signs sessions, made on the first run. */
export function environment() {
  const dataDirectory = resolve(process.env.LANDFALL_DATA_DIR ?? "data");
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const secretFile = join(dataDirectory, "auth-secret");
  if (!process.env.BETTER_AUTH_SECRET && !existsSync(secretFile)) {
    writeFileSync(secretFile, randomBytes(48).toString("base64url"), { mode: 0o600 });
  }
  return {
    LANDFALL_DATA_DIR: dataDirectory,
    DATABASE_URL: process.env.DATABASE_URL ?? `file:${join(dataDirectory, "landfall.db")}`,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET ?? readFileSync(secretFile, "utf8").trim(),
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, "scripts", "schema-engine.mjs"),
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

export async function generate() {
  await whenStale(
    "generate",
    ["prisma/schema.prisma", "package-lock.json"],
    "generated/prisma",
    () => run("Generate the database client", bin("prisma"), ["generate"], environment()),
  );
}

/** Brings the database up to date; asks it first, because Prisma's command line takes seconds to say no. */
export async function migrate() {
  const { DATABASE_URL } = environment();
  if (await isMigrated(DATABASE_URL)) return;
  await run("Migrate the database", bin("prisma"), ["migrate", "deploy"], environment());
}

/** Whether every stored migration has been applied; false when the database cannot say. */
async function isMigrated(url) {
  if (!url.startsWith("file:") || !existsSync(url.slice("file:".length))) return false;
  const { createClient } = await import("@libsql/client");
  const client = createClient({ url });
  try {
    const { rows } = await client.execute(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    return readdirSync("prisma/migrations", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .every(({ name }) => applied.has(name));
  } catch {
    return false; // No such table yet, or a file that is no database: Prisma says so in its own words.
  } finally {
    client.close();
  }
}

export const listenAddress = () => ({
  port: process.env.PORT ?? "3000",
  host: process.env.HOST ?? "127.0.0.1",
});

/** Ends with a sentence when nothing could listen there, before minutes go into a build. */
export async function requireFreePort() {
  const { port, host } = listenAddress();
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    fail(`PORT is "${port}", which is no port.`);
  const code = await new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => done(error.code ?? "unknown"));
    probe.listen({ port: Number(port), host }, () => probe.close(() => done(null)));
  });
  if (code === null) return;
  const reasons = {
    EADDRINUSE: `Port ${port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`,
    EACCES: `Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST is "${host}", which is no address of this machine.`,
    ENOTFOUND: `HOST is "${host}", which is no address of this machine.`,
  };
  fail(reasons[code] ?? `Nothing can listen on ${host}:${port} (${code}).`);
}

const SOURCES = ["app", "components", "lib", "messages", "public", "prisma", "scripts"];
const SETTINGS = [
  "package-lock.json",
  "next.config.ts",
  "proxy.ts",
  "tsconfig.json",
  "postcss.config.mjs",
];

export async function buildProduct() {
  await whenStale("build", [...SOURCES, ...SETTINGS], ".next/BUILD_ID", async () => {
    await run("Bundle workers and command line", process.execPath, ["scripts/bundle.mjs"]);
    await run("Build the pages", bin("next"), ["build"], environment());
  });
}
