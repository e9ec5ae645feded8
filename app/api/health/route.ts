import { z } from "zod";
import { database } from "@/lib/server/database";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Whether the server and its database answer",
    role: "public",
    response: z.object({ status: z.literal("ok") }),
  },
  async () => {
    await database().user.count();
    return { status: "ok" as const };
  },
);
