import { expect, request, test } from "@playwright/test";
import { VISITOR } from "./callers";
import { OWNER } from "./people";

/** What somebody with bad intent would try with passwords and sessions. */

let origin = "";

test.beforeAll(({ baseURL }) => {
  origin = baseURL ?? "";
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
