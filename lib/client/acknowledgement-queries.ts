import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type Acknowledge,
  type AcknowledgementEvent,
  type AcknowledgementSummary,
  acknowledgementHistorySchema,
  acknowledgementListSchema,
  acknowledgementSummarySchema,
  changedAcknowledgementsSchema,
  type Withdraw,
} from "@/lib/assessment/acknowledgement-schema";
import { apiFetch } from "./api";

const pathOf = (projectId: string) =>
  `/api/projects/${encodeURIComponent(projectId)}/acknowledgements`;

/** Open, acknowledged and overdue findings of an assessment, by check. */
export const acknowledgementSummaryQuery = (projectId: string, assessmentId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "acknowledgements", "summary", assessmentId],
    queryFn: ({ signal }): Promise<AcknowledgementSummary> =>
      apiFetch(
        `/api/projects/${encodeURIComponent(projectId)}/assessments/${encodeURIComponent(assessmentId)}/acknowledgements`,
        { schema: acknowledgementSummarySchema, signal },
      ),
  });

/** What was said of one VM's findings, whole checks included. */
export const vmAcknowledgementsQuery = (projectId: string, vmKey: string) =>
  queryOptions({
    queryKey: ["project", projectId, "acknowledgements", "vm", vmKey],
    queryFn: async ({ signal }) =>
      (
        await apiFetch(pathOf(projectId), {
          schema: acknowledgementListSchema,
          query: { vmKey, limit: 500 },
          signal,
        })
      ).acknowledgements,
  });

/** Who said, changed or withdrew what about one finding; without a VM, about the check as a whole. */
export const acknowledgementHistoryQuery = (
  projectId: string,
  ruleId: string,
  vmKey: string | null,
) =>
  queryOptions({
    queryKey: ["project", projectId, "acknowledgements", "history", ruleId, vmKey],
    queryFn: async ({ signal }): Promise<AcknowledgementEvent[]> =>
      (
        await apiFetch(`${pathOf(projectId)}/history`, {
          schema: acknowledgementHistorySchema,
          query: { rule: ruleId, ...(vmKey === null ? {} : { vmKey }) },
          signal,
        })
      ).events,
  });

function useRefresh(projectId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["project", projectId, "acknowledgements"] }),
      // Lists narrowed to one check show the state of its findings.
      client.invalidateQueries({ queryKey: ["project", projectId, "assessed-vms"] }),
    ]);
}

export function useAcknowledge(projectId: string) {
  const refresh = useRefresh(projectId);
  return useMutation({
    mutationFn: (body: Acknowledge) =>
      apiFetch(pathOf(projectId), { method: "PUT", body, schema: changedAcknowledgementsSchema }),
    onSuccess: refresh,
  });
}

export function useWithdraw(projectId: string) {
  const refresh = useRefresh(projectId);
  return useMutation({
    mutationFn: (body: Withdraw) =>
      apiFetch(`${pathOf(projectId)}/withdraw`, {
        method: "POST",
        body,
        schema: changedAcknowledgementsSchema,
      }),
    onSuccess: refresh,
  });
}
