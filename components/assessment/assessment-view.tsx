"use client";

import { Alert, Anchor, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import {
  IconChecklist,
  IconFileText,
  IconPencil,
  IconRefresh,
  IconTrash,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CostByTerm } from "@/components/cost/cost-by-term";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded } from "@/components/imports/loaded";
import { useMayWrite } from "@/components/imports/use-may-write";
import { SuitabilityBar, SuitabilityTable } from "@/components/readiness/suitability-bar";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { ExportMenu } from "@/components/tables/export-menu";
import type { Command } from "@/components/ui/command-bar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LoadingState } from "@/components/ui/loading-state";
import { StateBadge } from "@/components/ui/state-badge";
import { useSearchParam } from "@/components/ui/use-search-param";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { assessmentQuery, useDeleteAssessment } from "@/lib/client/assessment-queries";
import { exportHref } from "@/lib/client/export-href";
import { AssessmentEssentials } from "./assessment-essentials";
import { AssumptionList } from "./assumption-list";
import { NodeChart } from "./node-chart";
import { NodeDetail } from "./node-detail";
import { NodeTable } from "./node-table";
import { OutOfDateAlert, useRerun } from "./out-of-date-alert";
import { Recommendation } from "./recommendation";
import { RenameDialog } from "./rename-dialog";

interface SectionProps {
  title: string;
  /** Beside the title, for instance an export. */
  actions?: ReactNode;
  children: ReactNode;
}

function Section({ title, actions, children }: SectionProps) {
  return (
    <section>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  );
}

/** The hosts of every node type, and how those of the chosen one come about. */
function Sizing({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages");
  const [node, setNode] = useSearchParam("node");
  const { options, recommended } = assessment;
  const chosen =
    options.find((option) => option.sizing.nodeType === node) ??
    options.find((option) => option.sizing.nodeType === recommended?.nodeType) ??
    options[0];
  if (!chosen) return <Alert color="yellow">{t("nodes.nothing")}</Alert>;
  return (
    <Stack gap="xl">
      <Section
        title={t("nodes.title")}
        actions={
          <ExportMenu
            label={t("nodes.title")}
            href={(format) =>
              exportHref(assessment.projectId, "sizing", format, {}, { assessment: assessment.id })
            }
          />
        }
      >
        <Stack gap="md">
          <NodeTable assessment={assessment} chosen={chosen.sizing.nodeType} onChoose={setNode} />
          <NodeChart options={options} />
        </Stack>
      </Section>
      <NodeDetail option={chosen} />
    </Stack>
  );
}

function AssessmentContent({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages");
  const tCost = useTranslations("cost");
  const { projectId, id } = assessment;
  const notEvaluated = assessment.rules.filter((rule) => !rule.evaluated).length;
  return (
    <Stack gap="xl">
      {assessment.isOutOfDate ? <OutOfDateAlert assessment={assessment} /> : null}
      <AssessmentEssentials assessment={assessment} />
      <Recommendation assessment={assessment} />
      <Section title={t("readiness.title")}>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Stack gap="sm">
            <SuitabilityBar counts={assessment.suitability} size="xl" />
            <Text fz="sm">
              {t("readiness.checks", { rules: assessment.rules.length, notEvaluated })}
            </Text>
            <Anchor
              component={Link}
              href={`${sectionHref(projectId, "readiness")}?assessment=${id}`}
            >
              {t("readiness.open")}
            </Anchor>
          </Stack>
          <SuitabilityTable counts={assessment.suitability} />
        </SimpleGrid>
      </Section>
      <Sizing assessment={assessment} />
      {assessment.options.length > 0 ? (
        <Section
          title={tCost("title")}
          actions={
            <ExportMenu
              label={tCost("title")}
              href={(format) => exportHref(projectId, "costs", format, {}, { assessment: id })}
            />
          }
        >
          <CostByTerm assessment={assessment} />
        </Section>
      ) : null}
      <Section title={t("assumptions.title")}>
        <AssumptionList assumptions={assessment.assumptions} />
      </Section>
    </Stack>
  );
}

/** Reads, renames, runs again and deletes; changes need a Contributor. */
function useCommands(
  assessment: AssessmentRecord,
  onRename: () => void,
  onDelete: () => void,
): Command[] {
  const t = useTranslations("assessment-pages.commands");
  const { mayWrite, reason } = useMayWrite();
  const rerun = useRerun(assessment);
  const guarded = { disabled: !mayWrite, disabledReason: reason };
  return [
    {
      id: "readiness",
      label: t("readiness"),
      icon: <IconChecklist size={16} />,
      href: `${sectionHref(assessment.projectId, "readiness")}?assessment=${assessment.id}`,
    },
    {
      id: "report",
      label: t("report"),
      icon: <IconFileText size={16} />,
      href: `${sectionHref(assessment.projectId, "assessments")}/${assessment.id}/report`,
    },
    {
      id: "rename",
      label: t("rename"),
      icon: <IconPencil size={16} />,
      onClick: onRename,
      ...guarded,
    },
    {
      id: "rerun",
      label: t("rerun"),
      icon: <IconRefresh size={16} />,
      onClick: rerun.run,
      loading: rerun.pending,
      ...guarded,
    },
    {
      id: "delete",
      label: t("delete"),
      icon: <IconTrash size={16} />,
      onClick: onDelete,
      destructive: true,
      ...guarded,
    },
  ];
}

function AssessmentPage({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages");
  const router = useRouter();
  const notifyError = useNotifyError();
  const { projectId } = assessment;
  const remove = useDeleteAssessment(projectId);
  const [asking, setAsking] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const commands = useCommands(
    assessment,
    () => setRenaming(true),
    () => setAsking(true),
  );
  return (
    <DecidePage
      projectId={projectId}
      importId={assessment.importId}
      section="assessments"
      title={assessment.name}
      status={
        assessment.isOutOfDate ? (
          <StateBadge tone="warning" withDot>
            {t("list.outOfDate")}
          </StateBadge>
        ) : undefined
      }
      commands={commands}
    >
      <AssessmentContent assessment={assessment} />
      <RenameDialog assessment={assessment} opened={renaming} onClose={() => setRenaming(false)} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("delete.title")}
        confirmLabel={t("delete.confirm")}
        destructive
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(assessment.id, {
            onError: notifyError,
            onSuccess: () => router.push(sectionHref(projectId, "assessments")),
          })
        }
      >
        {t("delete.sentence", { name: assessment.name })}
      </ConfirmDialog>
    </DecidePage>
  );
}

interface AssessmentViewProps {
  projectId: string;
  assessmentId: string;
}

/** One assessment: the recommendation, what it rests on, and how it was calculated. */
export function AssessmentView({ projectId, assessmentId }: AssessmentViewProps) {
  const assessment = useQuery(assessmentQuery(projectId, assessmentId));
  if (assessment.data) return <AssessmentPage assessment={assessment.data} />;
  return (
    <DecidePage projectId={projectId} section="assessments">
      <Loaded
        projectId={projectId}
        query={assessment}
        skeleton={
          <Stack gap="xl">
            <LoadingState rows={6} />
            <LoadingState shape="cards" rows={4} />
            <LoadingState shape="table" rows={6} />
          </Stack>
        }
      >
        {() => null}
      </Loaded>
    </DecidePage>
  );
}
