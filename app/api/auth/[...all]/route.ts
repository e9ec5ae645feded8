import { toNextJsHandler } from "better-auth/next-js";
import { signInSchema } from "@/lib/account/schema";
import { auth } from "@/lib/server/auth";
import { takeFromLimit } from "@/lib/server/rate-limit";
import { errorResponse, refuseForeignOrigin } from "@/lib/server/route";

/** Sign-in and sign-out are better-auth's; who may call them is everybody, as often as the limits allow. */
export async function GET(request: Request): Promise<Response> {
  return toNextJsHandler(auth()).GET(request);
}

export async function POST(request: Request): Promise<Response> {
  try {
    refuseForeignOrigin(request);
    if (new URL(request.url).pathname.endsWith("/sign-in/email")) await limitSignIn(request);
  } catch (error) {
    return errorResponse(error, crypto.randomUUID());
  }
  return toNextJsHandler(auth()).POST(request);
}

/** Counted by account, so that guessing one password is slow from however many addresses. */
async function limitSignIn(request: Request): Promise<void> {
  takeFromLimit("signInAll", "everybody", Date.now());
  const body = signInSchema.safeParse(
    await request
      .clone()
      .json()
      .catch(() => null),
  );
  if (body.success) takeFromLimit("signIn", body.data.email, Date.now());
}
