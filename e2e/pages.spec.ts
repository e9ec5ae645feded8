import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";

/** Every page of the demo project, as somebody meets it: axe in both themes, in both languages, and narrow. */

let projectId = "";
let assessmentId = "";

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
  await context.close();
});

const PAGES: Record<string, () => string> = {
  members: () => "/members",
  overview: () => `/projects/${projectId}`,
  imports: () => `/projects/${projectId}/imports`,
  inventory: () => `/projects/${projectId}/inventory`,
  readiness: () => `/projects/${projectId}/readiness`,
  assessments: () => `/projects/${projectId}/assessments`,
  assessment: () => `/projects/${projectId}/assessments/${assessmentId}`,
  groups: () => `/projects/${projectId}/groups`,
  "new group": () => `/projects/${projectId}/groups/new`,
  avs: () => `/projects/${projectId}/avs`,
  hcx: () => `/projects/${projectId}/hcx`,
  board: () => `/projects/${projectId}/board`,
  settings: () => `/projects/${projectId}/settings`,
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
