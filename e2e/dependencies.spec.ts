import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { dependencyCsvLines } from "../prisma/seed/dependencies";
import { DEMO_SEED, DEMO_VM_COUNT, generateEstate } from "../prisma/seed/estate";
import { expectAccessible } from "./accessibility";

/** Who talks to whom, and what moves together because of it: from the graph to a mobility group. */

test.describe.configure({ mode: "serial" });

const DNS = "53";

/** The demo's export as its file says it, counted by other means than the product's. */
const exported: Record<string, string>[] = parse(
  [
    ...dependencyCsvLines(
      generateEstate({
        seed: DEMO_SEED,
        vmCount: DEMO_VM_COUNT,
        exportedAtIso: "2025-06-16T08:00:00Z",
      }),
    ),
  ].join(""),
  { columns: true },
);

/** Source, destination and service: what is one connection however often it was seen. */
function connectionCount(isTaken: (row: Record<string, string>) => boolean = () => true): number {
  const ids = exported
    .filter(isTaken)
    .map((row) =>
      [
        row["Source server name"],
        row["Destination server name"] || row["Destination IP"],
        row["Destination application"],
        row["Destination process"],
        row["Destination port"],
      ].join("\n"),
    );
  return new Set(ids).size;
}

let project = "";
/** A VM that other VMs of its application use, and one of those. */
let database = { key: "", name: "" };
let client = { key: "", name: "" };

interface Connection {
  source: { id: string; name: string; kind: string };
  target: { id: string; name: string; kind: string };
}

async function connections(request: APIRequestContext, query: string): Promise<Connection[]> {
  const answer = await request.get(`/api${project}/dependencies/connections?limit=500&${query}`);
  return (await answer.json()).rows;
}

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  const created = await context.request.post("/api/projects/demo", { headers });
  project = `/projects/${(await created.json()).project.id}`;
  await expect
    .poll(async () => (await context.request.get(`/api${project}/dependencies`)).status(), {
      timeout: 90_000,
    })
    .toBe(200);
  await context.request.post(`/api${project}/assessments`, {
    headers,
    data: { name: "Readiness", settings: {} },
  });
  const [used] = await connections(context.request, "port=5432&kind=vm");
  database = { key: used?.target.id.slice(3) ?? "", name: used?.target.name ?? "" };
  client = { key: used?.source.id.slice(3) ?? "", name: used?.source.name ?? "" };
  await context.close();
});

const at = (query = "") => `${project}/dependencies${query}`;
const rowCount = (page: Page) => page.getByRole("status").filter({ hasText: /rows?$/ });
const moveGroups = (page: Page) => page.getByRole("grid", { name: "Move groups" });
const blade = (page: Page, name: string) => page.getByRole("dialog", { name });

const numberOf = (text: string | null) => Number(text?.replace(/\D/g, ""));

async function ports(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Noise ports/ }).click();
}

async function typeName(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole("combobox", { name: field });
  await input.click();
  await input.fill(text);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

async function undo(page: Page): Promise<void> {
  // Notices of earlier changes may still stand.
  const buttons = page.getByRole("button", { name: "Undo" });
  await expect(buttons.last()).toBeVisible();
  const count = await buttons.count();
  await buttons.last().click();
  await expect.poll(() => buttons.count()).toBeLessThan(count);
}

async function download(page: Page, menu: string | RegExp, format: string): Promise<Buffer> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("menu", { name: menu, exact: true })
      .getByRole("menuitem", { name: format })
      .click(),
  ]);
  return readFileSync(await file.path());
}

const CSV = "CSV (text)";

test("the graph and its tables show the same servers, and ports of noise are switched", async ({
  page,
}) => {
  await page.goto(at());
  const graph = page.getByRole("application", { name: /^Graph of/ });
  await expect(graph).toHaveAttribute("data-settled", "true");
  const drawn = await page
    .getByRole("status")
    .filter({ hasText: /servers, .* links/ })
    .innerText();
  const servers = numberOf(drawn.split(",")[0] ?? "");
  expect(servers).toBeGreaterThan(100);
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Servers" }).click();
  expect(numberOf(await rowCount(page).textContent())).toBe(servers);

  await page.getByRole("tab", { name: "Connections" }).click();
  await ports(page);
  await page.getByRole("button", { name: "Count all" }).click();
  await expect(rowCount(page)).toHaveText(`${connectionCount().toLocaleString("en")} rows`);
  // Its state is the address's, which follows a moment later than a checkbox of its own would.
  const dns = page.getByRole("checkbox", { name: `${DNS} DNS` });
  await dns.click();
  await expect(dns).toBeChecked();
  const withoutDns = connectionCount((row) => row["Destination port"] !== DNS);
  await expect(rowCount(page)).toHaveText(`${withoutDns.toLocaleString("en")} rows`);
  await expect(page).toHaveURL(/hidden=53/);
  await page.getByRole("button", { name: "Reset" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Noise ports/ })).toBeFocused();
  await expect(page).not.toHaveURL(/hidden=/);
});

test("a server is found by keys, opens with its peers, and becomes the centre of the graph", async ({
  page,
}) => {
  await page.goto(at());
  await typeName(page, "Find a server", database.name);
  const panel = blade(page, database.name);
  await expect(panel.getByRole("region", { name: /^Clients/ })).toContainText(client.name);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Show its neighbourhood" }).click();
  await expect(page.getByText(`Neighbourhood of ${database.name}`)).toBeVisible();
  // The server itself and whoever is one step away, over ports that count.
  const peers = await connections(
    page.request,
    `server=${encodeURIComponent(`vm:${database.key}`)}`,
  );
  const near = new Set(peers.flatMap(({ source, target }) => [source.id, target.id]));
  const count = page.getByRole("status").filter({ hasText: /servers, .* links?/ });
  await expect(count).toHaveText(new RegExp(`^${near.size} servers, `));
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(count).not.toHaveText(new RegExp(`^${near.size} servers, `));
});

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
    page.request.post(`/api${project}/vms/exclusions`, {
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
  const [other] = (await connections(page.request, "kind=vm&port=5672")).map(
    ({ target }) => target,
  );
  const made = await page.request.post(`/api${project}/move-groups`, {
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

test("lists export what they show, as CSV and as a workbook", async ({ page }) => {
  await page.goto(at("?tab=connections&connections.filter.kind=publicAddress"));
  await expect(rowCount(page)).toBeVisible();
  const shown = numberOf(await rowCount(page).textContent());
  const isPublic = (row: Record<string, string>) =>
    /^(203\.0\.113|198\.51\.100)\./.test(row["Destination IP"] ?? "");
  expect(shown).toBe(connectionCount(isPublic));
  const lines: string[][] = parse(await download(page, "Export", CSV), { bom: true });
  expect(lines).toHaveLength(shown + 1);
  expect(lines[0]?.slice(0, 2)).toEqual(["Source", "Kind of source"]);
  const workbook = await readXlsx(
    new Uint8Array(await download(page, "Export", "XLSX (spreadsheet)")),
  );
  expect(workbook.sheets[0]?.rows).toHaveLength(shown + 1);

  await page.getByRole("tab", { name: "Move groups" }).click();
  const groups: string[][] = parse(await download(page, "Export", CSV), { bom: true });
  expect(groups.map(([name]) => name)).toEqual(["Name", "Queue", "Shop"]);
  const all: string[][] = parse(await download(page, "Export members", CSV), { bom: true });
  expect(all).toHaveLength(4);

  await moveGroups(page).getByRole("row", { name: /Shop/ }).click();
  const ofShop: string[][] = parse(await download(page, /^Export: Members/, CSV), { bom: true });
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

test("without an export the page says how to get one", async ({ page, baseURL }) => {
  const created = await page.request.post("/api/projects", {
    headers: { origin: baseURL ?? "" },
    data: { name: "Bare", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" },
  });
  const { id } = (await created.json()).project;
  await page.goto(`/projects/${id}/dependencies`);
  await expect(page.getByText("No dependencies yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Import a dependency export" }).click();
  await expect(page).toHaveURL(new RegExp(`/projects/${id}/imports$`));
});
