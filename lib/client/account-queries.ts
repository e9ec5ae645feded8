import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type ChangePassword,
  type createMemberSchema,
  type Member,
  memberListSchema,
  memberSchema,
  type updateMemberSchema,
} from "@/lib/account/schema";
import { apiFetch } from "./api";

/** Everybody who has an account on this server. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: async ({ signal }): Promise<Member[]> =>
      (await apiFetch("/api/members", { schema: memberListSchema, signal })).members,
  });

/** Ends the session and forgets everything that was read in it. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      apiFetch("/api/auth/sign-out", { method: "POST", body: {}, schema: z.unknown() }),
    onSuccess: () => client.clear(),
  });
}

/** Changes the caller's own password; their sessions elsewhere end, this one goes on. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: ChangePassword) =>
      apiFetch("/api/me/password", { method: "PUT", body, schema: z.undefined() }),
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
