"use client";

import { Anchor, Table, Text } from "@mantine/core";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMoney } from "@/components/assessment/use-money";
import { usePriceSource } from "@/components/assessment/use-price-source";
import { useDateText } from "@/components/imports/use-date-text";
import { SUITABILITIES } from "@/components/readiness/suitability-counts";
import { sectionHref } from "@/components/shell/sections";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { settingDifferences } from "@/lib/comparison/settings-diff";
import { useSettingText } from "./use-setting-text";

const bestOf = (record: AssessmentRecord) =>
  record.options.find(({ sizing }) => sizing.nodeType === record.recommended?.nodeType) ?? null;

interface NumberRow {
  label: string;
  value: (record: AssessmentRecord) => number | null;
  write: (value: number, record: AssessmentRecord) => string;
  /** How a difference is written, where it is not written as a value. */
  writeDelta?: (value: number) => string;
  /** False where a difference says nothing, as between two currencies. */
  comparable?: (record: AssessmentRecord, first: AssessmentRecord) => boolean;
}

function NumberCells({ row, records }: { row: NumberRow; records: readonly AssessmentRecord[] }) {
  const t = useTranslations("comparison");
  const [first] = records;
  return records.map((record, index) => {
    const value = row.value(record);
    const base = first ? row.value(first) : null;
    const delta = index === 0 || value === null || base === null || !first ? null : value - base;
    const shown = delta !== null && (row.comparable?.(record, first as AssessmentRecord) ?? true);
    const amountOf = (size: number) => row.writeDelta?.(size) ?? row.write(size, record);
    return (
      <Table.Td key={record.id} className="lf-numeric">
        {value === null ? <NoData /> : row.write(value, record)}
        {shown ? (
          <Text span fz="xs" c="dimmed" ml={8}>
            {Math.abs(delta) < 1e-9
              ? t("same")
              : t(delta > 0 ? "more" : "less", { amount: amountOf(Math.abs(delta)) })}
          </Text>
        ) : null}
      </Table.Td>
    );
  });
}

function GroupHead({ label, columns }: { label: string; columns: number }) {
  return (
    <Table.Tr bg="var(--lf-surface-raised)">
      <Table.Th scope="rowgroup" colSpan={columns + 1} fz="xs" c="dimmed">
        {label}
      </Table.Th>
    </Table.Tr>
  );
}

function TextRow(props: {
  label: string;
  records: readonly AssessmentRecord[];
  value: (record: AssessmentRecord, index: number) => ReactNode;
}) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {props.label}
      </Table.Th>
      {props.records.map((record, index) => (
        <Table.Td key={record.id}>{props.value(record, index) ?? <NoData />}</Table.Td>
      ))}
    </Table.Tr>
  );
}

function useNumberRows(): NumberRow[] {
  const t = useTranslations("comparison.rows");
  const tSuitability = useTranslations("readiness.suitability");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const percent = (value: number) =>
    format.number(value / 100, { style: "percent", maximumFractionDigits: 1 });
  const points = (value: number) => t("points", { count: number(value) });
  return [
    { label: t("sizedVms"), value: (record) => record.demand.vmCount, write: number },
    ...SUITABILITIES.map((state) => ({
      label: tSuitability(state),
      value: (record: AssessmentRecord) => record.suitability[state] ?? 0,
      write: number,
    })),
    {
      label: t("hosts"),
      value: (record) => bestOf(record)?.sizing.nodeNumber ?? null,
      write: number,
    },
    {
      label: t("clusters"),
      value: (record) => bestOf(record)?.sizing.clusters.length ?? null,
      write: number,
    },
    {
      label: t("cpu"),
      value: (record) => bestOf(record)?.sizing.cpuUtilization ?? null,
      write: percent,
      writeDelta: points,
    },
    {
      label: t("memory"),
      value: (record) => bestOf(record)?.sizing.ramUtilization ?? null,
      write: percent,
      writeDelta: points,
    },
    {
      label: t("storage"),
      value: (record) => bestOf(record)?.sizing.storageUtilization ?? null,
      write: percent,
      writeDelta: points,
    },
  ];
}

function MoneyRow(props: {
  label: string;
  records: readonly AssessmentRecord[];
  value: NumberRow["value"];
}) {
  const currency = props.records[0]?.settings.currency ?? "USD";
  const money = useMoney(currency);
  const format = useFormatter();
  const row: NumberRow = {
    label: props.label,
    value: props.value,
    write: (value, record) =>
      record.settings.currency === currency
        ? money(value)
        : format.number(value, {
            style: "currency",
            currency: record.settings.currency,
            maximumFractionDigits: 0,
          }),
    comparable: (record, first) => record.settings.currency === first.settings.currency,
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {props.label}
      </Table.Th>
      <NumberCells row={row} records={props.records} />
    </Table.Tr>
  );
}

/** Assessments as columns: what they rest on, where their settings differ, and what came out. */
export function CompareTable({
  projectId,
  records,
}: {
  projectId: string;
  records: readonly AssessmentRecord[];
}) {
  const t = useTranslations("comparison");
  const tAssessment = useTranslations("assessment");
  const tList = useTranslations("assessment-pages.list");
  const date = useDateText(projectId);
  const setting = useSettingText();
  const priceSource = usePriceSource();
  const rows = useNumberRows();
  const differences = settingDifferences(records.map(({ settings }) => settings));
  const columns = records.length;
  const width = 220 + columns * 230;
  return (
    <ScrollRegion label={t("title")}>
      <Table miw={width} layout="fixed" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={220}>{t("item")}</Table.Th>
            {records.map((record) => (
              <Table.Th key={record.id}>
                <Anchor
                  component={Link}
                  href={`${sectionHref(projectId, "assessments")}/${record.id}`}
                >
                  {record.name}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <GroupHead label={t("groups.basis")} columns={columns} />
          <TextRow
            label={t("rows.computed")}
            records={records}
            value={(one) => date(one.createdAt)}
          />
          <TextRow label={t("rows.by")} records={records} value={(one) => one.createdByName} />
          <TextRow
            label={t("rows.state")}
            records={records}
            value={(one) => (
              <StateBadge tone={one.isOutOfDate ? "warning" : "success"} withDot>
                {tList(one.isOutOfDate ? "outOfDate" : "upToDate")}
              </StateBadge>
            )}
          />
          <TextRow
            label={t("rows.import")}
            records={records}
            value={(one, index) =>
              index > 0 && one.importId === records[0]?.importId ? (
                t("rows.sameImport")
              ) : (
                <Anchor
                  component={Link}
                  href={`${sectionHref(projectId, "imports")}/${one.importId}`}
                >
                  {t("rows.openImport")}
                </Anchor>
              )
            }
          />
          <TextRow
            label={t("rows.prices")}
            records={records}
            value={(one) => {
              const cost = bestOf(one)?.cost;
              return cost ? priceSource(cost) : null;
            }}
          />
          <GroupHead
            label={t("groups.settings", { count: differences.length })}
            columns={columns}
          />
          {differences.map(({ path, values }) => (
            <Table.Tr key={path}>
              <Table.Th scope="row" fw={400}>
                {setting.name(path)}
              </Table.Th>
              {records.map((record, index) => (
                <Table.Td key={record.id}>{setting.write(path, values[index])}</Table.Td>
              ))}
            </Table.Tr>
          ))}
          <GroupHead label={t("groups.result")} columns={columns} />
          <TextRow
            label={t("rows.nodeType")}
            records={records}
            value={(one) => one.recommended?.nodeType}
          />
          {rows.map((row) => (
            <Table.Tr key={row.label}>
              <Table.Th scope="row" fw={400}>
                {row.label}
              </Table.Th>
              <NumberCells row={row} records={records} />
            </Table.Tr>
          ))}
          <TextRow
            label={t("rows.limit")}
            records={records}
            value={(one) => {
              const factor = bestOf(one)?.sizing.limitingFactor;
              return factor ? tAssessment(`limitingFactor.${factor}`) : null;
            }}
          />
          <MoneyRow
            label={t("rows.monthly")}
            records={records}
            value={(one) => bestOf(one)?.cost.hostsMonthly ?? null}
          />
          <MoneyRow
            label={t("rows.perVm")}
            records={records}
            value={(one) => bestOf(one)?.cost.perVmMonthly ?? null}
          />
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
