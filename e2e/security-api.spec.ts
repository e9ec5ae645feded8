import { type APIRequestContext, type APIResponse, expect, request, test } from "@playwright/test";
import { OWNER } from "./people";

/** What somebody with bad intent would try, against the production build. */

const READER = { name: "Reader", email: "reader@example.com", password: "a long password to read" };
const VISITOR = { storageState: { cookies: [], origins: [] } };

let projectId = "";
let origin = "";

async function signedIn(person: { email: string; password: string }): Promise<APIRequestContext> {
  const context = await request.newContext({ ...VISITOR, baseURL: origin });
  const { email, password } = person;
  const answer = await context.post("/api/auth/sign-in/email", {
    headers: { origin },
    data: { email, password },
  });
  expect(answer.status()).toBe(200);
  return context;
}

const codeOf = async (response: APIResponse) => (await response.json()).error?.code;

test.beforeAll(async ({ baseURL }) => {
  origin = baseURL ?? "";
  const owner = await signedIn(OWNER);
  const data = { name: "Safe", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" };
  const created = await owner.post("/api/projects", { headers: { origin }, data });
  projectId = (await created.json()).project.id;
  const members = await owner.post("/api/members", {
    headers: { origin },
    data: { ...READER, role: "Reader" },
  });
  expect([201, 409]).toContain(members.status());
  await owner.dispose();
});

interface ApiDocument {
  paths: Record<string, Record<string, { security: unknown[] }>>;
}

/**
 * Every write that asks for a role, from the API's own description; anybody may sign out and change their own
 * password.
 */
async function writes(): Promise<{ method: string; path: string }[]> {
  const visitor = await request.newContext({ ...VISITOR, baseURL: origin });
  const { paths }: ApiDocument = await (await visitor.get("/api/openapi.json")).json();
  await visitor.dispose();
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([name, { security }]) => {
      const method = name.toUpperCase();
      const asksForRole = security.length > 0 && !/^\/api\/(auth|me)\//.test(path);
      return method !== "GET" && asksForRole ? [{ method, path }] : [];
    }),
  );
}

const filled = (path: string) =>
  path
    .replace("{projectId}", projectId)
    .replace("{index}", "0")
    .replaceAll(/\{\w+\}/g, "x");

test("a Reader is refused every write, whatever it carries", async () => {
  const reader = await signedIn(READER);
  expect((await reader.get(`/api/projects/${projectId}`)).status()).toBe(200);
  const all = await writes();
  expect(all.length).toBeGreaterThan(15);
  for (const { method, path } of all) {
    const answer = await reader.fetch(filled(path), { method, headers: { origin }, data: {} });
    expect(`${method} ${path}: ${answer.status()}`).toBe(`${method} ${path}: 403`);
    expect(await codeOf(answer)).toBe("forbidden");
  }
  await reader.dispose();
});

test("a Contributor cannot manage people", async () => {
  const owner = await signedIn(OWNER);
  const person = { name: "Op", email: "op@example.com", password: "a long password to operate" };
  await owner.post("/api/members", {
    headers: { origin },
    data: { ...person, role: "Contributor" },
  });
  const { members } = await (await owner.get("/api/members")).json();
  const contributor = await signedIn(person);
  const self = members.find(({ email }: { email: string }) => email === person.email);
  for (const answer of [
    await contributor.get("/api/members"),
    await contributor.patch(`/api/members/${self.id}`, {
      headers: { origin },
      data: { role: "Owner" },
    }),
    await contributor.delete(`/api/members/${self.id}`, { headers: { origin } }),
  ]) {
    expect(answer.status()).toBe(403);
  }
  expect((await (await contributor.get("/api/me")).json()).user.role).toBe("Contributor");
  await owner.dispose();
  await contributor.dispose();
});

test("better-auth's other doors are shut", async () => {
  const owner = await signedIn(OWNER);
  for (const path of [
    "sign-up/email",
    "update-user",
    "delete-user",
    "change-email",
    "sign-in/social",
  ]) {
    const data = { ...READER, role: "Owner", callbackURL: "https://elsewhere.example" };
    const answer = await owner.post(`/api/auth/${path}`, { headers: { origin }, data });
    expect(`${path}: ${answer.status()}`).toBe(`${path}: 404`);
  }
  await owner.dispose();
});

const FOREIGN: Record<string, string>[] = [
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  { origin: "http://127.0.0.1:1" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { host: "rebound.example", origin: "http://rebound.example" },
];
for (const headers of FOREIGN) {
  test(`a write with ${JSON.stringify(headers)} is refused`, async ({ request: owner }) => {
    const data = { name: "x", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" };
    for (const path of ["/api/projects", "/api/setup", "/api/auth/sign-out"]) {
      const answer = await owner.post(path, { headers, data });
      expect(answer.status()).toBe(403);
      expect(await codeOf(answer)).toBe("crossOrigin");
    }
  });
}

test("a script without an Origin may write with its session, and only with it", async () => {
  const owner = await signedIn(OWNER);
  const answer = await owner.patch(`/api/projects/${projectId}`, { data: { name: "Safe still" } });
  expect(answer.status()).toBe(200);
  const visitor = await request.newContext({ ...VISITOR, baseURL: origin });
  const refused = await visitor.patch(`/api/projects/${projectId}`, { data: { name: "Mine" } });
  expect(refused.status()).toBe(401);
  await owner.dispose();
  await visitor.dispose();
});

test("a session is new at every sign-in, and gone after signing out", async () => {
  const planted = "planted-by-an-attacker.c2lnbmF0dXJl";
  const victim = await request.newContext({
    ...VISITOR,
    baseURL: origin,
    extraHTTPHeaders: { cookie: `better-auth.session_token=${planted}` },
  });
  const { email, password } = OWNER;
  const answer = await victim.post("/api/auth/sign-in/email", {
    headers: { origin },
    data: { email, password },
  });
  const cookie = answer
    .headersArray()
    .find(({ name }) => name.toLowerCase() === "set-cookie")?.value;
  expect(cookie).toMatch(/^better-auth\.session_token=/);
  expect(cookie).not.toContain(planted);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  // Over plain HTTP a Secure cookie would be dropped by Safari, and by every browser outside this machine.
  expect(cookie).not.toMatch(/Secure/);
  await victim.dispose();

  const asPlanted = await request.newContext({
    ...VISITOR,
    baseURL: origin,
    extraHTTPHeaders: { cookie: `better-auth.session_token=${planted}` },
  });
  expect((await asPlanted.get("/api/me")).status()).toBe(401);
  await asPlanted.dispose();

  const stolen = cookie?.split(";")[0] ?? "";
  const bearer = await request.newContext({
    ...VISITOR,
    baseURL: origin,
    extraHTTPHeaders: { cookie: stolen },
  });
  expect((await bearer.get("/api/me")).status()).toBe(200);
  await bearer.post("/api/auth/sign-out", { headers: { origin }, data: {} });
  expect((await bearer.get("/api/me")).status()).toBe(401);
  await bearer.dispose();
});

test("guessing a password is slowed down, however the address is written", async () => {
  const guesser = await request.newContext({ ...VISITOR, baseURL: origin });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const email = attempt % 2 === 0 ? "victim@example.com" : "VICTIM@Example.com";
    const answer = await guesser.post("/api/auth/sign-in/email", {
      headers: { origin },
      data: { email, password: `guess number ${attempt}` },
    });
    statuses.push(answer.status());
  }
  // 10 at once, then one every 6 s.
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
  expect(statuses.at(-1)).toBe(429);
  const form = await guesser.post("/api/auth/sign-in/email", {
    headers: { origin },
    form: { email: "victim@example.com", password: "by another kind of body" },
  });
  expect(form.status()).toBe(400);
  await guesser.dispose();
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

test("every response carries the security headers", async ({ request: owner, page }) => {
  const html = await (await owner.get("/")).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
  expect(script).not.toBe("");
  const paths = [
    "/",
    "/sign-in",
    "/nowhere",
    `/projects/${projectId}`,
    "/api/health",
    "/api/projects/none",
    "/api/nowhere",
    "/api/auth/nowhere",
    "/icon.svg",
    script,
    "/_next/static/nowhere.js",
  ];
  for (const path of paths) {
    const headers = (await owner.get(path, { maxRedirects: 0 })).headers();
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  // A page's scripts run by a nonce that no two answers share.
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await owner.get("/")).headers()["content-security-policy"] ?? "")?.[1];
  const [first, second] = [await nonce(), await nonce()];
  expect(first).toBeTruthy();
  expect(first).not.toBe(second);

  const violations: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(violations).toEqual([]);
});
