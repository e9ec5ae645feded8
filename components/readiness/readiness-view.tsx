"use client";

import { Select, Stack, Tabs } from "@mantine/core";
import { IconChartBar, IconChecklist, IconDeviceDesktop } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { OutOfDateAlert } from "@/components/assessment/out-of-date-alert";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded, NoInventory } from "@/components/imports/loaded";
import { useDateText } from "@/components/imports/use-date-text";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam, useSearchParamSetter } from "@/components/ui/use-search-param";
import type { AssessmentRecord, AssessmentSummary } from "@/lib/assessment/record-schema";
import { acknowledgementSummaryQuery } from "@/lib/client/acknowledgement-queries";
import { assessmentQuery, assessmentsQuery } from "@/lib/client/assessment-queries";
import { projectQuery } from "@/lib/client/project-queries";
import { AcknowledgementFigures } from "./acknowledgement-figures";
import { AssessedVmBlade } from "./assessed-vm-blade";
import { AssessedVmTable } from "./assessed-vm-table";
import { ReadinessCharts } from "./readiness-charts";
import { ReadinessGapsAlert } from "./readiness-gaps-alert";
import { RuleList } from "./rule-list";
import { SuitabilityCards } from "./suitability-cards";

const skeleton = (
  <Stack gap="lg">
    <LoadingState shape="cards" rows={4} />
    <LoadingState shape="table" rows={10} />
  </Stack>
);

function NoAssessment({ projectId }: { projectId: string }) {
  const t = useTranslations("assessment-pages.none");
  const project = useQuery(projectQuery(projectId));
  if (project.data?.currentImportId === null) return <NoInventory projectId={projectId} />;
  return (
    <EmptyState
      icon={<IconChartBar size={30} />}
      title={t("title")}
      next={{ label: t("action"), href: `${sectionHref(projectId, "assessments")}?new=1` }}
    >
      {t("sentence")}
    </EmptyState>
  );
}

interface AssessmentChoiceProps {
  projectId: string;
  list: readonly AssessmentSummary[];
  chosenId: string;
}

/** Which assessment the page speaks of; re-runs keep their name, so the date stands with it. */
function AssessmentChoice({ projectId, list, chosenId }: AssessmentChoiceProps) {
  const t = useTranslations("assessment-pages.readiness");
  const set = useSearchParamSetter();
  const date = useDateText(projectId);
  return (
    <Select
      size="xs"
      w={380}
      maw="100%"
      label={t("assessment")}
      data={list.map((one) => ({
        value: one.id,
        label: t("named", { name: one.name, date: date(one.createdAt) }),
      }))}
      value={chosenId}
      allowDeselect={false}
      onChange={(id) =>
        set({ assessment: id, vm: null, "filter.rule": null, "filter.suitability": null })
      }
    />
  );
}

function ReadinessContent({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.readiness");
  const [tab, setTab] = useSearchParam("tab");
  const [suitability] = useSearchParam("filter.suitability");
  const [findings] = useSearchParam("findings");
  const summary = useQuery(acknowledgementSummaryQuery(assessment.projectId, assessment.id));
  return (
    <Stack gap="lg">
      {assessment.isOutOfDate ? <OutOfDateAlert assessment={assessment} /> : null}
      <SuitabilityCards counts={assessment.suitability} chosen={suitability} />
      <ReadinessGapsAlert assessment={assessment} />
      {summary.data ? (
        <AcknowledgementFigures
          summary={summary.data}
          chosen={tab === "checks" ? findings : null}
        />
      ) : (
        <LoadingOrError query={summary} skeleton={<LoadingState shape="cards" rows={3} />} />
      )}
      <ReadinessCharts assessment={assessment} />
      <Tabs
        value={tab === "checks" ? "checks" : "vms"}
        onChange={(next) => setTab(next === "checks" ? "checks" : null)}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="vms" leftSection={<IconDeviceDesktop size={16} aria-hidden />}>
            {t("vmsTab")}
          </Tabs.Tab>
          <Tabs.Tab value="checks" leftSection={<IconChecklist size={16} aria-hidden />}>
            {t("checksTab", { count: assessment.rules.length })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="vms">
          <AssessedVmTable assessment={assessment} />
        </Tabs.Panel>
        <Tabs.Panel value="checks">
          <RuleList assessment={assessment} />
        </Tabs.Panel>
      </Tabs>
      <AssessedVmBlade assessment={assessment} />
    </Stack>
  );
}

/** What can move, what cannot, and why: of the newest assessment, or of `?assessment=<id>`. */
export function ReadinessView({ projectId }: { projectId: string }) {
  const t = useTranslations("assessment-pages.readiness");
  const list = useQuery(assessmentsQuery(projectId));
  const [wanted] = useSearchParam("assessment");
  const chosenId = wanted ?? list.data?.[0]?.id;
  const assessment = useQuery({
    ...assessmentQuery(projectId, chosenId ?? ""),
    enabled: chosenId !== undefined,
  });
  return (
    <DecidePage
      projectId={projectId}
      importId={assessment.data?.importId}
      section="readiness"
      description={t("description")}
    >
      <Loaded projectId={projectId} query={list} skeleton={skeleton}>
        {(assessments) =>
          chosenId === undefined ? (
            <NoAssessment projectId={projectId} />
          ) : (
            <Stack gap="lg">
              {assessments.length > 1 ? (
                <AssessmentChoice projectId={projectId} list={assessments} chosenId={chosenId} />
              ) : null}
              <Loaded projectId={projectId} query={assessment} skeleton={skeleton}>
                {(record) => <ReadinessContent assessment={record} />}
              </Loaded>
            </Stack>
          )
        }
      </Loaded>
    </DecidePage>
  );
}
