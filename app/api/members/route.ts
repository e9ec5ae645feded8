import { createMemberSchema, memberListSchema, memberSchema } from "@/lib/account/schema";
import { createMember, listMembers } from "@/lib/server/members";
import { route } from "@/lib/server/route";

export const GET = route(
  { summary: "Everybody with an account", role: "Owner", response: memberListSchema },
  async () => ({ members: await listMembers() }),
);

export const POST = route(
  {
    summary: "Add a person",
    role: "Owner",
    body: createMemberSchema,
    response: memberSchema,
    status: 201,
  },
  ({ body }) => createMember(body),
);
