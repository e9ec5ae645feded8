import { expect, type Locator, type Page, test } from "@playwright/test";
import { OVERLAYS, openPage, PAGES, type RunningDemo, runningDemo } from "./every-page";
import { expectDialogByKeys, expectPopupsByKeys, pressOn } from "./keyboard-overlays";
import { walk, walkWithin } from "./keyboard-walk";

/** Every page and everything that opens over one is complete without a mouse. */

let demo: RunningDemo;

test.beforeAll(async ({ browser, baseURL }) => {
  demo = await runningDemo(browser, baseURL);
});

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Leads past the header and the navigation; where it stands, it is the first stop. */
async function expectSkipLink(page: Page, firstStop: string | undefined): Promise<void> {
  const skip = page.getByRole("link", { name: "Skip to main content" });
  expect(firstStop).toContain("Skip to main content");
  await pressOn(skip);
  await expect(page.getByRole("main")).toBeFocused();
}

/** A chart is a picture: its figures are in a table that keys open, or stand beside it. */
async function expectChartTables(page: Page): Promise<void> {
  const charts = page.locator("section:has(> [role=img][aria-labelledby])");
  for (let index = 0; index < (await charts.count()); index += 1) {
    const chart = charts.nth(index);
    const name = (await chart.getByRole("heading").first().textContent()) ?? "";
    await pressOn(chart.getByRole("button", { name: "Show as table" }));
    const table = page.getByRole("region", { name, exact: true }).getByRole("table");
    await expect(table).toBeVisible();
    const toggle = page
      .getByRole("region", { name, exact: true })
      .getByRole("button", { name: "Show as chart" });
    await expect(toggle).toBeFocused();
    await page.keyboard.press("Space");
    await expect(table).toHaveCount(0);
  }
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`keys reach all of ${name}`, async ({ page }) => {
    await openPage(page, path(demo));
    const { stops, findings } = await walk(page);
    expect.soft(findings).toEqual([]);
    if (await page.getByRole("banner").count()) await expectSkipLink(page, stops[0]);
    await expectPopupsByKeys(page, page.getByRole("main"));
    await expectChartTables(page);
    await walkWithin(page);
  });
}

test("the menus of the header open and close by keys", async ({ page }) => {
  await openPage(page, `/projects/${demo.projectId}`);
  await expectPopupsByKeys(page, page.getByRole("banner"));
});

/** Its list belongs to its field: arrow keys go through it, and the focus stays. */
const SEARCH = "the search";

test("the search is opened, gone through and left by keys", async ({ page }) => {
  await openPage(page, `/projects/${demo.projectId}`);
  const opener = page.getByRole("button", { name: "Search pages and projects" });
  await pressOn(opener);
  const field = page.getByRole("dialog").getByRole("textbox");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inventory$/);
});

for (const [name, { path, button }] of Object.entries(OVERLAYS)) {
  if (button === undefined || name === SEARCH) continue;
  test(`keys open and leave ${name}`, async ({ page }) => {
    await openPage(page, path(demo));
    const opener = page.getByRole("button", { name: button }).first();
    await pressOn(opener);
    await expectDialogByKeys(page, opener);
  });
}

type Opener = (page: Page) => Locator;
const button =
  (name: string | RegExp): Opener =>
  (page) =>
    page.getByRole("button", { name, exact: typeof name === "string" }).first();
const menuItem =
  (name: string | RegExp): Opener =>
  (page) =>
    page.getByRole("menuitem", { name });
const firstRowOf =
  (grid: string): Opener =>
  (page) =>
    page.getByRole("grid", { name: grid }).locator("[role=row][aria-rowindex='2']");

/** What keys open on a page of a project, one press after the other. */
const OPENED: Record<string, { path: string; presses: [Opener, ...Opener[]] }> = {
  "the blade of a VM": {
    path: "/inventory",
    presses: [firstRowOf("Virtual machines of the inventory")],
  },
  "the blade of an assessed VM": {
    path: "/readiness",
    presses: [firstRowOf("Assessed virtual machines")],
  },
  "the blade of a server": { path: "/dependencies?tab=servers", presses: [firstRowOf("Servers")] },
  "the blade of a move group": {
    path: "/dependencies?tab=groups",
    presses: [firstRowOf("Move groups")],
  },
  "the blade of a right size": { path: "/performance", presses: [firstRowOf("Right-sizing")] },
  "the form of a price": { path: "/prices", presses: [firstRowOf("Prices in use")] },
  "the form of price lists": { path: "/prices", presses: [button("Load price list")] },
  "the blade of a migration": { path: "/board", presses: [firstRowOf("VMs")] },
  "the dialog that jumps in time": {
    path: "/board",
    presses: [button("Jump to"), menuItem("Date and time")],
  },
  "the assumptions of the forecast": { path: "/board", presses: [button("Edit assumptions")] },
  "the name of an assessment": { path: "/assessments/:assessment", presses: [button("Rename")] },
  "the dialog of a password": {
    path: "",
    presses: [button(/^Account of/), menuItem("Change password")],
  },
  "the clock in the header": { path: "", presses: [button(/^Simulated clock/)] },
};

for (const [name, { path, presses }] of Object.entries(OPENED)) {
  test(`keys open and leave ${name}`, async ({ page }) => {
    const address = path.replace(":assessment", demo.assessmentId);
    await openPage(page, `/projects/${demo.projectId}${address}`);
    for (const opener of presses) await pressOn(opener(page));
    // The item of a menu is gone with its menu: the way back leads to the menu's button.
    await expectDialogByKeys(page, presses[0](page));
  });
}

test("keys open and leave the navigation of a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, `/projects/${demo.projectId}`);
  const opener = page.getByRole("button", { name: "Open navigation" });
  await pressOn(opener);
  await expectDialogByKeys(page, opener);
});

test("a project is asked about from its menu, and the question leads back to it", async ({
  page,
}) => {
  await openPage(page, "/");
  const menu = page.getByRole("button", { name: /^Actions for/ }).first();
  await pressOn(menu);
  await pressOn(page.getByRole("menuitem", { name: "Delete" }));
  await expectDialogByKeys(page, menu);
});

test("a date is chosen by keys, and Escape leaves the dialog around it open", async ({ page }) => {
  await openPage(page, `/projects/${demo.projectId}/board`);
  await pressOn(page.getByRole("button", { name: "Jump to", exact: true }));
  await pressOn(page.getByRole("menuitem", { name: "Date and time" }));
  const dialog = page.getByRole("dialog", { name: "Date and time" });
  const field = dialog.getByRole("button", { name: "Jump to" }).first();
  await pressOn(field);
  const day = page.getByRole("table").getByRole("button").first();
  await expect(day).toBeVisible();
  // Until the calendar has taken the focus, Escape is the dialog's.
  await expect(field).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(day).toBeHidden();
  await expect(dialog).toBeVisible();
  await expect(field).toBeFocused();
});

test("what clears a list by keys leaves the focus in it", async ({ page }) => {
  await openPage(page, `/projects/${demo.projectId}/inventory?q=web`);
  const search = page.getByRole("searchbox", { name: "Search this list" });
  await pressOn(page.getByRole("button", { name: "Clear filters" }));
  await expect(search).toHaveValue("");
  await expect(search).toBeFocused();
  await pressOn(page.getByRole("checkbox", { name: "Select row 1", exact: true }), "Space");
  await pressOn(page.getByRole("button", { name: "Clear selection" }));
  await expect(page.getByRole("button", { name: "Clear selection" })).toHaveCount(0);
  await expect(search).toBeFocused();
});

test("the scrubber of the board looks back and ahead by keys", async ({ page }) => {
  await openPage(page, `/projects/${demo.projectId}/board`);
  const scrubber = page.getByRole("slider", { name: "Look at another instant" });
  const seconds = async (name: string) => Number(await scrubber.getAttribute(name));
  const farFrom = async (end: string) => (await seconds(end)) - (await seconds("aria-valuenow"));
  await scrubber.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/[?&]at=/);
  const back = await seconds("aria-valuenow");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => seconds("aria-valuenow")).toBeLessThan(back);
  await page.keyboard.press("PageUp");
  await expect.poll(() => seconds("aria-valuenow")).toBeGreaterThan(back);
  await page.keyboard.press("End");
  await expect.poll(() => farFrom("aria-valuemax")).toBe(0);
  await page.keyboard.press("Home");
  await expect.poll(() => farFrom("aria-valuemin")).toBe(0);
  await expect(scrubber).toBeFocused();
  const now = page.getByRole("button", { name: "Back to now" });
  await pressOn(now, "Space");
  await expect(page).not.toHaveURL(/[?&]at=/);
  await expect(now).toBeFocused();
});
