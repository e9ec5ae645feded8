import { expect, type Page } from "@playwright/test";
import { type Composite, installNotes, type Walk } from "./keyboard-notes";

/** Walks a page by its keys alone: Tab forwards and back, arrows within what is one stop of many members. */

/** Keys between two looks at how far the walk is. */
const BATCH = 20;

/** Presses a key until it comes round to where it began. False when it does not. */
async function goRound(page: Page, key: "Tab" | "Shift+Tab"): Promise<boolean> {
  for (;;) {
    for (let press = 0; press < BATCH; press += 1) await page.keyboard.press(key);
    const { isRound, presses, bound } = await page.evaluate(() => window.keyboardNotes.progress());
    if (isRound) return true;
    if (presses > bound) return false;
  }
}

async function walkOnce(page: Page, root: string): Promise<Walk> {
  const comesRound = await goRound(page, "Tab");
  await page.evaluate(() => window.keyboardNotes.turn());
  const comesBack = await goRound(page, "Shift+Tab");
  const found = await page.evaluate((selector) => window.keyboardNotes.judge(selector), root);
  if (!comesRound) found.findings.push("Tab does not come round");
  if (!comesBack) found.findings.push("Shift+Tab does not come round");
  return found;
}

/**
 * Presses Tab through the page or a dialog and all the way back, and says what is wrong with it. What came to a page
 * only after the keys had passed its place is met by a second walk.
 */
export async function walk(page: Page, root = "body"): Promise<Walk> {
  await page.evaluate(installNotes);
  const first = await walkOnce(page, root);
  if (first.findings.length === 0) return first;
  await page.evaluate(() => window.keyboardNotes.restart());
  const { findings } = await walkOnce(page, root);
  return { stops: first.stops, findings };
}

/** Tabs last: another tab shows another page. */
const ORDER = ["grid", "toolbar", "radiogroup", "tablist"];

/** Arrow keys reach every member of each composite that the walk met. */
export async function walkWithin(page: Page): Promise<void> {
  const composites = await page.evaluate(() => window.keyboardNotes.composites());
  const inOrder = [...composites.entries()]
    .filter(([, { role, members }]) => ORDER.includes(role) && members > 1)
    .sort(([, one], [, other]) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role));
  for (const [index, composite] of inOrder) {
    await page.evaluate((at) => window.keyboardNotes.enter(at), index);
    if (composite.role === "grid") await walkRows(page, index, composite);
    else await walkMembers(page, index, composite);
  }
}

const placeIn = (page: Page, index: number) =>
  page.evaluate((at) => window.keyboardNotes.place(at), index);

async function walkRows(page: Page, index: number, { name }: Composite): Promise<void> {
  const goes = async (key: string, to: (rows: number) => number) => {
    await page.keyboard.press(key);
    await expect
      .poll(async () => {
        const { row, rows } = await placeIn(page, index);
        return row - to(rows);
      }, `${key} in ${name}`)
      .toBe(0);
  };
  // The list may still be filling: the first key is the one that settles in it.
  await expect(async () => {
    await page.evaluate((at) => window.keyboardNotes.enter(at), index);
    await page.keyboard.press("Home");
    expect((await placeIn(page, index)).row, `Home in ${name}`).toBe(2);
  }).toPass();
  await goes("ArrowDown", () => 3);
  await goes("End", (rows) => rows);
  await goes("Home", () => 2);
}

async function walkMembers(page: Page, index: number, composite: Composite): Promise<void> {
  const seen = new Set<number>();
  for (let press = 0; press < composite.members; press += 1) {
    await page.keyboard.press("ArrowRight");
    seen.add((await placeIn(page, index)).member);
  }
  expect([...seen].filter((member) => member >= 0).length, composite.name).toBe(composite.members);
}
