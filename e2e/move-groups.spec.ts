import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "./accessibility";
import { demoProject } from "./demo-project";
import { blade, connections, databaseAndClient, rowCount, typeName } from "./dependency-page";
import { CSV, download } from "./download";

/** What moves together because of who talks to whom: from a suggestion to a mobility group. */

test.describe.configure({ mode: "serial" });

let projectId = "";
let database = { key: "", name: "" };
let client = { key: "", name: "" };

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  projectId = await demoProject(context.request, baseURL, "dependencies");
  await context.request.post(`/api/projects/${projectId}/assessments`, {
    headers: { origin: baseURL ?? "" },
    data: { name: "Readiness", settings: {} },
  });
  ({ database, client } = await databaseAndClient(context.request, projectId));
  await context.close();
});

const at = (query = "") => `/projects/${projectId}/dependencies${query}`;
const moveGroups = (page: Page) => page.getByRole("grid", { name: "Move groups" });

async function undo(page: Page): Promise<void> {
  // Notices of earlier changes may still stand.
  const buttons = page.getByRole("button", { name: "Undo" });
  await expect(buttons.last()).toBeVisible();
  const count = await buttons.count();
  await buttons.last().click();
  await expect.poll(() => buttons.count()).toBeLessThan(count);
}

test("groups are suggested, looked into, made, and taken back", async ({ page }) => {
  await page.goto(at("?tab=groups"));
  await expect(page.getByText("No move groups yet")).toBeVisible();
  await page.getByRole("button", { name: "Suggest groups" }).click();
  const panel = page.getByRole("region", { name: "Suggest move groups" }).first();
  const names = panel.getByRole("row").getByRole("rowheader").getByRole("button");
  await expect(names.first()).toBeVisible();
  expect(await names.count()).toBeGreaterThan(3);
  // A site that half of the estate stands at names no group.
  expect(await names.allInnerTexts()).not.toContain("pus");
  await names.first().click();
  await expect(panel.getByText("Virtual machines", { exact: true })).toBeVisible();
  await expect(panel.getByText("Links cut", { exact: true }).last()).toBeVisible();
  await expectAccessible(page);

  const two = (await names.allInnerTexts()).slice(0, 2);
  for (const name of two) {
    await panel.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();
  }
  await panel.getByRole("button", { name: "Make 2 groups" }).click();
  for (const name of two) {
    await expect(moveGroups(page).getByRole("rowheader", { name, exact: true })).toBeVisible();
  }
  await undo(page);
  await expect(page.getByText("No move groups yet")).toBeVisible();
});

test("servers are put into a new group by keys", async ({ page }) => {
  await page.goto(at(`?tab=servers&servers.q=${client.name}`));
  const grid = page.getByRole("grid", { name: "Servers" });
  await expect(rowCount(page)).toHaveText("1 row");
  await grid.getByRole("row", { name: client.name }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("button", { name: "Add to a move group" }).press("Enter");
  await page.getByRole("menuitem", { name: "New group …" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New move group of 1 VM" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Shop");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(grid.getByRole("gridcell", { name: "Shop" })).toBeVisible();
});

test("a group takes a name, tags and a note, and the way back", async ({ page }) => {
  await page.goto(at("?tab=groups"));
  await moveGroups(page).getByRole("row", { name: /Shop/ }).press("Enter");
  const panel = blade(page, "Shop");
  await panel.getByRole("textbox", { name: "Name" }).fill("Web shop");
  const tags = panel
    .getByRole("textbox", { name: "Tags" })
    .or(panel.getByRole("combobox", { name: "Tags" }));
  await tags.fill("wave 1");
  await tags.press("Enter");
  await panel.getByRole("textbox", { name: "Note" }).fill("Not in the last week of a month.");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(blade(page, "Web shop")).toBeVisible();
  await expectAccessible(page);
  await undo(page);
  await expect(blade(page, "Shop")).toBeVisible();
});

test("members are added by typing and removed by mouse and by keys", async ({ page }) => {
  await page.goto(at("?tab=groups"));
  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  const panel = blade(page, "Shop");
  const member = (name: string) => panel.getByRole("rowheader", { name, exact: true });
  await typeName(page, "Add a virtual machine", database.name);
  await expect(member(database.name)).toBeVisible();
  await panel.getByRole("checkbox", { name: `Choose ${database.name}` }).click();
  await panel.getByRole("button", { name: "Remove 1 VM" }).click();
  await expect(member(database.name)).toHaveCount(0);
  await undo(page);
  await expect(member(database.name)).toBeVisible();

  await panel.getByRole("checkbox", { name: `Choose ${client.name}` }).press("Space");
  await panel.getByRole("button", { name: "Remove 1 VM" }).press("Enter");
  await expect(member(client.name)).toHaveCount(0);
  await undo(page);
  await expect(member(client.name)).toBeVisible();
});

test("a locked group keeps its members until it is unlocked", async ({ page }) => {
  await page.goto(at("?tab=groups"));
  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  const panel = blade(page, "Shop");
  await panel.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(panel.getByText("The group is locked", { exact: false })).toBeVisible();
  await expect(panel.getByRole("combobox", { name: "Add a virtual machine" })).toHaveCount(0);
  const remove = panel.getByRole("button", { name: "Delete" });
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await panel.getByRole("button", { name: "Unlock" }).focus();
  await page.keyboard.press("Tab");
  await expect(remove).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText("Unlock it first");
  await undo(page);
  await expect(panel.getByRole("combobox", { name: "Add a virtual machine" })).toBeVisible();
});

test("a member that stays behind is told with those whom it hurts", async ({ page, baseURL }) => {
  const decide = (excluded: boolean | null) =>
    page.request.post(`/api/projects/${projectId}/vms/exclusions`, {
      headers: { origin: baseURL ?? "" },
      data: { vmKeys: [database.key], excluded },
    });
  expect((await decide(true)).ok()).toBe(true);
  await page.goto(at("?tab=groups"));
  await expect(moveGroups(page).getByRole("row", { name: /Shop/ })).toContainText("1 VM");
  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  const blockers = page.getByRole("region", { name: "Members that cannot move" });
  await expect(blockers).toContainText(database.name);
  await expect(blockers).toContainText("left out of the migration");
  await expect(blockers).toContainText("1 member would reach back to it across the sites");
  expect((await decide(null)).ok()).toBe(true);
});

test("groups are merged under a name of choice, and taken apart again", async ({
  page,
  baseURL,
}) => {
  const [other] = (await connections(page.request, projectId, "kind=vm&port=5672")).map(
    ({ target }) => target,
  );
  const made = await page.request.post(`/api/projects/${projectId}/move-groups`, {
    headers: { origin: baseURL ?? "" },
    data: {
      put: [
        {
          id: "queue",
          name: "Queue",
          tags: ["middleware"],
          note: "",
          locked: false,
          vmKeys: [other?.id.slice(3)],
          revision: null,
        },
      ],
      remove: [],
    },
  });
  expect(made.ok()).toBe(true);
  await page.goto(at("?tab=groups"));
  const grid = moveGroups(page);
  await expect(grid.getByRole("rowheader")).toHaveText(["Queue", "Shop"]);
  await grid.getByRole("checkbox", { name: "Select row 1" }).check();
  const merge = page.getByRole("button", { name: "Merge" });
  await expect(merge).toHaveAttribute("aria-disabled", "true");
  await grid.getByRole("checkbox", { name: "Select row 2" }).check();
  await merge.click();
  const dialog = page.getByRole("dialog", { name: "Merge 2 groups" });
  // The larger of the two gives the name to begin with.
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("Shop");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Name" }).fill("Shop and queue");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(grid.getByRole("rowheader")).toHaveText(["Shop and queue"]);
  await expect(grid.getByRole("row", { name: /Shop and queue/ })).toContainText("middleware");
  await undo(page);
  await expect(grid.getByRole("rowheader")).toHaveText(["Queue", "Shop"]);
});

test("groups and their members export what they show", async ({ page }) => {
  await page.goto(at("?tab=groups"));
  const groups: string[][] = parse(await download(page, CSV), { bom: true });
  expect(groups.map(([name]) => name)).toEqual(["Name", "Queue", "Shop"]);
  const all: string[][] = parse(await download(page, CSV, "Export members"), { bom: true });
  expect(all).toHaveLength(4);

  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  const ofShop: string[][] = parse(await download(page, CSV, /^Export: Members/), { bom: true });
  expect(ofShop.slice(1).map((line) => line[2])).toEqual([client.name, database.name].sort());
});

test("a group leads into the wizard of a mobility group, an empty one says why not", async ({
  page,
}) => {
  await page.goto(at("?tab=groups"));
  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  await page.getByRole("link", { name: "Create a mobility group" }).click();
  await expect(page).toHaveURL(/\/groups\/new\?moveGroup=/);
  await expect(page.getByRole("region", { name: "2 selected" })).toBeVisible();
  await page.getByRole("button", { name: "Type and options" }).click();
  await expect(page.getByRole("textbox", { name: "Group name" })).toHaveValue("Shop");

  await page.goto(at("?tab=groups"));
  await moveGroups(page).getByRole("row", { name: /Queue/ }).click();
  const panel = blade(page, "Queue");
  await panel.getByRole("checkbox").check();
  await panel.getByRole("button", { name: "Remove 1 VM" }).click();
  await expect(panel.getByText("No members yet.")).toBeVisible();
  const create = panel.getByRole("button", { name: "Create a mobility group" });
  await expect(create).toHaveAttribute("aria-disabled", "true");
  await create.hover();
  await expect(page.getByRole("tooltip")).toContainText("no VM that the inventory has");
});
