"use client";

import { Alert } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DecidePage } from "@/components/imports/decide-page";
import { NoInventory } from "@/components/imports/loaded";
import { useCan } from "@/components/shell/caller-context";
import { QueryError } from "@/components/shell/query-error";
import { LoadingState } from "@/components/ui/loading-state";
import { projectQuery } from "@/lib/client/project-queries";
import { emptyForm, type GroupForm } from "./group-draft";
import { GroupWizard } from "./group-wizard";
import { type GroupContext, useGroupContext } from "./use-group-context";
import { useMoveGroupVms } from "./use-move-group-vms";

/** A new group with the only mesh and the first cluster chosen already. */
function firstForm(
  context: GroupContext,
  groupId: string,
  chosen: Pick<GroupForm, "name" | "vms"> | null,
): GroupForm {
  return {
    ...emptyForm(groupId),
    ...chosen,
    groupType: context.assessment === null ? "Bulk" : "best",
    serviceMeshName: context.meshNames[0] ?? "",
    destinationCluster: context.clusterNames[0] ?? "",
  };
}

/** The page that makes a mobility group. */
export function NewGroupView({ projectId }: { projectId: string }) {
  const t = useTranslations("groups");
  const mayOperate = useCan("Contributor");
  const { context, error, refetch } = useGroupContext(projectId);
  // Made once, so that saving twice is the same group.
  const [groupId] = useState(() => crypto.randomUUID());
  // Its form may come from this browser, of which the server knows nothing.
  const mounted = useMounted();
  const { data: project } = useQuery(projectQuery(projectId));
  const moveGroupId = useSearchParams().get("moveGroup");
  const chosen = useMoveGroupVms(projectId, moveGroupId, context);
  return (
    <DecidePage
      projectId={projectId}
      section="groups"
      title={t("newTitle")}
      description={t("newDescription")}
    >
      {!mayOperate ? (
        <Alert color="gray" my="md">
          {t("needsContributor")}
        </Alert>
      ) : project?.currentImportId === null ? (
        <NoInventory projectId={projectId} />
      ) : context && mounted && !chosen.isLoading ? (
        <GroupWizard
          context={context}
          initial={firstForm(context, groupId, chosen.data ?? null)}
          kind="mobilityGroup.create"
        />
      ) : error ? (
        <QueryError error={error} onRetry={refetch} />
      ) : (
        <LoadingState rows={10} />
      )}
    </DecidePage>
  );
}
