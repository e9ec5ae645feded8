"use client";

import { Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { RESOURCES, StepTable } from "@/components/assessment/sizing-steps";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { ReportPart } from "./report-section";

function NodeTable({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.nodes");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const percent = (value: number) =>
    format.number(value / 100, { style: "percent", maximumFractionDigits: 0 });
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("nodeType")}</Table.Th>
          <Table.Th ta="end">{t("hosts")}</Table.Th>
          <Table.Th ta="end">{t("clusters")}</Table.Th>
          <Table.Th>{t("limit")}</Table.Th>
          <Table.Th ta="end">{t("cpu")}</Table.Th>
          <Table.Th ta="end">{t("memory")}</Table.Th>
          <Table.Th ta="end">{t("storage")}</Table.Th>
          <Table.Th>{t("sla")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessment.options.map(({ sizing }) => (
          <Table.Tr key={sizing.nodeType}>
            <Table.Th scope="row">
              {sizing.nodeType}
              {assessment.recommended?.nodeType === sizing.nodeType ? (
                <Text fz="xs" c="dimmed" fw={400}>
                  {t("recommended")}
                </Text>
              ) : null}
            </Table.Th>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(sizing.nodeNumber + sizing.baseNodes)}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(sizing.clusters.length)}
            </Table.Td>
            <Table.Td>{tAssessment(`limitingFactor.${sizing.limitingFactor}`)}</Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {percent(sizing.cpuUtilization)}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {percent(sizing.ramUtilization)}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {percent(sizing.storageUtilization)}
            </Table.Td>
            <Table.Td>
              {tAssessment(
                `sla.${sizing.sla.ftt === "met" && sizing.sla.vsanUsed === "met" ? "met" : "notMet"}`,
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Every host type, and the calculation of the recommended one line by line. */
export function ReportSizing({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("report.sizing");
  const tAssessment = useTranslations("assessment");
  const best = assessment.options.find(
    ({ sizing }) => sizing.nodeType === assessment.recommended?.nodeType,
  );
  if (!best) return <Text fz="sm">{t("nothing")}</Text>;
  return (
    <>
      <NodeTable assessment={assessment} />
      {RESOURCES.map((resource) => {
        const steps = best.sizing.steps.filter((step) => step.resource === resource);
        return steps.length === 0 ? null : (
          <ReportPart
            key={resource}
            title={t("steps", {
              nodeType: best.sizing.nodeType,
              resource: tAssessment(`resources.${resource}`),
            })}
          >
            <StepTable steps={steps} />
          </ReportPart>
        );
      })}
    </>
  );
}
