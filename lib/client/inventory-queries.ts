import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
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

/**
 * What was decided for VMs before a change, grouped by decision, from the pages that were shown:
 * the way back of an undo. A VM that no page shows counts as undecided.
 */
export function decisionsBefore(
  client: QueryClient,
  projectId: string,
  vmKeys: readonly string[],
): Map<boolean | null, string[]> {
  const pages = client.getQueriesData<z.output<typeof vmPageSchema>>({
    queryKey: ["project", projectId, "vms"],
  });
  const known = new Map(
    pages.flatMap(([, page]) => (page?.rows ?? []).map((row) => [row.key, row.excluded] as const)),
  );
  const groups = new Map<boolean | null, string[]>();
  for (const key of vmKeys) {
    const decision = known.get(key) ?? null;
    groups.set(decision, [...(groups.get(decision) ?? []), key]);
  }
  return groups;
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
