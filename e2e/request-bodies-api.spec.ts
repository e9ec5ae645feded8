import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { codeOf, VISITOR } from "./callers";

/** What somebody with bad intent would send: bodies and files that are not what they say. */

let projectId = "";
let origin = "";

test.beforeAll(async ({ browser, baseURL }) => {
  origin = baseURL ?? "";
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const data = { name: "Safe", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" };
  const created = await context.request.post("/api/projects", { headers: { origin }, data });
  projectId = (await created.json()).project.id;
  await context.close();
});

test.describe("bodies", () => {
  test("of the wrong type, broken or too large are refused with a sentence", async ({
    request: owner,
  }) => {
    const path = "/api/projects";
    const text = await owner.post(path, {
      headers: { origin, "content-type": "text/plain" },
      data: "{}",
    });
    expect(text.status()).toBe(400);
    const broken = await owner.post(path, {
      headers: { origin, "content-type": "application/json" },
      data: Buffer.from("{"),
    });
    expect(broken.status()).toBe(400);
    const large = await owner.post(path, {
      headers: { origin, "content-type": "application/json" },
      data: Buffer.alloc(5 * 1024 ** 2, " "),
    });
    expect(large.status()).toBe(413);
    expect(await codeOf(large)).toBe("tooLarge");
    const visitor = await request.newContext({ ...VISITOR, baseURL: origin });
    const setup = await visitor.post("/api/setup", {
      headers: { origin, "content-type": "application/json" },
      data: Buffer.alloc(64 * 1024, " "),
    });
    expect(setup.status()).toBe(413);
    await visitor.dispose();
  });
});

test.describe("uploads", () => {
  const announce = async (owner: APIRequestContext, sizeBytes: number) => {
    const answer = await owner.post(`/api/projects/${projectId}/imports`, {
      headers: { origin },
      data: { files: [{ name: "../../../etc/passwd", sizeBytes }] },
    });
    expect(answer.status()).toBe(201);
    return `/api/projects/${projectId}/imports/${(await answer.json()).import.id}`;
  };
  const put = (owner: APIRequestContext, path: string, data: Buffer) =>
    owner.put(path, { headers: { origin, "content-type": "application/octet-stream" }, data });

  test("stay inside their folder and within what they announced", async ({ request: owner }) => {
    const path = await announce(owner, 4);
    for (const index of ["..%2F..%2Fx", "-1", "1.5", "40", "0x", "%00"]) {
      const answer = await put(owner, `${path}/files/${index}`, Buffer.from("evil"));
      expect(`${index}: ${answer.status()}`).toBe(`${index}: 400`);
    }
    expect((await put(owner, `${path}/files/1`, Buffer.from("evil"))).status()).toBe(404);
    expect((await put(owner, `${path}/files/0`, Buffer.from("longer"))).status()).toBe(413);
    expect((await put(owner, `${path}/files/0`, Buffer.from("cut"))).status()).toBe(400);
    const early = await owner.post(`${path}/start`, { headers: { origin } });
    expect(early.status()).toBe(400);
    const elsewhere = path.replace(projectId, "another-project");
    expect((await put(owner, `${elsewhere}/files/0`, Buffer.from("evil"))).status()).toBe(404);
    expect((await owner.delete(path, { headers: { origin } })).status()).toBe(204);
  });

  test("of more than 10 MB arrive whole", async ({ request: owner }) => {
    const sizeBytes = 24 * 1024 ** 2;
    const path = await announce(owner, sizeBytes);
    const answer = await put(owner, `${path}/files/0`, Buffer.alloc(sizeBytes, 7));
    expect(answer.status()).toBe(204);
    expect((await owner.delete(path, { headers: { origin } })).status()).toBe(204);
  });

  test("that announce more than 1 GiB are refused before they are sent", async ({
    request: owner,
  }) => {
    const answer = await owner.post(`/api/projects/${projectId}/imports`, {
      headers: { origin },
      data: { files: [{ name: "a.xlsx", sizeBytes: 2 * 1024 ** 3 }] },
    });
    expect(answer.status()).toBe(413);
  });
});
