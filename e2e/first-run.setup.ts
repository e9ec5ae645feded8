import { expect, test as setup } from "@playwright/test";
import { OWNER, STORAGE_STATE } from "./people";

setup("the first visitor becomes the owner, and nobody after", async ({ request, baseURL }) => {
  const headers = { origin: baseURL ?? "" };
  const first = await request.post("/api/setup", {
    headers,
    data: { ...OWNER, loadDemo: false },
  });
  expect(first.status()).toBe(201);

  const second = await request.post("/api/setup", {
    headers,
    data: { ...OWNER, email: "second@example.com", loadDemo: false },
  });
  expect(second.status()).toBe(409);
  expect((await second.json()).error.code).toBe("alreadySetUp");

  const signIn = await request.post("/api/auth/sign-in/email", {
    headers,
    data: { email: OWNER.email, password: OWNER.password },
  });
  expect(signIn.status()).toBe(200);
  await request.storageState({ path: STORAGE_STATE });
});
