"use client";

import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ChangesNote } from "@/components/imports/changes-note";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { sectionHref } from "@/components/shell/sections";
import { DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { StateBadge } from "@/components/ui/state-badge";
import { projectQuery } from "@/lib/client/project-queries";
import { worldQuery } from "@/lib/client/world-queries";
import type { Project } from "@/lib/project/schema";
import classes from "./overview-view.module.css";
import { nextStep, type ProgressStep, progressPhases, projectProgress } from "./progress";
import { StepRow } from "./step-card";

function Essentials({ project }: { project: Project }) {
  const t = useTranslations("project");
  const format = useFormatter();
  const dateTime = (iso: string) =>
    format.dateTime(new Date(iso), {
      dateStyle: "medium",
      timeStyle: "short",
      hourCycle: "h23",
      timeZone: project.timeZone,
    });
  const networks = project.onPremisesNetworks.join(", ");
  return (
    <section aria-label={t("overview.essentials")}>
      <DefinitionList
        items={[
          { term: t("overview.vms"), value: t("list.vms", { count: project.vmCount }) },
          {
            term: t("overview.assessments"),
            value: t("list.assessments", { count: project.assessmentCount }),
          },
          { term: t("overview.starts"), value: dateTime(project.epochIso) },
          { term: t("overview.timeZone"), value: project.timeZone },
          { term: t("overview.networks"), value: networks || t("overview.notStated") },
          { term: t("overview.changed"), value: dateTime(project.updatedAt) },
        ]}
      />
    </section>
  );
}

function NextStep({ projectId, steps }: { projectId: string; steps: readonly ProgressStep[] }) {
  const t = useTranslations("project");
  const next = nextStep(steps);
  if (!next) {
    const allDone = steps.every((step) => step.state === "done");
    return allDone ? <Text fz="sm">{t("overview.allDone")}</Text> : null;
  }
  const underWay = next.id === "board" && next.state === "running";
  const title = t(underWay ? "overview.watch" : `steps.${next.id}`);
  return (
    <Paper component="section" withBorder className={classes.next} aria-labelledby="next-step">
      <div className={classes.stepText}>
        <Text fz="xs" c="dimmed" id="next-step">
          {t("overview.nextStep")}
        </Text>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text fz="sm" c="dimmed">
          {t(underWay ? "overview.watchSentence" : `steps.${next.id}Sentence`)}
        </Text>
      </div>
      <Button
        component={Link}
        href={sectionHref(projectId, next.section)}
        size="sm"
        rightSection={<IconArrowRight size={16} aria-hidden />}
      >
        {title}
      </Button>
    </Paper>
  );
}

function Phases({ projectId, steps }: { projectId: string; steps: readonly ProgressStep[] }) {
  const t = useTranslations("project");
  return (
    <div className={classes.phases}>
      {progressPhases.map((phase) => (
        <Paper key={phase} component="section" withBorder className={classes.phase}>
          <Title order={2} size="h3">
            {t(`phases.${phase}`)}
          </Title>
          <Text fz="xs" c="dimmed">
            {t(`phases.${phase}Sentence`)}
          </Text>
          <ul className={classes.steps}>
            {steps
              .filter((step) => step.phase === phase)
              .map((step) => (
                <StepRow key={step.id} projectId={projectId} step={step} />
              ))}
          </ul>
        </Paper>
      ))}
    </div>
  );
}

/** What the project is, how far it is on the way of a migration, and the next step. */
export function OverviewView({ projectId }: { projectId: string }) {
  const t = useTranslations("project.list");
  const project = useQuery(projectQuery(projectId));
  // Without the world its steps read "no data": the rest of the page does not wait for it.
  const world = useQuery(worldQuery(projectId));
  if (!project.data) return <LoadingOrError query={project} skeleton={<LoadingState />} />;
  const steps = projectProgress(project.data, world.data ?? null);
  return (
    <ProjectPage
      section="overview"
      title={project.data.name}
      description={project.data.description || undefined}
      status={project.data.isDemo ? <StateBadge tone="info">{t("demo")}</StateBadge> : undefined}
    >
      <Stack gap="lg">
        <Essentials project={project.data} />
        {project.data.currentImportId ? (
          <ChangesNote projectId={projectId} importId={project.data.currentImportId} />
        ) : null}
        <NextStep projectId={projectId} steps={steps} />
        <Phases projectId={projectId} steps={steps} />
      </Stack>
    </ProjectPage>
  );
}
