import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { changeClock } from "@/lib/server/world-commands";
import { clockRequestSchema, clockViewSchema } from "@/lib/world/api-schema";

export const POST = route(
  {
    summary: "Pause, resume, speed up or move simulated time",
    role: "Contributor",
    params: projectParams,
    body: clockRequestSchema,
    response: clockViewSchema,
  },
  ({ params: { projectId }, body }) => changeClock(projectId, body),
);
