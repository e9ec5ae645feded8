"use client";

import { Group, List, Stack, Text } from "@mantine/core";
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react";
import { useIsFetching, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { AssumptionList } from "@/components/assessment/assumption-list";
import { CostTermChart, CostTerms, CostTermTable } from "@/components/cost/cost-by-term";
import { Loaded } from "@/components/imports/loaded";
import { sectionHref } from "@/components/shell/sections";
import { CommandBar } from "@/components/ui/command-bar";
import { LoadingState } from "@/components/ui/loading-state";
import { NODE_TYPE_SOURCE } from "@/lib/assessment/node-types";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { assessmentQuery } from "@/lib/client/assessment-queries";
import { businessCaseQuery, costsQuery } from "@/lib/client/cost-queries";
import { importQuery } from "@/lib/client/imports-queries";
import { businessCase } from "@/lib/cost/business-case/business-case";
import { SOURCES } from "@/lib/cost/business-case/fields";
import classes from "./report.module.css";
import { ReportCase } from "./report-case";
import { ReportConfidence } from "./report-confidence";
import { ReportCover } from "./report-cover";
import { ReportReadiness } from "./report-readiness";
import { ReportPart, ReportSection } from "./report-section";
import { ReportSettings } from "./report-settings";
import { ReportSizing } from "./report-sizing";
import { ReportSummary } from "./report-summary";

/** Documents that formulas and figures of the report were taken from. */
function ReportSources({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("report.sources");
  const prices = assessment.options.flatMap(({ cost }) =>
    cost.heads.flatMap(({ priceSource }) => priceSource ?? []),
  );
  const documents = [
    t("dated", { title: "Azure Migrate: AVS assessment calculation", date: "2024-08-07" }),
    t("dated", { title: NODE_TYPE_SOURCE.title, date: NODE_TYPE_SOURCE.date }),
    t("dated", {
      title: SOURCES.businessCase.title,
      date: SOURCES.businessCase.date,
    }),
    ...new Set(prices),
  ];
  return (
    <List fz="sm" spacing={4}>
      {documents.map((document) => (
        <List.Item key={document}>{document}</List.Item>
      ))}
    </List>
  );
}

function Report({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("report");
  const { projectId, id } = assessment;
  const costs = useQuery(costsQuery(projectId, id));
  const stored = useQuery(businessCaseQuery(projectId, id));
  const source = useQuery(importQuery(projectId, assessment.importId));
  const { facts, inputs } = stored.data ?? { facts: null, inputs: null };
  const outcome = useMemo(
    () => (facts && inputs ? businessCase(facts, inputs) : null),
    [facts, inputs],
  );
  return (
    <article className={classes.paper}>
      <ReportCover assessment={assessment} source={source.data} />
      <ReportSection title={t("titles.summary")} newPage>
        <ReportSummary
          assessment={assessment}
          outcome={outcome}
          currency={facts?.currency ?? assessment.settings.currency}
        />
        <ReportPart title={t("titles.assumptions")}>
          <AssumptionList assumptions={assessment.assumptions} />
        </ReportPart>
      </ReportSection>
      <ReportSection title={t("titles.readiness")} newPage>
        <ReportReadiness assessment={assessment} />
      </ReportSection>
      <ReportSection title={t("titles.sizing")} newPage>
        <ReportSizing assessment={assessment} />
      </ReportSection>
      {costs.data && costs.data.rows.length > 0 ? (
        <ReportSection title={t("titles.cost")} newPage>
          <Stack gap="md">
            <CostTerms settings={assessment.settings} />
            <CostTermTable table={costs.data} />
            <div className={classes.keep}>
              <CostTermChart table={costs.data} still />
            </div>
          </Stack>
        </ReportSection>
      ) : null}
      {facts && inputs && outcome ? (
        <ReportSection title={t("titles.case")} newPage>
          <ReportCase facts={facts} inputs={inputs} outcome={outcome} />
        </ReportSection>
      ) : null}
      <ReportSection title={t("titles.confidence")} newPage>
        <ReportConfidence
          confidence={source.data?.confidence ?? null}
          stars={assessment.confidenceStars}
        />
      </ReportSection>
      <ReportSection title={t("titles.settings")} newPage>
        <ReportSettings settings={assessment.settings} />
      </ReportSection>
      <ReportSection title={t("titles.sources")}>
        <ReportSources assessment={assessment} />
      </ReportSection>
    </article>
  );
}

/** The decision as a document: read it here, print it, or let the browser save it as a PDF. */
export function ReportView({
  projectId,
  assessmentId,
}: {
  projectId: string;
  assessmentId: string;
}) {
  const t = useTranslations("report");
  const query = useQuery(assessmentQuery(projectId, assessmentId));
  // What has not arrived would be missing on paper, and nobody would know.
  const isArriving = useIsFetching({ predicate: ({ state }) => state.status === "pending" }) > 0;
  return (
    <>
      <div className="lf-no-print">
        <CommandBar
          commands={[
            {
              id: "print",
              label: t("print"),
              icon: <IconPrinter size={16} />,
              primary: true,
              loading: isArriving,
              onClick: () => window.print(),
            },
            {
              id: "back",
              label: t("back"),
              icon: <IconArrowLeft size={16} />,
              href: `${sectionHref(projectId, "assessments")}/${assessmentId}`,
            },
          ]}
        />
        <Group gap={0}>
          <Text fz="sm" c="dimmed">
            {t("printHelp")}
          </Text>
        </Group>
      </div>
      <Loaded projectId={projectId} query={query} skeleton={<LoadingState rows={12} />}>
        {(assessment) => <Report assessment={assessment} />}
      </Loaded>
    </>
  );
}
