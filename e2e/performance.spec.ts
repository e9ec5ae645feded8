import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { generateEstate } from "../prisma/seed/estate";
import { expectAccessible } from "./accessibility";
import { demoProject } from "./demo-project";
import { CSV, download } from "./download";
import { estateFile } from "./estate-file";

/** Performance over a period, as a team decides by it what to leave behind. */

let projectId = "";
const at = (path: string) => `/projects/${projectId}${path}`;

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  projectId = await demoProject(context.request, baseURL, "performance");
  await context.close();
});

/** The button of a verdict, with how many VMs it has. */
const card = (page: Page, verdict: string) =>
  page.getByRole("button", { name: new RegExp(`^${verdict} ?\\d`) });

/** A card's lines are the verdict, the count and the share. */
async function countOn(page: Page, verdict: string): Promise<number> {
  return Number((await card(page, verdict).innerText()).split("\n")[1]);
}

const listed = async (page: Page) =>
  Number(
    (
      await page
        .getByRole("status")
        .filter({ hasText: /rows?$/ })
        .textContent()
    )?.match(/\d+/),
  );

test("the page tells the period, the busiest hours and what was measured", async ({ page }) => {
  await page.goto(at("/performance"));
  const figure = (name: string) => page.getByText(name, { exact: true }).locator("xpath=../..");
  // A week before the export of 16 June, 8:00, in steps of two hours.
  await expect(figure("Period")).toContainText("7days");
  await expect(figure("Period")).toContainText(
    "2025-06-09 08:00 to 2025-06-16 06:00, a sample every 120 minutes",
  );
  await expect(figure("CPU, busiest hour")).toContainText("%");
  const { measuredVms, inScopeVms, activities } = await (
    await page.request.get(`/api${at("/performance")}`)
  ).json();
  // Every VM that runs has samples, and no other: the estate says which run.
  const estate = generateEstate({ exportedAtIso: "2025-06-16T08:00:00Z" });
  const running = estate.vms.filter((vm) => vm.powerState === "poweredOn").length;
  expect(measuredVms).toBeLessThanOrEqual(running);
  expect(measuredVms).toBeGreaterThan(running * 0.9);
  await expect(figure("Measured VMs")).toContainText(`${measuredVms}`);
  expect(activities.notMeasured).toBe(inScopeVms - measuredVms);
  await expectAccessible(page);
});

test("the week is drawn and told by hour, weekday and cluster", async ({ page }) => {
  await page.goto(at("/performance"));
  const share = page.getByRole("region", { name: "CPU and memory", exact: true });
  await share.getByRole("button", { name: "Show as table" }).click();
  // Samples of two hours: twelve places of the day, and the heading.
  await expect(share.getByRole("row")).toHaveCount(13);
  await page.getByText("Weekday", { exact: true }).click();
  await expect(share.getByRole("row")).toHaveCount(8);
  await expect(page).toHaveURL(/view=weekday/);
  const before = await share.getByRole("row").nth(1).textContent();
  await page.getByRole("combobox", { name: "Cluster" }).first().click();
  await page.getByRole("option").first().click();
  await expect(share.getByRole("row").nth(1)).not.toHaveText(before ?? "");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Cluster" }).first()).not.toHaveValue("");
});

test("the list narrows to idle VMs, follows a threshold, and is exported as it stands", async ({
  page,
}) => {
  await page.goto(at("/performance"));
  const idle = await countOn(page, "Idle");
  expect(idle).toBeGreaterThan(0);
  await card(page, "Idle").click();
  await expect.poll(() => listed(page)).toBe(idle);

  const lines: string[][] = parse(await download(page, CSV), { bom: true });
  expect(lines).toHaveLength(idle + 1);
  expect(new Set(lines.slice(1).map((line) => line[1]))).toEqual(new Set(["Idle"]));

  // A stricter threshold leaves those whose load, in the seventh column, is below it.
  const stricter = lines.slice(1).filter((line) => Number(line[6]) < 0.02).length;
  expect(stricter).toBeLessThan(idle);
  await page.getByRole("button", { name: /^Thresholds/ }).click();
  await page.getByRole("textbox", { name: "Idle: CPU below, %" }).fill("2");
  await expect(page).toHaveURL(/idleCpu=2/);
  await expect.poll(() => countOn(page, "Idle")).toBe(stricter);
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  await expect.poll(() => countOn(page, "Idle")).toBe(idle);
});

test("a VM opens with its percentiles, its week and the size that its load asks for", async ({
  page,
}) => {
  await page.goto(`${at("/performance")}?filter.activity=oversized`);
  await page.getByRole("grid", { name: "Right-sizing" }).getByRole("row").nth(1).click();
  const blade = page.getByRole("dialog");
  await expect(blade.getByRole("rowheader", { name: "CPU (%)" })).toBeVisible();
  await expect(page).toHaveURL(/vm=/);
  const vmKey = new URL(page.url()).searchParams.get("vm") ?? "";
  const detail = await (
    await page.request.get(`/api${at(`/performance/vms/${encodeURIComponent(vmKey)}`)}`)
  ).json();
  // Azure Migrate: allocated x the 95th percentile x a comfort factor of 1, in whole vCPUs.
  const { cpus, recommendedCpus } = detail.row;
  expect(recommendedCpus).toBe(
    Math.max(1, Math.ceil((cpus * detail.metrics.cpuPercent.p95) / 100)),
  );
  await expect(blade).toContainText(`${cpus} allocated, ${recommendedCpus} recommended`);
  await expect(blade.getByRole("img", { name: /^Disk operations of / })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("dialog").getByRole("rowheader", { name: "CPU (%)" })).toBeVisible();
});

test("zombies that are excluded leave the list and the saving, and come back", async ({ page }) => {
  await page.goto(`${at("/performance")}?filter.activity=zombie`);
  const zombies = await countOn(page, "Zombie");
  expect(zombies).toBeGreaterThan(0);
  const without = page.getByRole("row", { name: /^Without zombies \d/ });
  await expect(without.getByRole("cell").first()).toHaveText(String(zombies));

  await page.getByRole("button", { name: /^Exclude (the|all)/ }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Nobody has used it for a week");
  await page.getByRole("dialog").getByRole("button", { name: "Exclude", exact: true }).click();
  await expect.poll(() => countOn(page, "Zombie")).toBe(0);
  await expect(without.getByRole("cell").first()).toHaveText("0");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => countOn(page, "Zombie")).toBe(zombies);
});

/** Sends one file the way the page does, and waits for what it brings. */
async function importFile(
  request: APIRequestContext,
  origin: string,
  project: string,
  file: { name: string; buffer: Buffer },
): Promise<void> {
  const headers = { origin };
  const path = `/api/projects/${project}/imports`;
  const created = await request.post(path, {
    headers,
    data: {
      files: [{ name: file.name, sizeBytes: file.buffer.byteLength }],
      anonymise: false,
    },
  });
  const { id } = (await created.json()).import;
  const sent = await request.put(`${path}/${id}/files/0`, {
    headers: { origin, "content-type": "application/octet-stream" },
    data: file.buffer,
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await request.post(`${path}/${id}/start`, { headers, data: {} });
  await expect
    .poll(async () => (await (await request.get(`${path}/${id}`)).json()).import.status)
    .toBe("succeeded");
}

test("a project without samples says which file it takes, and fills from it", async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const created = await page.request.post("/api/projects", {
    headers: { origin },
    data: {
      name: "Nothing measured",
      epochIso: "2025-06-23T09:00:00+09:00",
      timeZone: "Asia/Seoul",
    },
  });
  const { id } = (await created.json()).project;
  const pagePath = `/projects/${id}/performance`;
  await page.goto(pagePath);
  await expect(page.getByRole("heading", { name: "No inventory yet" })).toBeVisible();

  await importFile(page.request, origin, id, await estateFile());
  await page.goto(pagePath);
  await expect(page.getByRole("heading", { name: "No performance data yet" })).toBeVisible();
  for (const column of ["Time", "VM", "Metric", "Value"]) {
    await expect(page.getByRole("listitem").filter({ hasText: `${column}:` })).toBeVisible();
  }
  await expectAccessible(page);

  const { rows } = await (await page.request.get(`/api/projects/${id}/vms?limit=500`)).json();
  const vm = rows.find((row: { inScope: boolean; cpus: number }) => row.inScope && row.cpus === 8);
  // 8 vCPUs at 30 % are 2.4: three. 23:00 in UTC is 8:00 of the next day in Seoul.
  const lines = [2, 3, 4, 5].map(
    (day) => `2025-06-0${day} 23:00,"${vm.name}",cpu.usage.average,30`,
  );
  const csv = ["Time,VM,Metric,Value", ...lines].join("\n");
  await importFile(page.request, origin, id, { name: "cpu.csv", buffer: Buffer.from(csv) });
  await page.goto(`${pagePath}?filter.activity=oversized&view=hour`);
  const row = page.getByRole("grid", { name: "Right-sizing" }).getByRole("row").nth(1);
  await expect(row.getByRole("gridcell").nth(4)).toHaveText("3");
  const share = page.getByRole("region", { name: "CPU and memory", exact: true });
  await share.getByRole("button", { name: "Show as table" }).click();
  await expect(share.getByRole("rowheader", { name: "23:00" })).toBeVisible();
  await page.getByRole("combobox", { name: "Time zone" }).first().click();
  await page.getByRole("option", { name: "From UTC to Asia/Seoul" }).click();
  await expect(share.getByRole("rowheader", { name: "08:00" })).toBeVisible();
});
