import { meSchema } from "@/lib/account/schema";
import { getMember } from "@/lib/server/members";
import { route } from "@/lib/server/route";

export const GET = route(
  { summary: "The signed-in person", role: "Reader", response: meSchema },
  async ({ caller }) => ({ user: await getMember(caller.userId) }),
);
