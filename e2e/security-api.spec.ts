import { expect, request, test } from "@playwright/test";
import { codeOf, signedIn, VISITOR } from "./callers";
import { OWNER } from "./people";

/** What somebody with bad intent would try, against the production build. */

const READER = { name: "Reader", email: "reader@example.com", password: "a long password to read" };

let projectId = "";
let origin = "";

test.beforeAll(async ({ baseURL }) => {
  origin = baseURL ?? "";
  const owner = await signedIn(origin, OWNER);
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
  const reader = await signedIn(origin, READER);
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
  const owner = await signedIn(origin, OWNER);
  const person = { name: "Op", email: "op@example.com", password: "a long password to operate" };
  await owner.post("/api/members", {
    headers: { origin },
    data: { ...person, role: "Contributor" },
  });
  const { members } = await (await owner.get("/api/members")).json();
  const contributor = await signedIn(origin, person);
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
  const owner = await signedIn(origin, OWNER);
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
  const owner = await signedIn(origin, OWNER);
  const answer = await owner.patch(`/api/projects/${projectId}`, { data: { name: "Safe still" } });
  expect(answer.status()).toBe(200);
  const visitor = await request.newContext({ ...VISITOR, baseURL: origin });
  const refused = await visitor.patch(`/api/projects/${projectId}`, { data: { name: "Mine" } });
  expect(refused.status()).toBe(401);
  await owner.dispose();
  await visitor.dispose();
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
