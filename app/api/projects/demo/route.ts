import { createdProjectSchema } from "@/lib/project/schema";
import { createDemoProject } from "@/lib/server/demo";
import { route } from "@/lib/server/route";

export const POST = route(
  {
    summary: "Create the demo project: a generated estate, imported like any other export",
    role: "Contributor",
    response: createdProjectSchema,
    status: 201,
    limit: "upload",
  },
  async ({ caller }) => ({ project: await createDemoProject(caller.name) }),
);
