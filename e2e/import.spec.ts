import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { ESTATE_VM_COUNT, estateFile } from "./estate-file";

test("a person creates a project, drops an export and sees what it is worth", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Browser story");
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();

  await expect(page.getByText("Drop discovery exports here")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles(await estateFile());
  await expect(
    page.getByText(`${ESTATE_VM_COUNT} virtual machines from estate.xlsx`).first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test("a page opened while the first export is being read fills by itself", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Load the demo project" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Demo estate" })).toBeVisible();
  // By the console's own link: a page loaded anew would ask again.
  await page.getByRole("link", { name: "Inventory" }).first().click();
  await expect(page.getByRole("tab", { name: "Virtual machines (800)" })).toBeVisible();
  await expect(page.getByText("No inventory yet")).toHaveCount(0);
});
