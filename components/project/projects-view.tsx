"use client";

import { Anchor, Badge, Button, Group, Table } from "@mantine/core";
import { IconPlaneArrival } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "@/components/shell/caller-context";
import { QueryError } from "@/components/shell/query-error";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { PageHeader } from "@/components/ui/page-header";
import { projectsQuery, useLoadDemoProject } from "@/lib/client/project-queries";
import type { Project } from "@/lib/project/schema";
import { CreateProjectDialog } from "./create-project-dialog";

/** Every project, or how to begin when there is none. */
export function ProjectsView() {
  const t = useTranslations("project.list");
  const router = useRouter();
  const canWrite = useCan("Contributor");
  const [creating, setCreating] = useState(false);
  const projects = useQuery(projectsQuery());
  const demo = useLoadDemoProject();
  const loadDemo = () =>
    demo.mutate(undefined, { onSuccess: ({ id }) => router.push(`/projects/${id}/imports`) });
  const actions = (
    <Group gap="sm">
      <Button onClick={() => setCreating(true)} disabled={!canWrite}>
        {t("create")}
      </Button>
      <Button variant="default" onClick={loadDemo} loading={demo.isPending} disabled={!canWrite}>
        {t("loadDemo")}
      </Button>
    </Group>
  );
  const rows = projects.data ?? [];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {demo.isError ? <QueryError error={demo.error} /> : null}
      {projects.isError ? <QueryError error={projects.error} /> : null}
      {projects.isPending ? <LoadingState shape="lines" /> : null}
      {projects.isSuccess && rows.length === 0 ? (
        <EmptyState
          icon={<IconPlaneArrival size={40} stroke={1.4} />}
          title={t("emptyTitle")}
          action={actions}
        >
          {t("emptySentence")}
        </EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          {actions}
          <ProjectTable projects={rows} />
        </>
      ) : null}
      {creating ? <CreateProjectDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function ProjectTable({ projects }: { projects: readonly Project[] }) {
  const t = useTranslations("project");
  const format = useFormatter();
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table mt="md" aria-label={t("list.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("form.name")}</Table.Th>
            <Table.Th>{t("overview.vms")}</Table.Th>
            <Table.Th>{t("overview.assessments")}</Table.Th>
            <Table.Th>{t("overview.changed")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((project) => (
            <Table.Tr key={project.id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor component={Link} href={`/projects/${project.id}`}>
                    {project.name}
                  </Anchor>
                  {project.isDemo ? <Badge variant="outline">{t("list.demo")}</Badge> : null}
                </Group>
              </Table.Td>
              <Table.Td>{t("list.vms", { count: project.vmCount })}</Table.Td>
              <Table.Td>{t("list.assessments", { count: project.assessmentCount })}</Table.Td>
              <Table.Td>
                {format.dateTime(new Date(project.updatedAt), {
                  dateStyle: "medium",
                  timeStyle: "short",
                })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
