import { createdProjectSchema, createProjectSchema, projectListSchema } from "@/lib/project/schema";
import { createProject, listProjects } from "@/lib/server/projects";
import { route } from "@/lib/server/route";

export const GET = route(
  { summary: "All migration projects", role: "Reader", response: projectListSchema },
  async () => ({ projects: await listProjects() }),
);

export const POST = route(
  {
    summary: "Create a migration project",
    role: "Contributor",
    body: createProjectSchema,
    response: createdProjectSchema,
    status: 201,
  },
  async ({ body }) => ({ project: await createProject(body) }),
);
