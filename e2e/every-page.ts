import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { STORAGE_STATE } from "./people";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "./running-world";

/** Every page and overlay of a demo project in the middle of its migrations, for what all of them promise. */

export interface RunningDemo {
  projectId: string;
  assessmentId: string;
  groupId: string;
  /** A VM that is in the mobility group, in the assessment and in the move group. */
  vmKey: string;
  moveGroupId: string;
}

const callBy =
  (request: APIRequestContext, origin: string): Call =>
  async (method, path, body) => {
    const answer = await request.fetch(path, { method, headers: { origin }, data: body });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as never;
  };

/** Half an hour after Go, at 10x: some wait, some are in transfer. */
async function startMigrations(call: Call, projectId: string) {
  await setUpWorld(call, projectId, await siteOf(call, projectId));
  const keys = await runningVmKeys(call, projectId);
  const { groupId } = await startGroup(call, projectId, {
    name: "Everything that runs",
    vmKeys: keys.slice(0, 320),
    type: "Bulk",
  });
  const clock = `/api/projects/${projectId}/world/clock`;
  const { nowSeconds }: { nowSeconds: number } = await call("POST", clock, { action: "pause" });
  await call("POST", clock, { action: "jumpTo", atSeconds: nowSeconds + 1_800 });
  await call("POST", clock, { action: "setSpeed", speed: 10 });
  await call("POST", clock, { action: "resume" });
  return { groupId, vmKey: keys[0] ?? "" };
}

async function makeDemo(request: APIRequestContext, origin: string): Promise<RunningDemo> {
  const call = callBy(request, origin);
  const created: { project: { id: string } } = await call("POST", "/api/projects/demo");
  const projectId = created.project.id;
  const base = `/api/projects/${projectId}`;
  await expect.poll(async () => (await request.get(`${base}/inventory`)).status()).toBe(200);
  const assessed: { assessment: { id: string } } = await call("POST", `${base}/assessments`, {
    name: "Pages",
    settings: {},
  });
  const { groupId, vmKey } = await startMigrations(call, projectId);
  const moveGroupId = randomUUID();
  await call("POST", `${base}/move-groups`, {
    put: [
      {
        id: moveGroupId,
        name: "Moved together",
        tags: ["wave 1"],
        note: "",
        locked: false,
        vmKeys: [vmKey],
        revision: null,
      },
    ],
    remove: [],
  });
  return { projectId, assessmentId: assessed.assessment.id, groupId, vmKey, moveGroupId };
}

let made: Promise<RunningDemo> | null = null;

/** The demo that all specs of one worker look at; the first that asks makes it. */
export async function runningDemo(browser: Browser, baseURL = ""): Promise<RunningDemo> {
  made ??= (async () => {
    const context = await browser.newContext({ storageState: STORAGE_STATE, baseURL });
    const demo = await makeDemo(context.request, baseURL);
    await context.close();
    return demo;
  })();
  return made;
}

type PathOf = (demo: RunningDemo) => string;

const inProject =
  (path: string): PathOf =>
  ({ projectId }) =>
    `/projects/${projectId}${path}`;

export const PAGES: Record<string, PathOf> = {
  projects: () => "/",
  members: () => "/members",
  overview: inProject(""),
  imports: inProject("/imports"),
  inventory: inProject("/inventory"),
  "the graph of dependencies": inProject("/dependencies"),
  "suggested move groups": inProject("/dependencies?tab=groups&suggest=communities"),
  "servers with dependencies": inProject("/dependencies?tab=servers"),
  connections: inProject("/dependencies?tab=connections"),
  readiness: inProject("/readiness"),
  assessments: inProject("/assessments"),
  assessment: (demo) => inProject(`/assessments/${demo.assessmentId}`)(demo),
  report: (demo) => inProject(`/assessments/${demo.assessmentId}/report`)(demo),
  comparison: inProject("/assessments/compare"),
  "business case": inProject("/business-case"),
  prices: inProject("/prices"),
  performance: inProject("/performance"),
  groups: inProject("/groups"),
  group: (demo) => inProject(`/groups/${demo.groupId}`)(demo),
  "new group": inProject("/groups/new"),
  avs: inProject("/avs"),
  hcx: inProject("/hcx"),
  board: inProject("/board"),
  "events of the board": inProject("/board?tab=events"),
  settings: inProject("/settings"),
  "a page that is not there": () => "/nowhere",
};

interface Overlay {
  path: PathOf;
  /** What opens it; without one, its address does. */
  button?: string | RegExp;
}

/** What opens over a page: by its address, or by a button. */
export const OVERLAYS: Record<string, Overlay> = {
  "the dialog of a new project": { path: () => "/", button: "New project" },
  "the dialog of a new member": { path: () => "/members", button: "Add a member" },
  "the blade of a VM": {
    path: (demo) => inProject(`/inventory?vm=${encodeURIComponent(demo.vmKey)}`)(demo),
  },
  "the blade of an assessed VM": {
    path: (demo) => inProject(`/readiness?vm=${encodeURIComponent(demo.vmKey)}`)(demo),
  },
  "the blade of a server": {
    path: (demo) =>
      inProject(`/dependencies?server=${encodeURIComponent(`vm:${demo.vmKey}`)}`)(demo),
  },
  "the ports of noise": {
    path: inProject("/dependencies?tab=connections"),
    button: /^Noise ports/,
  },
  "the blade of a move group": {
    path: (demo) => inProject(`/dependencies?tab=groups&group=${demo.moveGroupId}`)(demo),
  },
  "the form of a new assessment": { path: inProject("/assessments"), button: "New assessment" },
  "the blade of a migration": {
    path: (demo) =>
      inProject(`/board?migration=${encodeURIComponent(`${demo.groupId}:${demo.vmKey}`)}`)(demo),
  },
  "the dialog of a fault": { path: inProject("/board"), button: "Inject a fault" },
  "the question before a project is deleted": {
    path: inProject("/settings"),
    button: "Delete project",
  },
  "the search": { path: inProject(""), button: "Search pages and projects" },
};

/** Goes to a page and waits until it is there with its data; no script of it may have failed. */
export async function openPage(page: Page, path: string): Promise<void> {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Skeletons are a state of their own; what is judged here is the page with its data.
  await expect(page.locator("[role=status][aria-busy=true]")).toHaveCount(0);
  expect(problems).toEqual([]);
}
