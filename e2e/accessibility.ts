import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules that look at colours; all others judge the same document in either theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** axe finds nothing on the page as it stands, in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await settle(page);
    // Legacy mode saves a second page for each look; it leaves out frames of other sites, and there are no frames.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === "dark"
      ? axe.withRules(COLOUR_RULES)
      : axe
    ).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** Waits for colours that are still on their way; what turns without end, as a loader does, goes on. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ),
  );
}
