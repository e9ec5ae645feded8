import { expect, test } from "@playwright/test";
import { demoProject } from "./demo-project";

/** What people do with the findings of an assessment, and what they ask of its sizing. */

const RULE = "physical-rdm";

let project = "";
let assessment = "";

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  project = `/projects/${await demoProject(context.request, baseURL)}`;
  const assessed = await context.request.post(`/api${project}/assessments`, {
    headers,
    data: { name: "Readiness", settings: { azureLocation: "eastus" } },
  });
  assessment = (await assessed.json()).assessment.id;
  await context.close();
});

test("a check is acknowledged with a note, an owner and a day, and taken back", async ({
  page,
}) => {
  await page.goto(`${project}/readiness?assessment=${assessment}&tab=checks&check=${RULE}`);
  await page.getByRole("button", { name: "Acknowledge for every VM" }).click();
  const dialog = page.getByRole("dialog", { name: /^Acknowledge: / });
  await dialog.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(dialog.getByText("Write a note")).toBeVisible();
  await dialog.getByLabel("Note").fill("The storage team converts them in March.");
  await dialog.getByLabel("Owner").fill("Storage team");
  await dialog.getByLabel("Due date").fill("2099-03-31");
  await dialog.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("The storage team converts them in March.")).toBeVisible();

  await page.reload();
  await expect(page.getByText(/Owner: Storage team · Due Mar 31, 2099/)).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page
    .getByRole("dialog", { name: "Withdraw this acknowledgement?" })
    .getByRole("button", { name: "Withdraw" })
    .click();
  await expect(page.getByRole("button", { name: "Acknowledge for every VM" })).toBeVisible();
  await page.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("list", { name: "History" }).getByRole("listitem");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText("withdrew it");
});

test("findings of VMs are narrowed by what was said of them", async ({ page, baseURL }) => {
  const headers = { origin: baseURL ?? "" };
  const list = `/api${project}/assessments/${assessment}/vms?rule=${RULE}`;
  const { rows, total } = await (await page.request.get(list)).json();
  const said = await page.request.put(`/api${project}/acknowledgements`, {
    headers,
    data: {
      ruleId: RULE,
      vmKeys: [rows[0].vmKey],
      note: "Late",
      owner: "Kim",
      dueOn: "2020-01-31",
    },
  });
  expect(said.ok()).toBe(true);
  const address = `${project}/readiness?assessment=${assessment}&filter.rule=${RULE}`;
  await page.goto(`${address}&filter.finding=overdue`);
  await expect(page.getByRole("gridcell", { name: "Kim" })).toBeVisible();
  await page.goto(`${address}&filter.finding=open`);
  await expect(page.getByText(new RegExp(`^${total - 1} `)).first()).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "Kim" })).toHaveCount(0);
  const narrowed = `assessment=${assessment}&rule=${RULE}&finding=overdue`;
  const csv = await page.request.get(`/api${project}/export/assessed-vms?format=csv&${narrowed}`);
  // A header and one VM.
  expect((await csv.text()).trim().split("\n")).toHaveLength(2);
});

test("sizing says what one host more and one fewer would do", async ({ page }) => {
  await page.goto(`${project}/assessments/${assessment}?node=AV36P`);
  const table = page.getByRole("region", { name: "One host fewer, one host more" });
  const hostsOf = async (name: string) =>
    Number(await table.getByRole("row", { name }).getByRole("cell").first().innerText());
  await expect(table.getByRole("row", { name: "As sized" })).toBeVisible();
  const sized = await hostsOf("As sized");
  expect(await hostsOf("One host more")).toBe(sized + 1);
  // An AV36P host is 5,986.00 a month in the price list that comes with the product.
  await expect(table.getByRole("row", { name: "One host more" })).toContainText("5,986");
  await page.getByRole("button", { name: "Show the calculation for AV64" }).click();
  await expect(page.getByRole("heading", { name: /Calculation for AV64/ })).toBeVisible();
  await expect(page).toHaveURL(/node=AV64/);
});
