import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type BusinessCaseRecord,
  businessCaseRecordSchema,
} from "@/lib/cost/business-case/record-schema";
import type { BusinessCaseInputs } from "@/lib/cost/business-case/schema";
import { type CostTable, costTableSchema } from "@/lib/cost/cost-table-schema";
import { apiFetch } from "./api";

const projectPath = (projectId: string) => `/api/projects/${encodeURIComponent(projectId)}`;

/** The bill of every host type under every term. */
export const costsQuery = (projectId: string, assessmentId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "costs", assessmentId],
    queryFn: ({ signal }): Promise<CostTable> =>
      apiFetch(`${projectPath(projectId)}/assessments/${encodeURIComponent(assessmentId)}/costs`, {
        schema: costTableSchema,
        signal,
      }),
    // An assessment and the list that it names never change.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The stored inputs, with the facts of an assessment: null for the one that the case names. */
export const businessCaseQuery = (projectId: string, assessmentId: string | null) =>
  queryOptions({
    queryKey: ["project", projectId, "business-case", assessmentId],
    queryFn: ({ signal }): Promise<BusinessCaseRecord> =>
      apiFetch(`${projectPath(projectId)}/business-case`, {
        schema: businessCaseRecordSchema,
        query: { assessmentId },
        signal,
      }),
  });

export function useSaveBusinessCase(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BusinessCaseInputs): Promise<BusinessCaseRecord> =>
      apiFetch(`${projectPath(projectId)}/business-case`, {
        method: "PUT",
        body,
        schema: businessCaseRecordSchema,
      }),
    onSuccess: (record) => {
      client.setQueryData(businessCaseQuery(projectId, null).queryKey, record);
      return client.invalidateQueries({ queryKey: ["project", projectId, "business-case"] });
    },
  });
}
