"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type CandidateVm, fetchAllCandidates } from "@/lib/client/group-queries";
import type { MobilityGroupDraft } from "@/lib/hcx/mobility-group-schema";

/** The names and readiness of a draft's VMs, by key. */
export function useVmNames(
  projectId: string,
  draft: MobilityGroupDraft,
  assessmentId: string | null,
): UseQueryResult<Map<string, CandidateVm>> {
  return useQuery({
    queryKey: ["project", projectId, "group-vms", draft.groupId, assessmentId],
    queryFn: async () => {
      const wanted = new Set(draft.migrations.map(({ vmKey }) => vmKey));
      const rows = await fetchAllCandidates(projectId, assessmentId, {});
      return new Map(
        rows.filter((row) => wanted.has(row.vmKey)).map((row) => [row.vmKey, row] as const),
      );
    },
  });
}
