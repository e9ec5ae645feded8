// `npm run crash -- [--kills 20] [--seed 1] [--vms 2000]`: kills a production server with SIGKILL at random
// moments of uploads and commands, starts it again, and checks that every acknowledged command is in the log as
// it was sent, that no upload is half there, and that the database is whole. Needs `npm run build` before.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createClient } from "@libsql/client";
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

/** Park and Miller's generator, 0 to 1: the moments of a run can be had again by its seed. */
function randomOf(seed) {
  let state = seed || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
const nextMoment = randomOf(Number(values.seed));
const nextDelay = randomOf(Number(values.seed) + 1);

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
    ...(raw instanceof ReadableStream ? { duplex: "half" } : {}),
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

/** A body that takes a while to arrive, so that a kill can meet it half sent. */
function dribble(bytes) {
  const chunkBytes = Math.ceil(bytes.length / 8);
  let sentBytes = 0;
  return new ReadableStream({
    async pull(controller) {
      await pause(nextDelay() * 60);
      controller.enqueue(bytes.subarray(sentBytes, sentBytes + chunkBytes));
      sentBytes += chunkBytes;
      if (sentBytes >= bytes.length) controller.close();
    },
  });
}

async function sendCommands(base, acknowledged) {
  for (let index = 0; ; index += 1) {
    const commandId = randomUUID();
    const payload = { bulkPerMesh: 1 + (index % 200) };
    const body = { commandId, kind: "limits.edit", payload };
    const { status, value } = await api(`${base}/world/commands`, { method: "POST", body });
    if (status === 201) acknowledged.commands.set(commandId, { ...value, ...payload });
    else if (status !== 429) throw new Error(`a command was answered with ${status}`);
    await pause(30);
  }
}

/** Uploads one file after the other; `stage` says what the newest upload was doing when all ended. */
async function sendUploads(base, workbook, acknowledged) {
  for (;;) {
    acknowledged.stage = "idle";
    const created = await api(`${base}/imports`, {
      method: "POST",
      body: { files: [{ name: "estate.xlsx", sizeBytes: workbook.length }] },
    });
    if (created.status !== 201) {
      await pause(200);
      continue;
    }
    const { id } = created.value.import;
    acknowledged.imports.add(id);
    acknowledged.stage = "sending";
    const sent = await api(`${base}/imports/${id}/files/0`, {
      method: "PUT",
      raw: dribble(workbook),
    });
    // The same file each time: a project refuses what it has read already unless it is wanted again.
    const started = await api(`${base}/imports/${id}/start?again=true`, { method: "POST" });
    if (sent.status !== 204 || started.status !== 202) {
      throw new Error(
        `an upload was answered with ${sent.status}, its start with ${started.status}`,
      );
    }
    acknowledged.stage = "reading";
    for (;;) {
      const { status } = (await api(`${base}/imports/${id}`)).value.import;
      if (status !== "reading") break;
      await pause(50);
    }
  }
}

/** Sends requests until the connection breaks; an answer that is not expected ends the test. */
async function work(base, workbook, acknowledged) {
  const ends = await Promise.allSettled([
    sendCommands(base, acknowledged),
    sendUploads(base, workbook, acknowledged),
  ]);
  for (const { reason } of ends) if (!isBrokenConnection(reason)) throw reason;
}

/** A kill before anything was said yes to would show nothing. */
async function untilUnderWay({ commands, imports }) {
  const before = { commands: commands.size, imports: imports.size };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (commands.size > before.commands && imports.size > before.imports) return;
    await pause(100);
  }
}

const isBrokenConnection = (error) =>
  error instanceof TypeError || error.name === "SocketError" || "code" in error;

/** What is not as it was acknowledged, after a restart. */
async function verify(base, acknowledged, client) {
  const log = (await api(`${base}/world/log`)).value.commands;
  const logged = new Map(log.map((command) => [command.commandId, command]));
  const lost = [...acknowledged.commands].filter(([id, said]) => {
    const found = logged.get(id);
    return (
      found?.sequence !== said.sequence ||
      found.atSeconds !== said.atSeconds ||
      found.payload.bulkPerMesh !== said.bulkPerMesh
    );
  });
  const hasGap = log.some((command, index) => command.sequence !== index + 1);

  const rows = await client.execute(
    `SELECT i.id, i.status, i."vmCount", count(v."key") AS stored FROM "import" i
     LEFT JOIN inventory_vm v ON v."importId" = i.id GROUP BY i.id`,
  );
  const known = new Set(rows.rows.map((row) => row.id));
  const vanished = [...acknowledged.imports].filter((id) => !known.has(id));
  const half = rows.rows.filter((row) => {
    const isWhole = row.status === "succeeded" && row.vmCount === acknowledged.vmCount;
    const isNothing = ["cancelled", "failed"].includes(row.status) && row.vmCount === 0;
    return !(isWhole || isNothing) || row.stored !== row.vmCount;
  });
  const uploads = join(folder, "uploads");
  const leftovers = existsSync(uploads) ? readdirSync(uploads) : [];

  const inventory = await api(`${base}/inventory`);
  const check = await client.execute("PRAGMA integrity_check");
  const problems = [
    ...(hasGap ? ["the log has a gap"] : []),
    ...(inventory.value.vms === acknowledged.vmCount ? [] : ["the inventory is not whole"]),
    ...(check.rows[0]?.integrity_check === "ok" ? [] : ["the database is damaged"]),
    ...vanished.map((id) => `upload ${id} has vanished`),
  ];
  const whole = rows.rows.filter((row) => row.status === "succeeded").length;
  return {
    lost: lost.length,
    half: half.length + leftovers.length,
    uploads: rows.rows.length,
    whole,
    problems,
  };
}

/** One import without a crash tells how many VMs a whole one has. */
async function importOnce(base, workbook) {
  const created = await api(`${base}/imports`, {
    method: "POST",
    body: { files: [{ name: "estate.xlsx", sizeBytes: workbook.length }] },
  });
  const path = `${base}/imports/${created.value.import.id}`;
  await api(`${path}/files/0`, { method: "PUT", raw: workbook });
  await api(`${path}/start`, { method: "POST" });
  for (;;) {
    const record = (await api(path)).value.import;
    if (record.status === "succeeded") return record;
    if (record.status !== "reading") throw new Error(`the first import ended as ${record.status}`);
    await pause(100);
  }
}

async function main() {
  await migrate();
  const workbook = await makeWorkbook();
  await startServer();
  await signIn();
  const { value } = await api("/api/projects", {
    method: "POST",
    body: { name: "Crash test", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" },
  });
  const base = `/api/projects/${value.project.id}`;
  const first = await importOnce(base, workbook);
  const acknowledged = {
    commands: new Map(),
    imports: new Set([first.id]),
    vmCount: first.vmCount,
    stage: "idle",
  };
  const client = createClient({ url: process.env.DATABASE_URL });
  const totals = { lost: 0, half: 0, uploads: 0, whole: 0, problems: [] };
  const stages = {};
  for (let kill = 1; kill <= kills; kill += 1) {
    const working = work(base, workbook, acknowledged);
    await untilUnderWay(acknowledged);
    await pause(Math.round(nextMoment() * 3_000));
    await killServer();
    await working;
    stages[acknowledged.stage] = (stages[acknowledged.stage] ?? 0) + 1;
    await startServer();
    const found = await verify(base, acknowledged, client);
    totals.lost += found.lost;
    totals.half += found.half;
    totals.uploads = found.uploads;
    totals.whole = found.whole;
    totals.problems.push(...found.problems);
    process.stdout.write(
      `kill ${kill} (upload ${acknowledged.stage}): ${acknowledged.commands.size} commands acknowledged, ` +
        `${found.lost} lost; ${found.uploads} uploads, ${found.whole} whole, ${found.half} half there\n`,
    );
  }
  client.close();
  process.stdout.write(
    `\nCrash test, seed ${values.seed}: ${kills} kills (${Object.entries(stages)
      .map(([stage, count]) => `${count} with an upload ${stage}`)
      .join(", ")})\n` +
      `  acknowledged commands: ${acknowledged.commands.size}, lost: ${totals.lost}\n` +
      `  uploads: ${totals.uploads}, whole: ${totals.whole}, ended and empty: ` +
      `${totals.uploads - totals.whole - totals.half}, half there: ${totals.half}\n`,
  );
  for (const problem of totals.problems) process.stdout.write(`  ${problem}\n`);
  const isEmptyRun = acknowledged.commands.size === 0 || totals.uploads < 2;
  if (isEmptyRun) process.stdout.write("  nothing was acknowledged: the test shows nothing\n");
  return totals.lost + totals.half + totals.problems.length === 0 && !isEmptyRun;
}

let isPassed = false;
try {
  isPassed = await main();
} finally {
  server?.kill("SIGKILL");
}
process.exit(isPassed ? 0 : 1);
