// npm run bench -- <name> [options]: runs scripts/bench/<name>.ts. Files with a dash belong to one of those.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name = "", ...options] = process.argv.slice(2);
const script = `scripts/bench/${name}.ts`;

if (!/^[a-z]+$/.test(name) || !existsSync(new URL(`bench/${name}.ts`, import.meta.url))) {
  const names = readdirSync(new URL("bench/", import.meta.url))
    .filter((file) => /^[a-z]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3));
  console.error(`Usage: npm run bench -- <${names.join("|")}> [--json]`);
  process.exit(2);
}

const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...options], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
