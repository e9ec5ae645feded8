import { type APIRequestContext, type APIResponse, expect, request } from "@playwright/test";

/** Nobody: a context without the owner's cookies. */
export const VISITOR = { storageState: { cookies: [], origins: [] } };

/** Somebody with a session of their own; the caller disposes of it. */
export async function signedIn(
  origin: string,
  person: { email: string; password: string },
): Promise<APIRequestContext> {
  const context = await request.newContext({ ...VISITOR, baseURL: origin });
  const { email, password } = person;
  const answer = await context.post("/api/auth/sign-in/email", {
    headers: { origin },
    data: { email, password },
  });
  expect(answer.status()).toBe(200);
  return context;
}

/** The code of a refusal. */
export const codeOf = async (response: APIResponse) => (await response.json()).error?.code;
