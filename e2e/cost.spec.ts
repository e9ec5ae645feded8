import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { RETAIL_ANSWER } from "../lib/cost/testing/retail-answer";
import { expectAccessible } from "./accessibility";
import { demoProject } from "./demo-project";
import { CSV, download, XLSX } from "./download";

/** Prices, the business case, the comparison, exports and the report, as a team goes through them. */

test.describe.configure({ mode: "serial" });

let projectId = "";
let first = "";
let second = "";

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  projectId = await demoProject(context.request, baseURL);
  const assess = async (name: string, settings: object) => {
    const answer = await context.request.post(`/api/projects/${projectId}/assessments`, {
      headers,
      data: { name, settings },
    });
    return (await answer.json()).assessment.id as string;
  };
  first = await assess("Seoul", {});
  second = await assess("Seoul, six to one", { vcpuOversubscription: 6 });
  await context.close();
});

const at = (path: string) => `/projects/${projectId}${path}`;

async function outOfDate(page: Page): Promise<boolean> {
  const answer = await page.request.get(`/api${at(`/assessments/${first}`)}`);
  return (await answer.json()).assessment.isOutOfDate;
}

/** A figure in whole dollars, as it stands on the page. */
const dollars = (text: string | null) =>
  Number(/-?\$[\d,]+/.exec(text ?? "")?.[0].replace(/[$,]/g, ""));

test("the business case follows an input at once, and keeps it once saved", async ({ page }) => {
  await page.goto(at("/business-case"));
  const figure = (name: string) => page.getByText(name, { exact: true }).locator("xpath=../..");
  const npv = figure("Net present value");
  const perVm = figure("A VM and month on AVS");
  await expect(npv).toContainText("$");
  const before = await npv.textContent();
  const perVmBefore = await perVm.textContent();
  await expect(page.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");

  await page.getByRole("button", { name: /^Labour/ }).click();
  await page.getByRole("textbox", { name: "VMs an administrator" }).fill("50");
  await page.getByRole("textbox", { name: "Administrator, an hour" }).fill("40");
  await expect(perVm).not.toHaveText(perVmBefore ?? "");
  // All labour stays after the move unless a team says otherwise: it costs as much on either side.
  await expect(npv).toHaveText(before ?? "");

  await page.getByRole("button", { name: "AVS and migration" }).click();
  await page.getByRole("textbox", { name: "Labour that stays" }).fill("50");
  await expect(npv).not.toHaveText(before ?? "");
  const after = await npv.textContent();
  // Half the labour of what has moved (20 %, 50 %, all, all) is saved, discounted by 7 % a year.
  const { facts } = await (await page.request.get(`/api${at("/business-case")}`)).json();
  const labour = (facts.estate.vmCount / 50) * 40 * 8_760;
  const saved = 0.5 * labour * (0.2 / 1.07 + 0.5 / 1.07 ** 2 + 1 / 1.07 ** 3 + 1 / 1.07 ** 4);
  expect(Math.abs(dollars(after) - dollars(before) - saved)).toBeLessThanOrEqual(1);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The business case is saved.")).toBeVisible();
  await page.reload();
  await expect(npv).toHaveText(after ?? "");
  await expectAccessible(page);
});

test("an input out of bounds is told and cannot be saved", async ({ page }) => {
  await page.goto(at("/business-case"));
  await page.getByRole("textbox", { name: "Year 1", exact: true }).fill("60");
  await page.getByRole("textbox", { name: "Year 2", exact: true }).fill("30");
  await expect(page.getByText("The share cannot fall from one year to the next.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");
});

test("two assessments are compared from the list", async ({ page }) => {
  await page.goto(at("/assessments"));
  await page.getByRole("checkbox", { name: "Select Seoul to compare" }).check();
  await page.getByRole("checkbox", { name: "Select Seoul, six to one to compare" }).check();
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "Compare assessments" })).toBeVisible();
  await expect(page.getByRole("row", { name: /vCPU oversubscription/i })).toContainText("6");
  await expect(page.getByText("1 setting differs")).toBeVisible();
  await expect(page.getByText("The same VMs with the same readiness.")).toBeVisible();
  await expectAccessible(page);
});

test("an assessment takes another name", async ({ page }) => {
  await page.goto(at(`/assessments/${second}`));
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Seoul, dense");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Seoul, dense" })).toBeVisible();
});

test("a list is exported with the filters that are on, as CSV and as a workbook", async ({
  page,
}) => {
  await page.goto(`${at("/inventory")}?filter.powerState=poweredOff`);
  const rows = await page.getByRole("status").filter({ hasText: /rows/ }).textContent();
  const expected = Number(rows?.replace(/\D/g, ""));
  expect(expected).toBeGreaterThan(0);
  const lines: string[][] = parse(await download(page, CSV), { bom: true });
  expect(lines).toHaveLength(expected + 1);
  expect(lines[0]?.[0]).toBe("Name");
  expect(new Set(lines.slice(1).map((line) => line[1]))).toEqual(new Set(["Powered off"]));

  const workbook = await readXlsx(new Uint8Array(await download(page, XLSX)));
  const sheet = workbook.sheets[0];
  expect(sheet?.rows).toHaveLength(expected + 1);
  expect(typeof sheet?.rows[1]?.[2]).toBe("number");
});

test("every list exports in the reader's language", async ({ page, baseURL }) => {
  await page.context().addCookies([{ name: "locale", value: "ko", url: baseURL ?? "" }]);
  const { imports } = await (await page.request.get(`/api${at("/imports")}`)).json();
  const importId = imports[0].id;
  const lists = {
    vms: "",
    hosts: "",
    clusters: "",
    datastores: "",
    performance: "",
    "assessed-vms": `&assessment=${first}`,
    rules: `&assessment=${first}`,
    sizing: `&assessment=${first}`,
    costs: `&assessment=${first}`,
    "business-case": "",
    prices: "",
    migrations: "",
    events: "",
    groups: "",
    connections: "",
    endpoints: "",
    "move-groups": "",
    "move-group-vms": "",
    changes: `&import=${importId}`,
  };
  for (const [list, query] of Object.entries(lists)) {
    const answer = await page.request.get(`/api${at(`/export/${list}`)}?format=csv${query}`);
    expect(answer.status(), list).toBe(200);
    const head = (await answer.text()).split("\r\n")[0] ?? "";
    expect(head, list).toMatch(/[가-힣]/);
  }
  const wrong = await page.request.get(`/api${at("/export/vms")}?format=csv&powerState=asleep`);
  expect(wrong.status()).toBe(400);
});

test("the report is a document in both languages, and prints to pages", async ({
  page,
  baseURL,
}) => {
  await page.goto(at(`/assessments/${first}/report`));
  await expect(page.getByRole("heading", { level: 1, name: "Demo estate" })).toBeVisible();
  for (const name of ["Summary", "Readiness", "Sizing", "Cost", "Business case", "Sources"]) {
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // "/Type /Page" stands once in each page object of a PDF.
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(6);
  await page.context().addCookies([{ name: "locale", value: "ko", url: baseURL ?? "" }]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "비즈니스 사례" })).toBeVisible();
});

test("prices from the public list make assessments out of date, and going back makes them up to date", async ({
  page,
}) => {
  expect(await outOfDate(page)).toBe(false);
  await page.goto(at("/prices"));
  await page.getByRole("button", { name: "Load price list" }).click();
  await page
    .getByRole("textbox", { name: "Or paste a response" })
    .fill(JSON.stringify(RETAIL_ANSWER));
  await expect(page.getByText("5 prices in 2 regions.")).toBeVisible();
  await page.getByRole("button", { name: "Use these prices" }).click();
  await expect(page.getByRole("row", { name: /Version 1/ })).toContainText("In use");
  expect(await outOfDate(page)).toBe(true);

  await page.getByRole("button", { name: "Use this list: Built-in list" }).click();
  await expect(page.getByRole("row", { name: /Version 2/ })).toContainText("In use");
  expect(await outOfDate(page)).toBe(false);
  await expectAccessible(page);
});

test("only inventory, exclusions and prices make an assessment out of date", async ({
  page,
  baseURL,
}) => {
  const headers = { origin: baseURL ?? "" };
  const changes = [
    await page.request.patch(`/api${at("")}`, { headers, data: { name: "Demo estate" } }),
    await page.request.patch(`/api${at(`/assessments/${first}`)}`, {
      headers,
      data: { name: "Seoul" },
    }),
    await page.request.post(`/api${at("/world/clock")}`, {
      headers,
      data: { action: "setSpeed", speed: 60 },
    }),
    await page.request.put(`/api${at("/business-case")}`, { headers, data: {} }),
  ];
  expect(changes.map((answer) => answer.status())).toEqual([200, 200, 200, 200]);
  expect(await outOfDate(page)).toBe(false);

  const { rows } = await (await page.request.get(`/api${at("/vms")}?limit=1`)).json();
  const exclude = (excluded: boolean | null) =>
    page.request.post(`/api${at("/vms/exclusions")}`, {
      headers,
      data: { vmKeys: [rows[0].key], excluded },
    });
  await exclude(true);
  expect(await outOfDate(page)).toBe(true);
  await exclude(null);
  expect(await outOfDate(page)).toBe(false);
});

test("a visitor who is not signed in gets neither prices, nor the business case, nor an export", async ({
  browser,
  baseURL,
}) => {
  const headers = { origin: baseURL ?? "" };
  // A context of the tests starts signed in unless it is told otherwise.
  const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  for (const path of ["/business-case", "/prices", "/export/vms"]) {
    expect((await visitor.request.get(`${baseURL}/api${at(path)}`)).status()).toBe(401);
  }
  const put = await visitor.request.put(`${baseURL}/api${at("/business-case")}`, {
    headers,
    data: {},
  });
  expect(put.status()).toBe(401);
  await visitor.close();
});
