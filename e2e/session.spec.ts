import { expect, type Page, test } from "@playwright/test";
import { OWNER } from "./people";

/** What a person meets who is not signed in, or not any more. */

test.use({ storageState: { cookies: [], origins: [] } });

async function signIn(page: Page) {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(OWNER.email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a link that was sent leads through signing in to its page", async ({ page }) => {
  await page.goto("/members?from=mail");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await expect(page).toHaveURL(/\/members\?from=mail$/);
});

test("an address that leads elsewhere is not followed after signing in", async ({ page }) => {
  await page.goto(`/sign-in?next=${encodeURIComponent("/\t/elsewhere.example")}`);
  await signIn(page);
  await expect(page.getByRole("heading", { level: 1, name: "Migration projects" })).toBeVisible();
});

test("a wrong password says so without telling whether the address exists", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("nobody@example.com");
  await page.getByRole("textbox", { name: "Password", exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is wrong.")).toBeVisible();
});

test("a session that has ended leads to the sign-in page and back", async ({ page, context }) => {
  await page.goto("/members");
  await signIn(page);
  await expect(page.getByRole("cell", { name: OWNER.email })).toBeVisible();
  // A request still under way would find out first, and the link would be gone before it is clicked.
  await page.waitForLoadState("networkidle");
  await context.clearCookies();
  await page.getByRole("link", { name: "Projects" }).first().click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
