import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type CreateProject,
  createdProjectSchema,
  type Project,
  projectListSchema,
  type updateProjectSchema,
} from "@/lib/project/schema";
import { apiFetch } from "./api";

function pathOf(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

/** Every project, the one changed last first. */
export const projectsQuery = () =>
  queryOptions({
    queryKey: ["projects"],
    queryFn: async ({ signal }): Promise<Project[]> =>
      (await apiFetch("/api/projects", { schema: projectListSchema, signal })).projects,
  });

/** One project; its key begins the key of everything that belongs to it. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId],
    queryFn: async ({ signal }): Promise<Project> =>
      (await apiFetch(pathOf(projectId), { schema: createdProjectSchema, signal })).project,
  });

function useProjectWrite<TVariables>(mutationFn: (variables: TVariables) => Promise<Project>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (project) => {
      client.setQueryData(projectQuery(project.id).queryKey, project);
      return client.invalidateQueries({ queryKey: projectsQuery().queryKey });
    },
  });
}

export function useCreateProject() {
  return useProjectWrite(
    async (body: CreateProject) =>
      (await apiFetch("/api/projects", { method: "POST", body, schema: createdProjectSchema }))
        .project,
  );
}

/** Loads the generated estate as a project of its own. */
export function useLoadDemoProject() {
  return useProjectWrite(
    async (_: undefined) =>
      (
        await apiFetch("/api/projects/demo", {
          method: "POST",
          body: {},
          schema: createdProjectSchema,
        })
      ).project,
  );
}

export function useUpdateProject(projectId: string) {
  return useProjectWrite(
    async (body: z.input<typeof updateProjectSchema>) =>
      (
        await apiFetch(pathOf(projectId), {
          method: "PATCH",
          body,
          schema: createdProjectSchema,
        })
      ).project,
  );
}

export function useDeleteProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (projectId: string) =>
      apiFetch(pathOf(projectId), { method: "DELETE", schema: z.unknown() }),
    onSuccess: (_, projectId) => {
      client.removeQueries({ queryKey: projectQuery(projectId).queryKey });
      return client.invalidateQueries({ queryKey: projectsQuery().queryKey });
    },
  });
}
