import { z } from "zod";
import { problemSchema } from "@/lib/errors/schema";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { checkRequest } from "@/lib/server/world-commands";
import { type AppendCommandRequest, appendCommandRequestSchema } from "@/lib/world/schema";

export const POST = route(
  {
    summary: "Every reason for which a command would be refused now; nothing is changed",
    role: "Contributor",
    params: projectParams,
    body: appendCommandRequestSchema,
    response: z.object({ problems: z.array(problemSchema) }),
  },
  async ({ params: { projectId }, body }) => ({
    problems: await checkRequest(projectId, body as AppendCommandRequest),
  }),
);
