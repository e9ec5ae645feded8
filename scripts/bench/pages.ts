// `npm run bench -- pages [--runs 5] [--json]`: first-load script (gzip, as sent) and largest contentful paint of each page
// of the demo project, in the production build that `npm run build` made. Medians of cold loads. The board
// has 300 VMs in transfer.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "../../e2e/running-world";
import { launchBrowser } from "./bench-browser";
import { cookiesOf, signIn, startBenchServer, untilTrue } from "./bench-server";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" }, json: { type: "boolean", default: false } },
});
const RUNS = Number(values.runs);
const PORT = 3320;
const ORIGIN = `http://127.0.0.1:${PORT}`;
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

interface Named {
  id: string;
}

/** Every page of a project, with what some of them are about; a section that is new joins by itself. */
async function projectPages(call: Call, projectId: string): Promise<[string, string][]> {
  const api = `/api/projects/${projectId}`;
  const { assessment }: { assessment: Named } = await call("POST", `${api}/assessments`, {
    name: "Bench",
    settings: {},
  });
  const { imports }: { imports: Named[] } = await call("GET", `${api}/imports`);
  const groupId = await startMigrations(call, projectId);
  const project = `/projects/${projectId}`;
  const sections = readdirSync("app/(console)/projects/[projectId]", { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, "page.tsx")),
    )
    .map(({ name }): [string, string] => [name, `${project}/${name}`]);
  return [
    ["overview", project],
    ...sections,
    ["one import", `${project}/imports/${imports[0]?.id}`],
    ["one assessment", `${project}/assessments/${assessment.id}`],
    ["one group", `${project}/groups/${groupId}`],
    ["new group", `${project}/groups/new`],
  ];
}

async function main(): Promise<void> {
  const server = await startBenchServer(PORT);
  const { call, folder } = server;
  const browser = await launchBrowser();
  try {
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
    await signIn(server);
    await add("sign-in", "/sign-in");
    const { project }: { project: Named } = await call("POST", "/api/projects/demo");
    await untilTrue(async () =>
      Boolean(await call("GET", `/api/projects/${project.id}/inventory`)),
    );
    const state = join(folder, "state.json");
    writeFileSync(state, JSON.stringify({ cookies: cookiesOf(server), origins: [] }));
    await add("projects", "/", state);
    await add("members", "/members", state);
    for (const [name, path] of await projectPages(call, project.id)) await add(name, path, state);
    if (values.json) console.log(JSON.stringify({ runs: RUNS, pages: rows }));
    else console.table(rows);
  } finally {
    await browser.close();
    server.stop();
  }
}

await main();
