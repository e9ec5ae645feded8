import { existsSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { killServer } from "./server-kill";
import { SetupWalk } from "./setup-walk";

const CIRCUIT =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network" +
  "/providers/Microsoft.Network/expressRouteCircuits/datacenter";
const AUTHORIZATION = "11111111-2222-3333-4444-555555555555";

const SAMPLE = "../shared/samples/SizingWorkshop-RVTools.xlsx";

async function loadDemo(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: "Load the demo project" }).first().click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  return untilImported(page);
}

/** Creates a project by its dialog and drops the sample workbook on it. */
async function dropSample(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Sample");
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await page.waitForURL(/\/imports/);
  await page.locator("input[type=file]").setInputFiles(SAMPLE);
  return untilImported(page);
}

async function untilImported(page: Page): Promise<string> {
  const id = /projects\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  await expect
    .poll(async () => (await page.request.get(`/api/projects/${id}/inventory`)).status(), {
      timeout: 30_000,
    })
    .toBe(200);
  return id;
}

/** Runs an assessment with the settings that the form suggests; returns the recommended node type. */
async function assess(page: Page, projectId: string): Promise<void> {
  await page.goto(`/projects/${projectId}/assessments`);
  await page.getByRole("button", { name: "New assessment" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Run assessment" }).click();
  await expect(page.getByText("AV48").first()).toBeVisible();
  await expect(page.getByText(/limiting factor/i).first()).toBeVisible();
}

interface Story {
  open: (page: Page) => Promise<string>;
  /** A search that finds a handful of VMs that HCX can move. */
  search: string;
  /** Names that the export does not hold and a person types. */
  portGroup: Record<string, string>;
  datastore: Record<string, string>;
}

const STORIES: Record<string, Story> = {
  "the demo estate": { open: loadDemo, search: "shop-web", portGroup: {}, datastore: {} },
  "the sample workbook": {
    open: dropSample,
    search: "suse",
    portGroup: { "Port group": "management-network" },
    datastore: { "Deployment datastore": "datastore-1" },
  },
};

for (const [name, story] of Object.entries(STORIES)) {
  test(`${name} migrates, from the first import to the last VM`, async ({ page }) => {
    test.skip(story.open === dropSample && !existsSync(SAMPLE), "the sample folder is not here");
    test.setTimeout(240_000);
    const projectId = await story.open(page);
    await assess(page, projectId);
    await walkTheSetUp(page, projectId, story);
    await rehearse(page, projectId, story.search);
  });
}

async function walkTheSetUp(page: Page, projectId: string, story: Story): Promise<void> {
  const walk = new SetupWalk(page, projectId);
  await walk.take("avs", "resourceProvider.register", "Register");
  await walk.take("avs", "hostQuota.request", "Request quota");

  // The block that HCX and NSX keep for themselves is refused with a sentence, and nothing is made.
  await page.goto(`/projects/${projectId}/avs?step=privateCloud.create`);
  await page.getByRole("textbox", { name: "Address block", exact: true }).fill("172.17.4.0/22");
  await page.getByRole("main").getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText(/overlaps 172\.17\.0\.0\/16/).first()).toBeVisible();

  await walk.take("avs", "privateCloud.create", "Create");
  await walk.take("avs", "virtualNetwork.create", "Create");
  await walk.take("avs", "expressRoute.connect", "Connect");
  await walk.take("avs", "globalReach.connect", "Connect", {
    "On-premises circuit ID": CIRCUIT,
    "Authorization key": AUTHORIZATION,
  });
  await expectAccessible(page);
  await walk.take("hcx", "hcxAddon.install", "Install");
  await walk.take("hcx", "hcxKey.create", "Add key");
  await walk.take("hcx", "hcxConnector.deploy", "Deploy");
  await walk.take("hcx", "sitePairing.create", "Pair");
  await walk.take("hcx", "networkProfile.create", "Create profile", story.portGroup);
  await walk.take("hcx", "computeProfile.create", "Create profile", story.datastore);
  await walk.take("hcx", "serviceMesh.create", "Create mesh");
  await expect(page.getByText("7 of 7 required steps done")).toBeVisible();
  await expectAccessible(page);
}

async function rehearse(page: Page, projectId: string, search: string): Promise<void> {
  const total = await startGroup(page, projectId, search);
  await page.goto(`/projects/${projectId}/board`);
  await expect(page.getByText(`0 of ${total} VMs migrated`, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByLabel("Speed", { exact: true }).first().selectOption("600x");
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Resume/ })
    .click();
  await surviveAKill(page, projectId);
  await expect(page.getByText(`${total} of ${total} VMs migrated`, { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText("100%").first()).toBeVisible();
  const { rows } = await readBoard(page, projectId, null);
  expect(rows.map((row) => row.state)).toEqual(rows.map(() => "completed"));
  expect(rows).toHaveLength(total);
  await expectAccessible(page);
}

interface BoardReading {
  board: { atSeconds: number };
  rows: { state: string; bytesTransferred: number }[];
}

/** Counters, groups and every VM of the board, at an instant or now. */
async function readBoard(page: Page, projectId: string, at: number | null): Promise<BoardReading> {
  const base = `/api/projects/${projectId}/board`;
  const query = at === null ? "" : `&at=${at}`;
  const board = await page.request.get(`${base}?${query}`);
  const rows = await page.request.get(`${base}/vms?limit=1000${query}`);
  return withoutEstimates({ board: await board.json(), rows: (await rows.json()).rows });
}

/** The state without its estimates: those rest on a forecast that a server keeps in memory and draws anew. */
function withoutEstimates<Reading>(reading: Reading): Reading {
  return JSON.parse(JSON.stringify(reading, (key, value) => (key === "eta" ? undefined : value)));
}

/** A power cut while VMs are in transfer: the same world is there, and it has gone on meanwhile. */
async function surviveAKill(page: Page, projectId: string): Promise<void> {
  const readings: BoardReading[] = [];
  await expect
    .poll(
      async () => {
        const { atSeconds } = (await readBoard(page, projectId, null)).board;
        const reading = await readBoard(page, projectId, atSeconds);
        readings.unshift(reading);
        return reading.rows.some((row) => row.state === "inTransfer" && row.bytesTransferred > 0);
      },
      { timeout: 60_000, intervals: [250] },
    )
    .toBe(true);
  const before = readings[0];
  await killServer(page.request);
  const atSeconds = before?.board.atSeconds ?? 0;
  expect(await readBoard(page, projectId, atSeconds)).toEqual(before);
  expect((await readBoard(page, projectId, null)).board.atSeconds).toBeGreaterThan(atSeconds);
  await page.reload();
}

/** Puts the web servers of one application into a group, and presses Go. Returns how many they are. */
async function startGroup(page: Page, projectId: string, search: string): Promise<number> {
  await page.goto(`/projects/${projectId}/groups`);
  await page.getByRole("link", { name: "New mobility group" }).first().click();
  await page.getByRole("searchbox", { name: "Search this list" }).fill(search);
  await expect(page.getByText(/^\d{1,2} rows$/)).toBeVisible();
  await page.getByRole("button", { name: "Add all that match" }).click();
  const chosen = page.getByText(/^\d+ VMs chosen$/);
  await expect(chosen).toBeVisible();
  const total = Number.parseInt((await chosen.textContent()) ?? "0", 10);
  const next = page.getByRole("button", { name: "Next", exact: true });
  await next.click();
  await page.getByRole("textbox", { name: "Group name" }).fill("Shop front");
  for (let step = 0; step < 4; step += 1) await next.click();
  await expect(
    page.getByText("Validation found nothing that speaks against starting."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save group" }).click();
  await expect(page.getByRole("heading", { name: "Shop front" })).toBeVisible();
  await page.getByRole("button", { name: "Go", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Go", exact: true }).click();
  await expect(page.getByText("Shop front has started")).toBeVisible();
  return total;
}
