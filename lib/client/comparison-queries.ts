import { queryOptions } from "@tanstack/react-query";
import { type VmChanges, vmChangesSchema } from "@/lib/comparison/schema";
import { apiFetch } from "./api";

/** What became of VMs from one assessment to another; neither ever changes. */
export const vmChangesQuery = (projectId: string, fromId: string, toId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "vm-changes", fromId, toId],
    queryFn: ({ signal }): Promise<VmChanges> =>
      apiFetch(
        `/api/projects/${encodeURIComponent(projectId)}/assessments/${encodeURIComponent(toId)}/changes`,
        { schema: vmChangesSchema, query: { from: fromId }, signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
