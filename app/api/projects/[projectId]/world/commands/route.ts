import { z } from "zod";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { appendCommand } from "@/lib/server/world-commands";
import { type AppendCommandRequest, appendCommandRequestSchema } from "@/lib/world/schema";

export const POST = route(
  {
    summary: "Append a command to the log, or say every reason why not",
    role: "Contributor",
    params: projectParams,
    body: appendCommandRequestSchema,
    response: z.object({ sequence: z.number(), atSeconds: z.number() }),
    status: 201,
  },
  ({ params: { projectId }, body, caller }) =>
    appendCommand(projectId, body as AppendCommandRequest, caller),
);
