import { isAPIError } from "better-auth/api";
import type { ChangePassword } from "@/lib/account/schema";
import { RefusedError } from "@/lib/errors/schema";
import { auth } from "./auth";

/**
 * Changes the password of whoever sent these headers and ends all of their sessions: whoever else has signed in with
 * the old one is out. Answers with the cookies of the session that takes the place of the caller's own.
 * @throws RefusedError badRequest when the current password is another one
 */
export async function changeOwnPassword(
  headers: Headers,
  passwords: ChangePassword,
): Promise<string[]> {
  try {
    const answer = await auth().api.changePassword({
      headers,
      body: { ...passwords, revokeOtherSessions: true },
      returnHeaders: true,
    });
    return answer.headers.getSetCookie();
  } catch (error) {
    if (isAPIError(error) && error.body?.code === "INVALID_PASSWORD") {
      throw new RefusedError("badRequest", "This is not the current password.", [
        { path: "currentPassword", code: "wrongPassword" },
      ]);
    }
    throw error;
  }
}
