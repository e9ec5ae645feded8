import { z } from "zod";
import { projectParams } from "@/lib/server/project-params";
import { getProject } from "@/lib/server/projects";
import { route } from "@/lib/server/route";
import { loadLog } from "@/lib/server/worlds";
import { commandSchema } from "@/lib/world/schema";

export const GET = route(
  {
    summary: "Every command of the log, in order",
    role: "Reader",
    params: projectParams,
    response: z.object({ commands: z.array(commandSchema) }),
  },
  async ({ params: { projectId } }) => {
    await getProject(projectId);
    return { commands: [...(await loadLog(projectId))] };
  },
);
