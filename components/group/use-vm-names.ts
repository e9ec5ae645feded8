"use client";

import { useQuery } from "@tanstack/react-query";
import { type CandidateVm, fetchAllCandidates } from "@/lib/client/group-queries";
import type { MobilityGroupDraft } from "@/lib/hcx/mobility-group-schema";

/** The names and readiness of a draft's VMs, by key; null until they are read. */
export function useVmNames(
  projectId: string,
  draft: MobilityGroupDraft,
  assessmentId: string | null,
): Map<string, CandidateVm> | null {
  const { data } = useQuery({
    queryKey: ["project", projectId, "group-vms", draft.groupId, assessmentId],
    queryFn: async () => {
      const wanted = new Set(draft.migrations.map(({ vmKey }) => vmKey));
      const rows = await fetchAllCandidates(projectId, assessmentId, {});
      return new Map(
        rows.filter((row) => wanted.has(row.vmKey)).map((row) => [row.vmKey, row] as const),
      );
    },
  });
  return data ?? null;
}
