// `npm run bench -- pages [--json]`: first-load script (gzip, as sent) and largest contentful paint of each page
// of the demo project, in the production build that `npm run build` made. Medians of five cold loads. The board
// has 300 VMs in transfer.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, type Browser, chromium } from "playwright";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "../../e2e/running-world";

const RUNS = 5;
const PORT = 3320;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const PERSON = {
  name: "Owner",
  email: "owner@example.com",
  password: "a password of the page bench",
};

interface Measurement {
  scriptBytes: number;
  lcpMilliseconds: number;
}

/** Installed before the page's own scripts: keeps the latest candidate of the largest paint. */
const OBSERVE = `
  window.largestPaint = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.largestPaint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
`;

async function measure(browser: Browser, path: string, storageState: string): Promise<Measurement> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(storageState ? { storageState } : {}),
  });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(`${ORIGIN}${path}`, { waitUntil: "load" });
  // Data that the page asks for after loading may paint larger; polling pages never become idle.
  await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
  const lcpMilliseconds = await page.evaluate<number>("window.largestPaint");
  await context.close();
  return { scriptBytes, lcpMilliseconds };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function call(path: string, method: "GET" | "POST", body?: unknown, cookie = "") {
  return fetch(`${ORIGIN}${path}`, {
    method,
    headers: { origin: ORIGIN, cookie, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function untilTrue(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not get ready within 30 s");
}

const callBy =
  (request: APIRequestContext): Call =>
  async (method, path, body) => {
    const headers = { origin: ORIGIN };
    const answer = await request.fetch(`${ORIGIN}${path}`, { method, headers, data: body });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as never;
  };

/** Takes the project through its set-up and starts 300 migrations; returns the group. */
async function startMigrations(call: Call, projectId: string): Promise<string> {
  await setUpWorld(call, projectId, await siteOf(call, projectId));
  const vmKeys = (await runningVmKeys(call, projectId)).slice(0, 300);
  const group = { name: "Bench", vmKeys, type: "Bulk" as const };
  const { groupId } = await startGroup(call, projectId, group);
  const clock = `/api/projects/${projectId}/world/clock`;
  const { nowSeconds }: { nowSeconds: number } = await call("POST", clock, { action: "pause" });
  await call("POST", clock, { action: "jumpTo", atSeconds: nowSeconds + 1_800 });
  return groupId;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "landfall-pages-"));
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...process.env,
      PORT: String(PORT),
      LANDFALL_DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, "landfall.db")}`,
    },
    stdio: "ignore",
  });
  const browser = await chromium.launch({
    executablePath: process.env.LANDFALL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  try {
    await untilTrue(async () => (await call("/api/health", "GET")).ok);
    const rows: { page: string; scriptKilobytes: number; lcpMilliseconds: number }[] = [];
    const add = async (page: string, path: string, storageState = "") => {
      const runs: Measurement[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser, path, storageState));
      rows.push({
        page,
        scriptKilobytes: Math.round(median(runs.map((one) => one.scriptBytes)) / 1024),
        lcpMilliseconds: Math.round(median(runs.map((one) => one.lcpMilliseconds))),
      });
    };
    await add("set-up", "/setup");
    const context = await browser.newContext();
    await context.request.post(`${ORIGIN}/api/setup`, {
      headers: { origin: ORIGIN },
      data: { ...PERSON, loadDemo: true },
    });
    await add("sign-in", "/sign-in");
    await context.request.post(`${ORIGIN}/api/auth/sign-in/email`, {
      headers: { origin: ORIGIN },
      data: PERSON,
    });
    const state = join(folder, "state.json");
    await context.storageState({ path: state });
    const listed = await context.request.get(`${ORIGIN}/api/projects`);
    const id: string = (await listed.json()).projects[0].id;
    const project = `/projects/${id}`;
    await untilTrue(async () =>
      (await context.request.get(`${ORIGIN}/api${project}/inventory`)).ok(),
    );
    const assessed = await context.request.post(`${ORIGIN}/api${project}/assessments`, {
      headers: { origin: ORIGIN },
      data: { name: "Bench", settings: {} },
    });
    const assessmentId: string = (await assessed.json()).assessment.id;
    const imports = await context.request.get(`${ORIGIN}/api${project}/imports`);
    const importId: string = (await imports.json()).imports[0].id;
    const groupId = await startMigrations(callBy(context.request), id);
    await add("projects", "/", state);
    await add("members", "/members", state);
    await add("overview", project, state);
    for (const section of ["imports", "inventory", "readiness", "assessments"]) {
      await add(section, `${project}/${section}`, state);
    }
    await add("import", `${project}/imports/${importId}`, state);
    await add("assessment", `${project}/assessments/${assessmentId}`, state);
    await add("group", `${project}/groups/${groupId}`, state);
    await add("new group", `${project}/groups/new`, state);
    for (const section of ["groups", "avs", "hcx", "board", "settings"]) {
      await add(section, `${project}/${section}`, state);
    }
    if (process.argv.includes("--json")) console.log(JSON.stringify({ runs: RUNS, pages: rows }));
    else console.table(rows);
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
