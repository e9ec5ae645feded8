import { existsSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { estateFile } from "./estate-file";

/** The API's way from an export to an assessment, against the production build. */

const SAMPLE = "../shared/samples/SizingWorkshop-RVTools.xlsx";

async function createProject(request: APIRequestContext, origin: string): Promise<string> {
  const response = await request.post("/api/projects", {
    headers: { origin },
    data: { name: "API", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" },
  });
  expect(response.status()).toBe(201);
  return (await response.json()).project.id;
}

async function upload(
  request: APIRequestContext,
  origin: string,
  projectId: string,
  file: { name: string; buffer: Buffer },
) {
  const base = `/api/projects/${projectId}/imports`;
  const created = await request.post(base, {
    headers: { origin },
    data: { files: [{ name: file.name, sizeBytes: file.buffer.length }] },
  });
  const { id } = (await created.json()).import;
  const sent = await request.put(`${base}/${id}/files/0`, {
    headers: { origin, "content-type": "application/octet-stream" },
    data: file.buffer,
  });
  expect(sent.status()).toBe(204);
  expect((await request.post(`${base}/${id}/start`, { headers: { origin } })).status()).toBe(202);
  await expect
    .poll(async () => (await (await request.get(`${base}/${id}`)).json()).import.status)
    .not.toBe("reading");
  return (await request.get(`${base}/${id}`)).json();
}

test("an export becomes an inventory and an assessment", async ({ request, baseURL }) => {
  const origin = baseURL ?? "";
  const projectId = await createProject(request, origin);
  const detail = await upload(request, origin, projectId, await estateFile());
  expect(detail.import.status).toBe("succeeded");
  expect(detail.confidence.sheetsMissing).not.toContain("vInfo");

  const inventory = await (await request.get(`/api/projects/${projectId}/inventory`)).json();
  // The generated estate has 800 VMs, 6 of them templates and 4 SRM placeholders.
  expect(inventory.vms).toBe(800);
  expect(inventory.setAside).toMatchObject({ template: 6, srmPlaceholder: 4 });

  const assessed = await request.post(`/api/projects/${projectId}/assessments`, {
    headers: { origin },
    data: { name: "Korea", settings: { azureLocation: "koreacentral" } },
  });
  expect(assessed.status()).toBe(201);
  const { assessment } = await assessed.json();
  // Korea Central offers AV48 only (AVS host types by region, 2025-08-14).
  expect(
    assessment.options.map((option: { sizing: { nodeType: string } }) => option.sizing.nodeType),
  ).toEqual(["AV48"]);
});

test("the sample workbook is read whole", async ({ request, baseURL }) => {
  test.skip(!existsSync(SAMPLE), "the sample folder is not here");
  const origin = baseURL ?? "";
  const projectId = await createProject(request, origin);
  const detail = await upload(request, origin, projectId, {
    name: "sample.xlsx",
    buffer: readFileSync(SAMPLE),
  });
  expect(detail.import).toMatchObject({ status: "succeeded", vmCount: 805 });
});

const BAD_FILES = [
  { name: "page.xlsx", text: "<!DOCTYPE html><html></html>", code: "htmlNotWorkbook" },
  { name: "empty.xlsx", text: "PK\u0005\u0006", code: "truncated" },
];
for (const { name, text, code } of BAD_FILES) {
  test(`a bad file (${code}) says what is wrong and leaves nothing`, async ({
    request,
    baseURL,
  }) => {
    const origin = baseURL ?? "";
    const projectId = await createProject(request, origin);
    const detail = await upload(request, origin, projectId, { name, buffer: Buffer.from(text) });
    expect(detail.import).toMatchObject({ status: "failed", vmCount: 0, error: { code } });
    expect((await request.get(`/api/projects/${projectId}/inventory`)).status()).toBe(409);
  });
}
