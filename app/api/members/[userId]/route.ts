import { z } from "zod";
import { memberSchema, updateMemberSchema } from "@/lib/account/schema";
import { deleteMember, updateMember } from "@/lib/server/members";
import { route } from "@/lib/server/route";

const params = z.object({ userId: z.string().max(64) });

export const PATCH = route(
  {
    summary: "Change a person's name or role",
    role: "Owner",
    params,
    body: updateMemberSchema,
    response: memberSchema,
  },
  ({ params: { userId }, body }) => updateMember(userId, body),
);

export const DELETE = route(
  { summary: "Remove a person", role: "Owner", params },
  async ({ params: { userId } }) => {
    await deleteMember(userId);
    return undefined;
  },
);
