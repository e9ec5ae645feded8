import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { ESTATE_VM_COUNT, estateFile } from "./estate-file";

test("a person creates a project, drops an export and sees what it is worth", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Browser story");
  await page.getByRole("dialog").getByRole("button", { name: "New migration project" }).click();

  await expect(page.getByText("Drop discovery exports here")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles(await estateFile());
  await expect(
    page.getByText(`${ESTATE_VM_COUNT} virtual machines from estate.xlsx`).first(),
  ).toBeVisible();
  await expectAccessible(page);
});
