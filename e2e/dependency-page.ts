import { type APIRequestContext, expect, type Page } from "@playwright/test";

/** What the tests of dependencies and of move groups do alike. */

interface Connection {
  source: { id: string; name: string; kind: string };
  target: { id: string; name: string; kind: string };
}

/** Connections of a project, the busiest first, by the API. */
export async function connections(
  request: APIRequestContext,
  projectId: string,
  query: string,
): Promise<Connection[]> {
  const answer = await request.get(
    `/api/projects/${projectId}/dependencies/connections?limit=500&${query}`,
  );
  return (await answer.json()).rows;
}

/** A VM that other VMs of its application use, and one of those. */
export async function databaseAndClient(request: APIRequestContext, projectId: string) {
  const [used] = await connections(request, projectId, "port=5432&kind=vm");
  const vmOf = (endpoint: Connection["source"] | undefined) => ({
    key: endpoint?.id.slice("vm:".length) ?? "",
    name: endpoint?.name ?? "",
  });
  return { database: vmOf(used?.target), client: vmOf(used?.source) };
}

export const rowCount = (page: Page) => page.getByRole("status").filter({ hasText: /rows?$/ });
export const blade = (page: Page, name: string) => page.getByRole("dialog", { name });

/** Chooses what a field offers for a text, by keys. */
export async function typeName(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole("combobox", { name: field });
  await input.click();
  await input.fill(text);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}
