"use client";

import { Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { SuitabilityBar, SuitabilityTable } from "@/components/readiness/suitability-bar";
import type { AssessmentRecord, RuleSummary } from "@/lib/assessment/record-schema";
import { ReportPart } from "./report-section";

const SEVERITY_ORDER: Readonly<Record<RuleSummary["severity"], number>> = {
  blocking: 0,
  warning: 1,
  info: 2,
};

function byWeight(left: RuleSummary, right: RuleSummary): number {
  return (
    SEVERITY_ORDER[left.severity] - SEVERITY_ORDER[right.severity] ||
    right.vmCount - left.vmCount ||
    (left.number ?? 0) - (right.number ?? 0)
  );
}

function FindingTable({ rules }: { rules: readonly RuleSummary[] }) {
  const t = useTranslations("report.readiness");
  const tReadiness = useTranslations("readiness");
  const format = useFormatter();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("check")}</Table.Th>
          <Table.Th>{t("severity")}</Table.Th>
          <Table.Th ta="end">{t("vms")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rules.map((rule) => (
          <Table.Tr key={rule.ruleId}>
            <Table.Th scope="row" fw={400}>
              {tReadiness(`rules.${rule.ruleId}.title`)}
            </Table.Th>
            <Table.Td>{tReadiness(`severity.${rule.severity}`)}</Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {rule.vmCount > 0
                ? format.number(rule.vmCount)
                : t("objects", { count: rule.subjects.length })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How many VMs can move, what stands in the way of the others, and what could not be checked. */
export function ReportReadiness({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("report.readiness");
  const tReadiness = useTranslations("readiness");
  const { rules, suitability } = assessment;
  const found = rules.filter((rule) => rule.vmCount > 0 || rule.subjects.length > 0).sort(byWeight);
  const notEvaluated = rules.filter((rule) => !rule.evaluated);
  return (
    <>
      <SuitabilityBar counts={suitability} size="xl" />
      <SuitabilityTable counts={suitability} />
      <ReportPart title={t("findings")} keep={false}>
        {found.length > 0 ? <FindingTable rules={found} /> : <Text fz="sm">{t("noFindings")}</Text>}
      </ReportPart>
      {notEvaluated.length > 0 ? (
        <ReportPart title={t("notEvaluated")} keep={false}>
          <Text fz="sm">
            {notEvaluated.map((rule) => tReadiness(`rules.${rule.ruleId}.title`)).join("; ")}
          </Text>
        </ReportPart>
      ) : null}
    </>
  );
}
