import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "./running-world";

/** Every page of the demo project, as somebody meets it: axe in both themes, in both languages, and narrow. */

let projectId = "";
let assessmentId = "";
let groupId = "";
let vmKey = "";

const callBy =
  (request: APIRequestContext, origin: string): Call =>
  async (method, path, body) => {
    const answer = await request.fetch(path, { method, headers: { origin }, data: body });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as never;
  };

/** Half an hour after Go, at 10x: some wait, some are in transfer. */
async function startMigrations(call: Call): Promise<void> {
  await setUpWorld(call, projectId, await siteOf(call, projectId));
  const keys = await runningVmKeys(call, projectId);
  vmKey = keys[0] ?? "";
  const started = await startGroup(call, projectId, {
    name: "Everything that runs",
    vmKeys: keys.slice(0, 320),
    type: "Bulk",
  });
  groupId = started.groupId;
  const clock = `/api/projects/${projectId}/world/clock`;
  const { nowSeconds }: { nowSeconds: number } = await call("POST", clock, { action: "pause" });
  await call("POST", clock, { action: "jumpTo", atSeconds: nowSeconds + 1_800 });
  await call("POST", clock, { action: "setSpeed", speed: 10 });
  await call("POST", clock, { action: "resume" });
}

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  const created = await context.request.post("/api/projects/demo", { headers });
  projectId = (await created.json()).project.id;
  await expect
    .poll(async () => (await context.request.get(`/api/projects/${projectId}/inventory`)).status())
    .toBe(200);
  const assessed = await context.request.post(`/api/projects/${projectId}/assessments`, {
    headers,
    data: { name: "Pages", settings: {} },
  });
  assessmentId = (await assessed.json()).assessment.id;
  const call = callBy(context.request, headers.origin);
  await startMigrations(call);
  await call("POST", `/api/projects/${projectId}/move-groups`, {
    put: [
      {
        id: randomUUID(),
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
  await context.close();
});

const PAGES: Record<string, () => string> = {
  projects: () => "/",
  members: () => "/members",
  overview: () => `/projects/${projectId}`,
  imports: () => `/projects/${projectId}/imports`,
  inventory: () => `/projects/${projectId}/inventory`,
  "the graph of dependencies": () => `/projects/${projectId}/dependencies`,
  "suggested move groups": () =>
    `/projects/${projectId}/dependencies?tab=groups&suggest=communities`,
  "servers with dependencies": () => `/projects/${projectId}/dependencies?tab=servers`,
  connections: () => `/projects/${projectId}/dependencies?tab=connections`,
  readiness: () => `/projects/${projectId}/readiness`,
  assessments: () => `/projects/${projectId}/assessments`,
  assessment: () => `/projects/${projectId}/assessments/${assessmentId}`,
  report: () => `/projects/${projectId}/assessments/${assessmentId}/report`,
  comparison: () => `/projects/${projectId}/assessments/compare`,
  "business case": () => `/projects/${projectId}/business-case`,
  prices: () => `/projects/${projectId}/prices`,
  performance: () => `/projects/${projectId}/performance`,
  groups: () => `/projects/${projectId}/groups`,
  group: () => `/projects/${projectId}/groups/${groupId}`,
  "new group": () => `/projects/${projectId}/groups/new`,
  avs: () => `/projects/${projectId}/avs`,
  hcx: () => `/projects/${projectId}/hcx`,
  board: () => `/projects/${projectId}/board`,
  "events of the board": () => `/projects/${projectId}/board?tab=events`,
  settings: () => `/projects/${projectId}/settings`,
  "a page that is not there": () => "/nowhere",
};

async function open(page: Page, path: string): Promise<void> {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Skeletons are a state of their own; what is judged here is the page with its data.
  await expect(page.locator("[role=status][aria-busy=true]")).toHaveCount(0);
  expect(problems).toEqual([]);
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await open(page, path());
    await expectAccessible(page);
  });

  test(`${name} fits 390 pixels in Korean`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "locale", value: "ko", url: baseURL ?? "" }]);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, path());
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

/** What opens over a page: by its address, or by a button. */
const OVERLAYS: Record<string, { path: () => string; button?: string | RegExp }> = {
  "the dialog of a new project": { path: () => "/", button: "New project" },
  "the dialog of a new member": { path: () => "/members", button: "Add a member" },
  "the blade of a VM": {
    path: () => `/projects/${projectId}/inventory?vm=${encodeURIComponent(vmKey)}`,
  },
  "the blade of an assessed VM": {
    path: () => `/projects/${projectId}/readiness?vm=${encodeURIComponent(vmKey)}`,
  },
  "the blade of a server": {
    path: () => `/projects/${projectId}/dependencies?server=${encodeURIComponent(`vm:${vmKey}`)}`,
  },
  "the ports of noise": {
    path: () => `/projects/${projectId}/dependencies?tab=connections`,
    button: /^Noise ports/,
  },
  "the blade of a move group": {
    path: () => `/projects/${projectId}/dependencies?tab=groups&group=moved`,
  },
  "the form of a new assessment": {
    path: () => `/projects/${projectId}/assessments`,
    button: "New assessment",
  },
  "the blade of a migration": {
    path: () =>
      `/projects/${projectId}/board?migration=${encodeURIComponent(`${groupId}:${vmKey}`)}`,
  },
  "the dialog of a fault": { path: () => `/projects/${projectId}/board`, button: "Inject a fault" },
  "the question before a project is deleted": {
    path: () => `/projects/${projectId}/settings`,
    button: "Delete project",
  },
  "the search": { path: () => `/projects/${projectId}`, button: "Search pages and projects" },
};

for (const [name, { path, button }] of Object.entries(OVERLAYS)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await open(page, path());
    if (button) await page.getByRole("button", { name: button }).first().click();
    await expect(page.getByRole("dialog").first()).toBeVisible();
    await expect(page.locator("[role=status][aria-busy=true]")).toHaveCount(0);
    await expectAccessible(page);
  });
}
