import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";

/** Dependencies of the demo project, from the picture to a mobility group made of a suggestion. */

let projectId = "";

async function untilOk(request: APIRequestContext, path: string): Promise<void> {
  await expect.poll(async () => (await request.get(path)).status()).toBe(200);
}

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  const created = await context.request.post("/api/projects/demo", { headers });
  projectId = (await created.json()).project.id;
  await untilOk(context.request, `/api/projects/${projectId}/dependencies`);
  await context.close();
});

test("the graph is drawn, a server is found, and its connections are read", async ({ page }) => {
  await page.goto(`/projects/${projectId}/dependencies`);
  await expect(page.getByRole("application", { name: /Graph of \d+/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Find a server" }).fill("icn1-shop-db");
  await page.getByRole("option").first().click();
  const blade = page.getByRole("dialog");
  await expect(blade.getByRole("heading", { name: /Clients \(\d+\)/ })).toBeVisible();
  await expect(page).toHaveURL(/server=vm/);
  await blade.getByRole("button", { name: "Show its neighbourhood" }).click();
  await expect(page.getByText(/Neighbourhood of icn1-shop-db/)).toBeVisible();
});

test("every fact of the picture is in lists that export", async ({ page }) => {
  await page.goto(`/projects/${projectId}/dependencies?tab=servers&servers.filter.kind=outside`);
  await expect(page.getByRole("grid").getByText("203.0.113.25").first()).toBeVisible();
  await page.getByRole("tab", { name: "Connections" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe("landfall-dependencies.csv");
});

test("suggested groups become move groups, can be taken back, and become mobility groups", async ({
  page,
}) => {
  await page.goto(`/projects/${projectId}/dependencies?tab=groups`);
  await page.getByRole("button", { name: "Suggest groups" }).click();
  await page.getByRole("checkbox", { name: "Choose shop", exact: true }).check();
  await page.getByRole("button", { name: "Make 1 group" }).click();
  const row = page.getByRole("grid", { name: "Move groups" }).getByText("shop", { exact: true });
  await expect(row).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No move groups yet")).toBeVisible();

  await page.getByRole("button", { name: "Suggest groups" }).click();
  await page.getByRole("checkbox", { name: "Choose shop", exact: true }).check();
  await page.getByRole("button", { name: "Make 1 group" }).click();
  await row.click();
  await page.getByRole("dialog").getByRole("button", { name: "Lock" }).click();
  await expect(page.getByText("The group is locked")).toBeVisible();
  await page.getByRole("dialog").getByRole("link", { name: "Create a mobility group" }).click();
  await expect(page).toHaveURL(/groups\/new\?moveGroup=/);
  await expect(
    page
      .getByRole("status")
      .getByText(/^[1-9]\d* /)
      .first(),
  ).toBeVisible();
});
