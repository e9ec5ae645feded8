import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { OVERLAYS, openPage, PAGES, type RunningDemo, runningDemo } from "./every-page";

/** Every page of the demo project, as somebody meets it: axe in both themes, in both languages, and narrow. */

let demo: RunningDemo;

test.beforeAll(async ({ browser, baseURL }) => {
  demo = await runningDemo(browser, baseURL);
});

for (const [name, path] of Object.entries(PAGES)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await openPage(page, path(demo));
    await expectAccessible(page);
  });

  test(`${name} fits 390 pixels in Korean`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "locale", value: "ko", url: baseURL ?? "" }]);
    await page.setViewportSize({ width: 390, height: 844 });
    await openPage(page, path(demo));
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

for (const [name, { path, button }] of Object.entries(OVERLAYS)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await openPage(page, path(demo));
    if (button) await page.getByRole("button", { name: button }).first().click();
    await expect(page.getByRole("dialog").first()).toBeVisible();
    await expect(page.locator("[role=status][aria-busy=true]")).toHaveCount(0);
    await expectAccessible(page);
  });
}
