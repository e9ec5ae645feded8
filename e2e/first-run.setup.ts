import { expect, test as setup } from "@playwright/test";
import { OWNER, STORAGE_STATE } from "./people";

setup("the first visitor becomes the owner, and nobody after", async ({ page, baseURL }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Create the owner account" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(OWNER.name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(OWNER.email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(OWNER.password);
  await page.getByRole("textbox", { name: "Password again" }).fill(OWNER.password);
  await page.getByRole("button", { name: "Create account and go on" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Migration projects" })).toBeVisible();
  await page.context().storageState({ path: STORAGE_STATE });

  const second = await page.request.post("/api/setup", {
    headers: { origin: baseURL ?? "" },
    data: { ...OWNER, email: "second@example.com", loadDemo: false },
  });
  expect(second.status()).toBe(409);
  expect((await second.json()).error.code).toBe("alreadySetUp");
});
