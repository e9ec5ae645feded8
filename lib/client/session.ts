import { z } from "zod";
import {
  type SetupRequest,
  setupRequestSchema,
  setupResponseSchema,
  signInSchema,
} from "@/lib/account/schema";
import { apiFetch } from "./api";
import { ApiError } from "./api-error";

/** What the pages before the console send, each with the schema of its form. They load it when it is needed. */

export { signInSchema };

export const setupFormSchema = setupRequestSchema
  .extend({ passwordAgain: z.string() })
  .refine((values) => values.password === values.passwordAgain, {
    path: ["passwordAgain"],
    error: "passwordsDiffer",
  });

/**
 * Opens a session. Throws `ApiError` with the code `wrongCredentials` for an unknown address and
 * for a wrong password alike, so that nobody learns which addresses exist.
 */
export async function signIn(body: z.input<typeof signInSchema>): Promise<void> {
  try {
    await apiFetch("/api/auth/sign-in/email", { method: "POST", body, schema: z.unknown() });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      throw new ApiError({ status: 401, code: "wrongCredentials", message: error.message });
    }
    throw error;
  }
}

/** Creates the owner account on a fresh server and signs in with it. */
export async function setUp(body: SetupRequest): Promise<z.output<typeof setupResponseSchema>> {
  const answer = await apiFetch("/api/setup", {
    method: "POST",
    body,
    schema: setupResponseSchema,
  });
  await signIn({ email: body.email, password: body.password });
  return answer;
}
