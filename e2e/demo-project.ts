import { type APIRequestContext, expect } from "@playwright/test";

/**
 * Makes a demo project, which is imported like any other.
 * @returns its id, once that part of it can be read
 */
export async function demoProject(
  request: APIRequestContext,
  baseURL: string | undefined,
  part: "inventory" | "dependencies" | "performance" = "inventory",
): Promise<string> {
  const created = await request.post("/api/projects/demo", { headers: { origin: baseURL ?? "" } });
  const { id }: { id: string } = (await created.json()).project;
  await expect
    .poll(async () => (await request.get(`/api/projects/${id}/${part}`)).status(), {
      timeout: 90_000,
    })
    .toBe(200);
  return id;
}
