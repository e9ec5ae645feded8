"use client";

import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { QueryError } from "@/components/shell/query-error";
import { LoadingState } from "@/components/ui/loading-state";
import { groupQuery, type MobilityGroupDetail } from "@/lib/client/group-queries";
import { formOf } from "./group-draft";
import { GroupWizard } from "./group-wizard";
import { useGroupContext } from "./use-group-context";
import { useVmNames } from "./use-vm-names";

function GroupEditor({ projectId, detail }: { projectId: string; detail: MobilityGroupDetail }) {
  const { context, error, refetch } = useGroupContext(projectId);
  const names = useVmNames(projectId, detail.group.draft, context?.assessment?.id ?? null);
  if (!context || !names.data) {
    const failure = error ?? names.error;
    const retry = () => {
      refetch();
      void names.refetch();
    };
    return failure ? <QueryError error={failure} onRetry={retry} /> : <LoadingState rows={10} />;
  }
  const known = names.data;
  return (
    <GroupWizard
      context={context}
      initial={formOf(detail.group.draft, (vmKey) => known.get(vmKey) ?? null)}
      kind="mobilityGroup.edit"
    />
  );
}

/** The page that changes a draft; a group that has started is only told so. */
export function EditGroupView({ projectId, groupId }: { projectId: string; groupId: string }) {
  const t = useTranslations("groups");
  const mayOperate = useCan("Contributor");
  const query = useQuery(groupQuery(projectId, groupId));
  const { data: detail } = query;
  if (!detail) {
    return (
      <ProjectPage section="groups">
        <LoadingOrError query={query} skeleton={<LoadingState rows={10} />} />
      </ProjectPage>
    );
  }
  const closed =
    detail.group.startedAtSeconds !== null ? "cannotEdit" : mayOperate ? null : "needsContributor";
  return (
    <ProjectPage section="groups" title={t("editTitle", { name: detail.group.draft.name })}>
      {closed === null ? (
        <GroupEditor projectId={projectId} detail={detail} />
      ) : (
        <Alert color="gray" my="sm">
          {t(closed)}
        </Alert>
      )}
    </ProjectPage>
  );
}
