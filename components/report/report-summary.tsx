"use client";

import { Alert, List, Stack, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useMoney } from "@/components/assessment/use-money";
import { useBigMoney } from "@/components/business-case/use-big-money";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import type { BusinessCaseOutcome } from "@/lib/cost/business-case/schema";
import classes from "./report.module.css";

interface ReportSummaryProps {
  assessment: AssessmentRecord;
  outcome: BusinessCaseOutcome | null;
  currency: string;
}

/** The decision in a handful of sentences, each of a figure that the report derives further on. */
export function ReportSummary({ assessment, outcome, currency }: ReportSummaryProps) {
  const t = useTranslations("report.summary");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const money = useMoney(assessment.settings.currency);
  const bigMoney = useBigMoney(currency);
  const { suitability, recommended, options } = assessment;
  const best = options.find(({ sizing }) => sizing.nodeType === recommended?.nodeType);
  const total = Object.values(suitability).reduce((sum, count) => sum + count, 0);
  const count = (state: keyof typeof suitability) => suitability[state] ?? 0;
  const sentences = [
    t("readiness", {
      total,
      ready: count("Suitable"),
      conditions: count("ConditionallySuitable"),
      notReady: count("NotSuitable"),
      unknown: count("ReadinessUnknown"),
    }),
    best
      ? t("sizing", {
          vms: assessment.demand.vmCount,
          hosts: best.sizing.nodeNumber + best.sizing.baseNodes,
          nodeType: best.sizing.nodeType,
          clusters: best.sizing.clusters.length,
          factor: tAssessment(`limitingFactor.${best.sizing.limitingFactor}`),
        })
      : t("nothingSized"),
    best
      ? best.cost.hostsMonthly === null
        ? t("costUnknown")
        : t("cost", {
            amount: money(best.cost.hostsMonthly),
            term: tAssessment(`values.savingsOptions.${best.cost.savingsOption}`),
          })
      : null,
    outcome?.ok
      ? t(outcome.savingsTotal >= 0 ? "caseSaves" : "caseCosts", {
          amount: bigMoney(Math.abs(outcome.savingsTotal)),
          npv: bigMoney(outcome.npv),
        })
      : t("noCase"),
    outcome?.ok
      ? outcome.breakEvenMonth === null
        ? t("neverPaid")
        : outcome.breakEvenMonth === 0
          ? t("paidFromStart")
          : t("paid", { month: outcome.breakEvenMonth })
      : null,
  ].filter((sentence) => sentence !== null);
  const notEvaluated = assessment.rules.filter((rule) => !rule.evaluated).length;
  return (
    <Stack gap="md">
      {assessment.isOutOfDate ? <Alert color="yellow">{t("outOfDate")}</Alert> : null}
      <List spacing={6} className={classes.lead}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {notEvaluated > 0 ? (
        <Text fz="sm" c="dimmed">
          {t("notEvaluated", { count: notEvaluated, of: format.number(assessment.rules.length) })}
        </Text>
      ) : null}
    </Stack>
  );
}
