import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
  type ExclusionRequest,
  type ExclusionResponse,
  exclusionResponseSchema,
  type InventorySummary,
  inventorySummarySchema,
  type VmDetail,
  vmDetailSchema,
  vmPageSchema,
  type vmQuerySchema,
} from "@/lib/inventory/list-schema";
import { apiFetch } from "./api";

/** Paging, sorting and filters of the VM list; what is left out takes the schema's default. */
export type VmListQuery = Partial<z.output<typeof vmQuerySchema>>;

function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

/** Sums, hosts, clusters and datastores. Refused with `noInventory` before the first import. */
export const inventoryQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "inventory"],
    queryFn: ({ signal }): Promise<InventorySummary> =>
      apiFetch(`${projectPath(projectId)}/inventory`, { schema: inventorySummarySchema, signal }),
  });

/** One page of VMs, for a list that keeps the pages which it has shown. */
export const vmsQuery = (projectId: string, query: VmListQuery) => ({
  queryKey: ["project", projectId, "vms", query],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(`${projectPath(projectId)}/vms`, { schema: vmPageSchema, query, signal }),
});

export const vmQuery = (projectId: string, vmKey: string) =>
  queryOptions({
    queryKey: ["project", projectId, "vm", vmKey],
    queryFn: ({ signal }): Promise<VmDetail> =>
      apiFetch(`${projectPath(projectId)}/vms/${encodeURIComponent(vmKey)}`, {
        schema: vmDetailSchema,
        signal,
      }),
  });

/** Takes VMs out of the scope or into it, or takes that back; everything downstream counts anew. */
export function useExcludeVms(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ExclusionRequest): Promise<ExclusionResponse> =>
      apiFetch(`${projectPath(projectId)}/vms/exclusions`, {
        method: "POST",
        body,
        schema: exclusionResponseSchema,
      }),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === "project" &&
          queryKey[1] === projectId &&
          ["vms", "vm", "inventory", "assessments", "performance"].includes(String(queryKey[2])),
      }),
  });
}
