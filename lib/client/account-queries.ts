import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type createMemberSchema,
  type Member,
  memberListSchema,
  memberSchema,
  type SetupRequest,
  setupResponseSchema,
  type signInSchema,
  type updateMemberSchema,
} from "@/lib/account/schema";
import { ApiError, apiFetch } from "./api";

/** Everybody who has an account on this server. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: async ({ signal }): Promise<Member[]> =>
      (await apiFetch("/api/members", { schema: memberListSchema, signal })).members,
  });

/**
 * Opens a session. Throws `ApiError` with the code `wrongCredentials` for an unknown address and
 * for a wrong password alike, so that nobody learns which addresses exist.
 */
async function signIn(body: z.input<typeof signInSchema>): Promise<void> {
  try {
    await apiFetch("/api/auth/sign-in/email", { method: "POST", body, schema: z.unknown() });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      throw new ApiError({ status: 401, code: "wrongCredentials", message: error.message });
    }
    throw error;
  }
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

/** Ends the session and forgets everything that was read in it. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      apiFetch("/api/auth/sign-out", { method: "POST", body: {}, schema: z.unknown() }),
    onSuccess: () => client.clear(),
  });
}

/** Creates the owner account on a fresh server and signs in with it. */
export function useSetup() {
  return useMutation({
    mutationFn: async (body: SetupRequest) => {
      const answer = await apiFetch("/api/setup", {
        method: "POST",
        body,
        schema: setupResponseSchema,
      });
      await signIn({ email: body.email, password: body.password });
      return answer;
    },
  });
}

function useMemberMutation<TVariables>(mutationFn: (variables: TVariables) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: membersQuery().queryKey }),
  });
}

export function useCreateMember() {
  return useMemberMutation((body: z.input<typeof createMemberSchema>) =>
    apiFetch("/api/members", { method: "POST", body, schema: z.unknown() }),
  );
}

export function useUpdateMember() {
  return useMemberMutation(
    ({ id, ...body }: z.input<typeof updateMemberSchema> & Pick<Member, "id">) =>
      apiFetch(`/api/members/${encodeURIComponent(id)}`, {
        method: "PATCH",
        body,
        schema: z.union([memberSchema, z.object({ member: memberSchema })]),
      }),
  );
}

export function useDeleteMember() {
  return useMemberMutation((id: string) =>
    apiFetch(`/api/members/${encodeURIComponent(id)}`, { method: "DELETE", schema: z.unknown() }),
  );
}
