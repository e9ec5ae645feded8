"use client";

import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ProjectPage } from "@/components/shell/project-page";
import { QueryError } from "@/components/shell/query-error";
import { sectionHref } from "@/components/shell/sections";
import { DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { projectQuery } from "@/lib/client/project-queries";

/** What the project is, and the first thing to do in it. */
export function OverviewView({ projectId }: { projectId: string }) {
  const t = useTranslations("project");
  const format = useFormatter();
  const project = useQuery(projectQuery(projectId));
  if (project.isError) return <QueryError error={project.error} />;
  if (!project.data) return <LoadingState />;
  const { data } = project;
  const networks = data.onPremisesNetworks.join(", ");
  return (
    <ProjectPage section="overview" title={data.name}>
      <Stack gap="lg">
        <DefinitionList
          items={[
            { term: t("overview.vms"), value: t("list.vms", { count: data.vmCount }) },
            {
              term: t("overview.starts"),
              value: format.dateTime(new Date(data.epochIso), {
                dateStyle: "medium",
                timeStyle: "short",
                timeZone: data.timeZone,
              }),
            },
            { term: t("overview.timeZone"), value: data.timeZone },
            { term: t("overview.networks"), value: networks || t("overview.notStated") },
            { term: t("overview.seed"), value: String(data.seed) },
          ]}
        />
        <section>
          <Title order={2}>{t("overview.nextStep")}</Title>
          <Anchor component={Link} href={sectionHref(projectId, "imports")}>
            {t("steps.import")}
          </Anchor>
          <Text fz="sm" c="dimmed">
            {t("steps.importSentence")}
          </Text>
        </section>
      </Stack>
    </ProjectPage>
  );
}
