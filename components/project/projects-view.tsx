"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPackageImport, IconPlaneArrival, IconPlus, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import type { Command } from "@/components/ui/command-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { onDemand } from "@/components/ui/on-demand";
import { PageHeader } from "@/components/ui/page-header";
import { projectsQuery, useLoadDemoProject } from "@/lib/client/project-queries";
import type { Project } from "@/lib/project/schema";
import { DeleteProjectDialog } from "./delete-project-dialog";
import { ProjectCard } from "./project-card";
import classes from "./project-card.module.css";

const CreateProjectDialog = onDemand(
  async () => (await import("./create-project-dialog")).CreateProjectDialog,
);

/** Generates the demo project and goes to it. */
function useDemoProject() {
  const t = useTranslations("project.list");
  const router = useRouter();
  const notifyError = useNotifyError();
  const demo = useLoadDemoProject();
  const load = () => {
    notify({ kind: "info", message: t("demoLoading") });
    demo.mutate(undefined, {
      onSuccess: (project) => router.push(sectionHref(project.id, "overview")),
      onError: notifyError,
    });
  };
  return { load, pending: demo.isPending || demo.isSuccess };
}

interface ProjectListProps {
  projects: readonly Project[];
  onDelete: (project: Project) => void;
}

function ProjectList({ projects, onDelete }: ProjectListProps) {
  return (
    <ul className={classes.list}>
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} onDelete={() => onDelete(project)} />
      ))}
    </ul>
  );
}

/** Every project, or how to begin when there is none. */
export function ProjectsView() {
  const t = useTranslations("project.list");
  const common = useTranslations("common.actions");
  const canWrite = useCan("Contributor");
  const [creating, create] = useDisclosure(false);
  const [deleting, setDeleting] = useState<Project | null>(null);
  const query = useQuery(projectsQuery());
  const projects = query.data;
  const demo = useDemoProject();
  const rights = { disabled: !canWrite, disabledReason: t("needsContributor") };
  const commands: Command[] = [
    {
      id: "create",
      label: t("create"),
      icon: <IconPlus size={16} aria-hidden />,
      onClick: create.open,
      ...rights,
    },
    {
      id: "demo",
      label: t("loadDemo"),
      icon: <IconPackageImport size={16} aria-hidden />,
      onClick: demo.load,
      loading: demo.pending,
      ...rights,
    },
    {
      id: "refresh",
      label: common("refresh"),
      icon: <IconRefresh size={16} aria-hidden />,
      onClick: () => void query.refetch(),
      loading: query.isFetching && projects !== undefined,
    },
  ];
  const empty = projects?.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        commands={empty ? [] : commands}
      />
      {projects ? null : (
        <LoadingOrError query={query} skeleton={<LoadingState shape="cards" rows={3} />} />
      )}
      {empty ? (
        <EmptyState
          icon={<IconPlaneArrival size={30} stroke={1.6} />}
          title={t("emptyTitle")}
          action={
            canWrite ? (
              <>
                <Button size="sm" onClick={create.open}>
                  {t("create")}
                </Button>
                <Button size="sm" variant="default" onClick={demo.load} loading={demo.pending}>
                  {t("loadDemo")}
                </Button>
              </>
            ) : (
              t("needsContributor")
            )
          }
        >
          {t("emptySentence")}
        </EmptyState>
      ) : null}
      {projects && !empty ? <ProjectList projects={projects} onDelete={setDeleting} /> : null}
      <CreateProjectDialog opened={creating} onClose={create.close} />
      <DeleteProjectDialog project={deleting} onClose={() => setDeleting(null)} />
    </>
  );
}
