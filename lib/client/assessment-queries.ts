import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type AssessedVmDetail,
  type AssessmentRecord,
  type AssessmentSummary,
  assessedVmDetailSchema,
  assessedVmPageSchema,
  type assessedVmQuerySchema,
  assessmentListSchema,
  type CreateAssessment,
  createdAssessmentSchema,
} from "@/lib/assessment/record-schema";
import { apiFetch } from "./api";

function pathOf(projectId: string, assessmentId?: string): string {
  const list = `/api/projects/${encodeURIComponent(projectId)}/assessments`;
  return assessmentId === undefined ? list : `${list}/${encodeURIComponent(assessmentId)}`;
}

/** Every assessment of a project, newest first. */
export const assessmentsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "assessments"],
    queryFn: async ({ signal }): Promise<AssessmentSummary[]> =>
      (await apiFetch(pathOf(projectId), { schema: assessmentListSchema, signal })).assessments,
  });

/** One assessment with everything that was calculated, its VMs apart. */
export const assessmentQuery = (projectId: string, assessmentId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "assessments", assessmentId],
    queryFn: async ({ signal }): Promise<AssessmentRecord> =>
      (await apiFetch(pathOf(projectId, assessmentId), { schema: createdAssessmentSchema, signal }))
        .assessment,
  });

/** Paging, sorting and filters of an assessment's VMs; what is left out takes the schema's default. */
export type AssessedVmListQuery = Partial<z.output<typeof assessedVmQuerySchema>>;

/** One page of an assessment's VMs. An assessment never changes, so neither does a page of it. */
export const assessedVmsQuery = (
  projectId: string,
  assessmentId: string,
  query: AssessedVmListQuery,
) => ({
  queryKey: ["project", projectId, "assessed-vms", assessmentId, query],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(`${pathOf(projectId, assessmentId)}/vms`, {
      schema: assessedVmPageSchema,
      query,
      signal,
    }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const assessedVmQuery = (projectId: string, assessmentId: string, vmKey: string) =>
  queryOptions({
    queryKey: ["project", projectId, "assessed-vm", assessmentId, vmKey],
    queryFn: ({ signal }): Promise<AssessedVmDetail> =>
      apiFetch(`${pathOf(projectId, assessmentId)}/vms/${encodeURIComponent(vmKey)}`, {
        schema: assessedVmDetailSchema,
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Right sizes and savings start from the newest assessment's settings. */
const forgetPerformance = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: ["project", projectId, "performance"] });

/** Computes an assessment; the answer comes when it is stored. */
export function useCreateAssessment(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateAssessment): Promise<AssessmentRecord> =>
      (await apiFetch(pathOf(projectId), { method: "POST", body, schema: createdAssessmentSchema }))
        .assessment,
    onSuccess: (assessment) => {
      client.setQueryData(assessmentQuery(projectId, assessment.id).queryKey, assessment);
      void forgetPerformance(client, projectId);
      return client.invalidateQueries({
        queryKey: assessmentsQuery(projectId).queryKey,
        exact: true,
      });
    },
  });
}

export function useRenameAssessment(projectId: string, assessmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string): Promise<AssessmentRecord> =>
      (
        await apiFetch(pathOf(projectId, assessmentId), {
          method: "PATCH",
          body: { name },
          schema: createdAssessmentSchema,
        })
      ).assessment,
    onSuccess: (assessment) => {
      client.setQueryData(assessmentQuery(projectId, assessmentId).queryKey, assessment);
      return client.invalidateQueries({
        queryKey: assessmentsQuery(projectId).queryKey,
        exact: true,
      });
    },
  });
}

export function useDeleteAssessment(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (assessmentId: string) =>
      apiFetch(pathOf(projectId, assessmentId), { method: "DELETE", schema: z.unknown() }),
    onSuccess: (_, assessmentId) => {
      client.removeQueries({ queryKey: assessmentQuery(projectId, assessmentId).queryKey });
      void forgetPerformance(client, projectId);
      return client.invalidateQueries({
        queryKey: assessmentsQuery(projectId).queryKey,
        exact: true,
      });
    },
  });
}
