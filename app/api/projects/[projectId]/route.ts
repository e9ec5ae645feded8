import { createdProjectSchema, updateProjectSchema } from "@/lib/project/schema";
import { projectParams } from "@/lib/server/project-params";
import { deleteProject, getProject, updateProject } from "@/lib/server/projects";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One migration project",
    role: "Reader",
    params: projectParams,
    response: createdProjectSchema,
  },
  async ({ params: { projectId } }) => ({ project: await getProject(projectId) }),
);

export const PATCH = route(
  {
    summary: "Change a project's name, description or on-premises networks",
    role: "Contributor",
    params: projectParams,
    body: updateProjectSchema,
    response: createdProjectSchema,
  },
  async ({ params: { projectId }, body }) => ({ project: await updateProject(projectId, body) }),
);

export const DELETE = route(
  {
    summary: "Delete a project with its imports, assessments and log",
    role: "Owner",
    params: projectParams,
  },
  async ({ params: { projectId } }) => {
    await deleteProject(projectId);
    return undefined;
  },
);
