import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
  exclusionResponseSchema,
  type InventorySummary,
  inventorySummarySchema,
  type VmDetail,
  vmDetailSchema,
  vmPageSchema,
  type vmQuerySchema,
} from "@/lib/inventory/list-schema";
import { apiFetch, toQueryString } from "./api";

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

/** One page of VMs; the page before stays on screen while the next one loads. */
export const vmsQuery = (projectId: string, query: VmListQuery) =>
  queryOptions({
    queryKey: ["project", projectId, "vms", query],
    queryFn: ({ signal }) =>
      apiFetch(`${projectPath(projectId)}/vms`, { schema: vmPageSchema, query, signal }),
    placeholderData: keepPreviousData,
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

/** Where the VMs of these filters download as CSV. */
export function vmExportHref(projectId: string, query: VmListQuery): string {
  const { offset: _offset, limit: _limit, ...filters } = query;
  return `${projectPath(projectId)}/vms/export${toQueryString({ format: "csv", ...filters })}`;
}

/** The schema takes this many keys a request; larger selections go in several. */
const KEYS_PER_REQUEST = 5_000;

export interface ExclusionChange {
  vmKeys: readonly string[];
  /** True leaves them out, false takes them in, null forgets the decision. */
  excluded: boolean | null;
  note: string;
}

/** Takes VMs out of the scope or into it; everything downstream counts anew. */
export function useExcludeVms(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ vmKeys, excluded, note }: ExclusionChange) => {
      let changed = 0;
      for (let start = 0; start < vmKeys.length; start += KEYS_PER_REQUEST) {
        const answer = await apiFetch(`${projectPath(projectId)}/vms/exclusions`, {
          method: "POST",
          body: { vmKeys: vmKeys.slice(start, start + KEYS_PER_REQUEST), excluded, note },
          schema: exclusionResponseSchema,
        });
        changed += answer.changed;
      }
      return changed;
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === "project" &&
          queryKey[1] === projectId &&
          ["vms", "vm", "inventory", "assessments"].includes(String(queryKey[2])),
      }),
  });
}
