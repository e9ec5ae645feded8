import { toNextJsHandler } from "better-auth/next-js";
import { signInSchema } from "@/lib/account/schema";
import { RefusedError } from "@/lib/errors/schema";
import { auth } from "@/lib/server/auth";
import { takeFromLimit } from "@/lib/server/rate-limit";
import { readJson, VISITOR_BODY_LIMIT_BYTES } from "@/lib/server/request-body";
import { errorResponse, parsePart, refuseForeignOrigin } from "@/lib/server/route";

const BASE = "/api/auth";

/**
 * Signing in and out is better-auth's, and these two are all of it that is open: changing names, addresses or
 * accounts goes through our own handlers, which state their role.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    refuseForeignOrigin(request);
    return await toNextJsHandler(auth()).POST(await admitted(request));
  } catch (error) {
    return errorResponse(error, crypto.randomUUID());
  }
}

async function admitted(request: Request): Promise<Request> {
  switch (new URL(request.url).pathname) {
    case `${BASE}/sign-out`:
      return request;
    case `${BASE}/sign-in/email`:
      return limitedSignIn(request);
    default:
      throw new RefusedError("notFound", "There is no such page.");
  }
}

/**
 * Counted by account, so that guessing one password is slow from however many addresses. better-auth gets
 * what was counted and nothing else: it would read an address from other kinds of bodies, too.
 */
async function limitedSignIn(request: Request): Promise<Request> {
  takeFromLimit("signInAll", "everybody", Date.now());
  const body = parsePart(signInSchema, await readJson(request, VISITOR_BODY_LIMIT_BYTES), "body");
  takeFromLimit("signIn", body?.email ?? "", Date.now());
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify(body) });
}
