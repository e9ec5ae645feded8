// `node scripts/crash-test.mjs [--kills 20] [--seed 1]`: kills a production server with SIGKILL at random
// moments of uploads and commands, starts it again, and checks that every acknowledged command is in the log,
// that no import is half there, and that the database is whole. Needs `npm run build` before.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bin, environment, migrate, root } from "./prepare.mjs";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    vms: { type: "string", default: "2000" },
  },
});
const kills = Number(values.kills);
const port = 3311;
const origin = `http://127.0.0.1:${port}`;

const folder = mkdtempSync(join(tmpdir(), "landfall-crash-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.LANDFALL_DATA_DIR = folder;
process.env.DATABASE_URL = `file:${join(folder, "landfall.db")}`;

/** Park and Miller's generator: the moments of a run can be had again by its seed. */
let state = Number(values.seed) || 1;
const random = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

let cookie = "";
let server = null;

async function api(path, { method = "GET", body, raw } = {}) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(raw ? { "content-type": "application/octet-stream" } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
      ...(method === "GET" ? {} : { origin }),
    },
    body: raw ?? (body ? JSON.stringify(body) : undefined),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const value = text ? JSON.parse(text) : undefined;
  return { status: response.status, value, setCookie: response.headers.getSetCookie() };
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function startServer() {
  server = spawn(bin("next"), ["start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: root,
    env: { ...process.env, ...environment() },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      const response = await fetch(`${origin}/api/health`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(100);
  }
  throw new Error("the server did not start within 30 s");
}

async function killServer() {
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGKILL");
  await ended;
}

async function signIn() {
  const person = { email: "owner@example.com", password: "a password for the crash test" };
  await api("/api/setup", { method: "POST", body: { name: "Owner", ...person, loadDemo: false } });
  const { setCookie } = await api("/api/auth/sign-in/email", { method: "POST", body: person });
  cookie = setCookie.map((line) => line.split(";")[0]).join("; ");
}

function makeWorkbook() {
  const file = join(folder, "estate.xlsx");
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "scripts/make-workbook.ts", "--vms", values.vms, "--out", file],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
    child.on("exit", (code) =>
      code === 0 ? done(readFileSync(file)) : fail(new Error("no workbook")),
    );
  });
}

/** Sends requests until the connection breaks; remembers what the server said yes to. */
async function work(projectId, workbook, acknowledged) {
  const base = `/api/projects/${projectId}`;
  const commands = async () => {
    for (let index = 0; ; index += 1) {
      const commandId = randomUUID();
      const { status } = await api(`${base}/world/commands`, {
        method: "POST",
        body: {
          commandId,
          kind: "limits.edit",
          payload: { bulkPerMesh: 1 + (index % 200) },
        },
      });
      if (status === 201) acknowledged.commands.push(commandId);
      else if (status !== 429) throw new Error(`command answered ${status}`);
      await pause(30);
    }
  };
  const uploads = async () => {
    for (;;) {
      const created = await api(`${base}/imports`, {
        method: "POST",
        body: { files: [{ name: "estate.xlsx", sizeBytes: workbook.length }] },
      });
      if (created.status !== 201) {
        await pause(200);
        continue;
      }
      const { id } = created.value.import;
      acknowledged.imports.push(id);
      await api(`${base}/imports/${id}/files/0`, { method: "PUT", raw: workbook });
      await api(`${base}/imports/${id}/start`, { method: "POST" });
      await pause(Math.round(random() * 1_500));
    }
  };
  await Promise.allSettled([commands(), uploads()]);
}

async function verify(projectId, acknowledged) {
  const base = `/api/projects/${projectId}`;
  const log = (await api(`${base}/world/log`)).value.commands;
  const logged = new Set(log.map((command) => command.commandId));
  const lost = acknowledged.commands.filter((id) => !logged.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged commands are lost`);
  log.forEach((command, index) => {
    if (command.sequence !== index + 1) throw new Error("the log has a gap");
  });
  const { imports } = (await api(`${base}/imports`)).value;
  for (const record of imports) {
    const isWhole = record.status === "succeeded" && record.vmCount === acknowledged.vmCount;
    const isNothing = ["cancelled", "failed"].includes(record.status) && record.vmCount === 0;
    if (!isWhole && !isNothing)
      throw new Error(`import ${record.id} is ${record.status}, half there`);
  }
  const { createClient } = await import("@libsql/client");
  const client = createClient({ url: process.env.DATABASE_URL });
  const check = await client.execute("PRAGMA integrity_check");
  if (check.rows[0]?.integrity_check !== "ok") throw new Error("the database is damaged");
  const orphans = await client.execute(
    `SELECT count(*) AS n FROM inventory_vm v JOIN "import" i ON i.id = v."importId" WHERE i.status <> 'succeeded'`,
  );
  client.close();
  if (Number(orphans.rows[0]?.n) !== 0) throw new Error("rows of unfinished imports are left");
  const whole = imports.filter((record) => record.status === "succeeded").length;
  return { commands: log.length, imports: imports.length, whole };
}

await migrate();
const workbook = await makeWorkbook();
await startServer();
await signIn();
const { value } = await api("/api/projects", {
  method: "POST",
  body: { name: "Crash test", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" },
});
const projectId = value.project.id;
const acknowledged = { commands: [], imports: [], vmCount: null };

// One import without a crash tells how many VMs a whole one has.
const first = await api(`/api/projects/${projectId}/imports`, {
  method: "POST",
  body: { files: [{ name: "estate.xlsx", sizeBytes: workbook.length }] },
});
const firstPath = `/api/projects/${projectId}/imports/${first.value.import.id}`;
await api(`${firstPath}/files/0`, { method: "PUT", raw: workbook });
await api(`${firstPath}/start`, { method: "POST" });
for (;;) {
  const record = (await api(firstPath)).value.import;
  if (record.status === "succeeded") {
    acknowledged.vmCount = record.vmCount;
    break;
  }
  if (record.status !== "reading") throw new Error(`the first import ended as ${record.status}`);
  await pause(100);
}

try {
  for (let kill = 1; kill <= kills; kill += 1) {
    const working = work(projectId, workbook, acknowledged);
    await pause(100 + Math.round(random() * 3_000));
    await killServer();
    await working;
    await startServer();
    const found = await verify(projectId, acknowledged);
    process.stdout.write(
      `kill ${kill}: ${acknowledged.commands.length} commands acknowledged, ${found.commands} in the log; ` +
        `${found.imports} imports, ${found.whole} whole, none half there\n`,
    );
  }
  process.stdout.write(`crash test passed: ${kills} kills, seed ${values.seed}\n`);
} finally {
  server.kill("SIGKILL");
}
