import { changePasswordSchema } from "@/lib/account/schema";
import { changeOwnPassword } from "@/lib/server/own-password";
import { route } from "@/lib/server/route";

export const PUT = route(
  {
    summary: "Change one's own password; every other session of the account ends",
    role: "Reader",
    body: changePasswordSchema,
    // Guessing the current password from a session that was left open is as slow as at the sign-in.
    limit: "signIn",
  },
  async ({ request, body }) => {
    const headers = new Headers();
    for (const cookie of await changeOwnPassword(request.headers, body)) {
      headers.append("set-cookie", cookie);
    }
    return new Response(null, { status: 204, headers });
  },
);
