import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
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

/** The schema takes this many keys a request; larger selections go in several. */
const KEYS_PER_REQUEST = 5_000;

export interface ExclusionChange {
  /** The VMs, or the filter that all of them match. */
  which: { vmKeys: readonly string[] } | { filter: VmListQuery };
  /** True leaves them out, false takes them in, null forgets the decision. */
  excluded: boolean | null;
  note: string;
}

/** Takes VMs out of the scope or into it; everything downstream counts anew. */
export function useExcludeVms(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ which, excluded, note }: ExclusionChange): Promise<ExclusionResponse> => {
      const send = (part: { vmKeys: readonly string[] } | { filter: VmListQuery }) =>
        apiFetch(`${projectPath(projectId)}/vms/exclusions`, {
          method: "POST",
          body: { ...part, excluded, note },
          schema: exclusionResponseSchema,
        });
      if ("filter" in which) return send(which);
      const whole: ExclusionResponse = { changed: 0, before: [] };
      for (let start = 0; start < which.vmKeys.length; start += KEYS_PER_REQUEST) {
        const part = await send({ vmKeys: which.vmKeys.slice(start, start + KEYS_PER_REQUEST) });
        whole.changed += part.changed;
        whole.before.push(...part.before);
      }
      return whole;
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === "project" &&
          queryKey[1] === projectId &&
          ["vms", "vm", "inventory", "assessments", "performance"].includes(String(queryKey[2])),
      }),
  });
}
