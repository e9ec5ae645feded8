"use client";

import { Stack, Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CaseCharts } from "@/components/business-case/case-charts";
import { CaseFigures } from "@/components/business-case/case-figures";
import { LeftOutAlert } from "@/components/business-case/case-result";
import { CaseTable } from "@/components/business-case/case-table";
import { useFieldText } from "@/components/business-case/use-field-text";
import { NoData } from "@/components/ui/no-data";
import { FIELD_KEYS, SOURCES, specOf } from "@/lib/cost/business-case/fields";
import type {
  BusinessCaseFacts,
  BusinessCaseInputs,
  BusinessCaseOutcome,
} from "@/lib/cost/business-case/schema";
import { sensitivities } from "@/lib/cost/business-case/sensitivity";
import { fieldValues } from "@/lib/cost/business-case/values";
import { ReportPart } from "./report-section";

interface ReportCaseProps {
  facts: BusinessCaseFacts;
  inputs: BusinessCaseInputs;
  outcome: BusinessCaseOutcome;
}

/** Every input with its value and where that comes from: what a reader would want to argue about. */
function InputTable({ facts, inputs }: Omit<ReportCaseProps, "outcome">) {
  const t = useTranslations("business-case");
  const tReport = useTranslations("report.case");
  const text = useFieldText(facts.currency);
  const values = fieldValues(facts, inputs);
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{tReport("input")}</Table.Th>
          <Table.Th ta="end">{tReport("value")}</Table.Th>
          <Table.Th>{tReport("origin")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {FIELD_KEYS.map((key) => {
          const { value, origin } = values[key];
          const source = specOf(key).source;
          return (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {t(`fields.${key}.label`)}
              </Table.Th>
              <Table.Td ta="end" className="lf-numeric">
                {value === null ? <NoData /> : text(key, value)}
              </Table.Td>
              <Table.Td>
                {origin === "entered"
                  ? tReport("entered")
                  : origin === "unknown"
                    ? tReport("unknown")
                    : tReport(`sources.${source}`, { date: SOURCES[source].date ?? "" })}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The business case as stored, on the facts of this assessment. */
export function ReportCase({ facts, inputs, outcome }: ReportCaseProps) {
  const t = useTranslations("report.case");
  const tCase = useTranslations("business-case");
  const sensitivity = useMemo(() => sensitivities(facts, inputs), [facts, inputs]);
  if (!outcome.ok) return <Text fz="sm">{tCase(`reasons.${outcome.reason}`)}</Text>;
  return (
    <Stack gap="md">
      <CaseFigures result={outcome} currency={facts.currency} />
      <LeftOutAlert result={outcome} />
      <CaseCharts result={outcome} sensitivity={sensitivity} currency={facts.currency} stacked />
      <ReportPart title={tCase("table.title")} keep={false}>
        <CaseTable result={outcome} currency={facts.currency} />
      </ReportPart>
      <ReportPart title={t("inputs")} keep={false}>
        <InputTable facts={facts} inputs={inputs} />
      </ReportPart>
    </Stack>
  );
}
