"use client";

import { Stack, Text } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { moveGroupsQuery } from "@/lib/client/dependency-queries";
import { GroupTable } from "./group-table";
import { SuggestionPanel } from "./suggestion-panel";
import type { HiddenPorts } from "./use-hidden-ports";

/** Move groups: suggested, made, and what each of them cuts. */
export function GroupTab({ projectId, hidden }: { projectId: string; hidden: HiddenPorts }) {
  const t = useTranslations("dependencies.groups");
  const format = useFormatter();
  const groups = useQuery(moveGroupsQuery(projectId, hidden.text));
  if (!groups.data)
    return <LoadingOrError query={groups} skeleton={<LoadingState shape="table" rows={8} />} />;
  const { data } = groups;
  return (
    <Stack gap="md">
      <SuggestionPanel projectId={projectId} groups={data.groups} hidden={hidden} />
      <Text fz="sm" c="dimmed">
        {t("ungrouped", {
          vms: format.number(data.ungroupedVms),
          linked: format.number(data.ungroupedLinkedVms),
        })}{" "}
        {data.assessmentName === null
          ? t("noAssessment")
          : t("assessment", { name: data.assessmentName })}
      </Text>
      <GroupTable
        projectId={projectId}
        list={data}
        hidden={hidden}
        empty={
          <EmptyState icon={<IconStack2 size={28} />} title={t("emptyTitle")}>
            {t("emptySentence")}
          </EmptyState>
        }
      />
    </Stack>
  );
}
