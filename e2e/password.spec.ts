import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { OWNER } from "./people";

/** Changing one's own password: whoever knows only the old one is out, on every device. */

const VISITOR = { storageState: { cookies: [], origins: [] } };
const NEW_PASSWORD = "another long password of the tests";

let origin = "";

async function signIn(email: string, password: string): Promise<[number, APIRequestContext]> {
  const context = await request.newContext({ ...VISITOR, baseURL: origin });
  const answer = await context.post("/api/auth/sign-in/email", {
    headers: { origin },
    data: { email, password },
  });
  return [answer.status(), context];
}

async function addReader(name: string) {
  const person = { name, email: `${name}@example.com`, password: `the first password of ${name}` };
  const [, owner] = await signIn(OWNER.email, OWNER.password);
  const data = { ...person, role: "Reader" };
  expect((await owner.post("/api/members", { headers: { origin }, data })).status()).toBe(201);
  await owner.dispose();
  return person;
}

test.beforeAll(({ baseURL }) => {
  origin = baseURL ?? "";
});

test("ends every other session, and the old password", async () => {
  const { email, password } = await addReader("changer");
  const [, here] = await signIn(email, password);
  const [, elsewhere] = await signIn(email, password);
  const before = (await here.storageState()).cookies[0]?.value;
  const changed = await here.put("/api/me/password", {
    headers: { origin },
    data: { currentPassword: password, newPassword: NEW_PASSWORD },
  });
  expect(changed.status()).toBe(204);
  expect((await here.storageState()).cookies[0]?.value).not.toBe(before);
  expect((await here.get("/api/me")).status()).toBe(200);
  expect((await elsewhere.get("/api/me")).status()).toBe(401);
  expect((await signIn(email, password))[0]).toBe(401);
  expect((await signIn(email, NEW_PASSWORD))[0]).toBe(200);
});

test("takes the current password, and guessing it is slowed down", async () => {
  const { email, password } = await addReader("guessed");
  const [, here] = await signIn(email, password);
  const put = (currentPassword: string, newPassword: string) =>
    here.put("/api/me/password", { headers: { origin }, data: { currentPassword, newPassword } });
  const short = await put(password, "eleven char");
  expect(short.status()).toBe(400);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const answer = await put(`guess number ${attempt}`, NEW_PASSWORD);
    statuses.push(answer.status());
    if (attempt > 0) continue;
    expect((await answer.json()).error.problems).toEqual([
      { path: "currentPassword", code: "wrongPassword" },
    ]);
  }
  // 10 at once, of which one was too short, then one every 6 s.
  expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 400));
  expect(statuses.at(-1)).toBe(429);
  expect((await signIn(email, password))[0]).toBe(200);
  const foreign = await here.put("/api/me/password", {
    headers: { origin: "https://elsewhere.example" },
    data: { currentPassword: password, newPassword: NEW_PASSWORD },
  });
  expect(foreign.status()).toBe(403);
});

test.describe("in the account menu", () => {
  test.use(VISITOR);

  test("says what is wrong at its field, and goes on being signed in", async ({ page }) => {
    const { name, email, password } = await addReader("person");
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
    await page.getByRole("textbox", { name: "Password", exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    const account = page.getByRole("button", { name: `Account of ${name}` });
    await expect(account).toBeVisible();
    // A click that comes before the page's script is heard by nobody.
    await page.waitForLoadState("networkidle");
    await account.click();
    await page.getByRole("menuitem", { name: "Change password" }).click();

    const dialog = page.getByRole("dialog", { name: "Change password" });
    const current = dialog.getByRole("textbox", { name: "Current password" });
    await expect(current).toBeFocused();
    await expectAccessible(page);
    await current.fill("not the password");
    await dialog.getByRole("textbox", { name: "New password", exact: true }).fill(NEW_PASSWORD);
    await dialog.getByRole("textbox", { name: "New password again" }).fill(`${NEW_PASSWORD}?`);
    await dialog.getByRole("button", { name: "Change password" }).click();
    await expect(dialog.getByText("The two passwords are not the same.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "New password again" }).fill(NEW_PASSWORD);
    await dialog.getByRole("button", { name: "Change password" }).click();
    await expect(dialog.getByText("This is not your current password.")).toBeVisible();
    await current.fill(password);
    await dialog.getByRole("button", { name: "Change password" }).click();

    await expect(page.getByText("Your password was changed.")).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(account).toBeFocused();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Migration projects" })).toBeVisible();
  });
});
