"use client";

import { useQuery } from "@tanstack/react-query";
import { moveGroupQuery } from "@/lib/client/dependency-queries";
import { fetchAllCandidates } from "@/lib/client/group-queries";
import { type GroupForm, toChosen } from "./group-draft";
import type { GroupContext } from "./use-group-context";

/** Name and VMs of the move group that a mobility group is to be made from; nothing when there is none. */
export function useMoveGroupVms(
  projectId: string,
  moveGroupId: string | null,
  context: GroupContext | null,
): { data: Pick<GroupForm, "name" | "vms"> | undefined; isLoading: boolean } {
  const moveGroup = useQuery({
    ...moveGroupQuery(projectId, moveGroupId ?? "", undefined),
    enabled: moveGroupId !== null,
  });
  const assessmentId = context?.assessment?.id ?? null;
  const vmKeys = moveGroup.data?.group.vmKeys ?? [];
  const chosen = useQuery({
    queryKey: ["project", projectId, "move-group-vms", moveGroupId, assessmentId, vmKeys],
    enabled: context !== null && moveGroup.data !== undefined,
    queryFn: async () => {
      const wanted = new Set(vmKeys);
      const rows = await fetchAllCandidates(projectId, assessmentId, {});
      return {
        name: moveGroup.data?.group.name ?? "",
        vms: rows.filter(({ vmKey }) => wanted.has(vmKey)).map(toChosen),
      };
    },
  });
  return {
    data: chosen.data,
    isLoading: moveGroupId !== null && !chosen.data && !chosen.isError && !moveGroup.isError,
  };
}
