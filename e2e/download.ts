import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

export const CSV = "CSV (text)";
export const XLSX = "XLSX (spreadsheet)";

/** What a list's menu gives in one of its formats. */
export async function download(
  page: Page,
  format: string,
  menu: string | RegExp = "Export",
): Promise<Buffer> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("menu", { name: menu, exact: true })
      .getByRole("menuitem", { name: format })
      .click(),
  ]);
  return readFileSync(await file.path());
}
