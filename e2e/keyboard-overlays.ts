import { expect, type Locator, type Page } from "@playwright/test";
import { walk } from "./keyboard-walk";

/** What opens over a page, by keys: into it, around in it, and back to where one came from. */

/** Puts the focus there and presses a key, as somebody does who came by Tab. */
export async function pressOn(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  // Data that is still on its way may put another element in its place.
  await expect(async () => {
    await target.focus();
    await expect(target).toBeFocused({ timeout: 500 });
  }).toPass();
  await target.page().keyboard.press(key);
}

const focusIsWithin = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) => document.activeElement?.closest(wanted) !== null && document.activeElement !== null,
    selector,
  );

/** The dialog that is open takes the focus, keeps it, shows all it has to keys, and gives it back. */
export async function expectDialogByKeys(page: Page, opener: Locator): Promise<void> {
  const dialog = page.getByRole("dialog").last();
  await expect(dialog).toBeVisible();
  await expect(page.locator("[role=status][aria-busy=true]")).toHaveCount(0);
  await expect.poll(() => focusIsWithin(page, "[role=dialog]"), "focus in the dialog").toBe(true);
  const { findings } = await walk(page, "[role=dialog]");
  expect.soft(findings).toEqual([]);
  await page.keyboard.press("Escape");
  // A list of options that is open over the dialog closes first.
  if (await dialog.getByRole("combobox", { expanded: true }).count()) {
    await page.keyboard.press("Escape");
  }
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
}

/** A button's menu or popover: opened and left by keys. */
async function expectPopupByKeys(page: Page, opener: Locator): Promise<void> {
  await pressOn(opener);
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect
    .poll(() => focusIsWithin(page, "[role=menu],[role=dialog]"), "focus in what it opens")
    .toBe(true);
  const items = page.getByRole("menu").locator("[role^=menuitem]:not([data-disabled])");
  if ((await items.count()) > 0) {
    await page.keyboard.press("End");
    await expect(items.last()).toBeFocused();
    await page.keyboard.press("Home");
    await expect(items.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(items.nth(1).or(items.last()).first()).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(opener).toHaveAttribute("aria-expanded", "false");
  await expect(opener).toBeFocused();
}

/** A field with a list of options: the arrow keys go through them, and Escape leaves things as they were. */
async function expectOptionsByKeys(page: Page, field: Locator): Promise<void> {
  const value = await field.inputValue();
  await field.focus();
  if ((await field.getAttribute("aria-expanded")) !== "true")
    await page.keyboard.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  const list = page.locator(`[id="${await field.getAttribute("aria-controls")}"]`);
  if ((await list.getByRole("option").count()) > 0) {
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveAttribute("aria-activedescendant", /./);
  }
  await page.keyboard.press("Escape");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toBeFocused();
  expect(await field.inputValue()).toBe(value);
}

/** Every menu, popover and list of options that a part of the page says it has. */
export async function expectPopupsByKeys(page: Page, part: Locator): Promise<void> {
  const openers = part.locator("[aria-haspopup]:visible:enabled:not([aria-disabled=true])");
  for (let index = 0; index < (await openers.count()); index += 1) {
    const opener = openers.nth(index);
    const popup = await opener.getAttribute("aria-haspopup");
    if (popup === "listbox") await expectOptionsByKeys(page, opener);
    else await expectPopupByKeys(page, opener);
  }
}
