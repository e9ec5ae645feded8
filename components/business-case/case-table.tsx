"use client";

import { Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type {
  AvsHead,
  BusinessCaseResult,
  HeadRow,
  OnPremisesHead,
} from "@/lib/cost/business-case/schema";
import { useBigMoney } from "./use-big-money";

interface CaseTableProps {
  result: BusinessCaseResult;
  currency: string;
}

function HeadRows({
  rows,
  currency,
}: {
  rows: readonly HeadRow<OnPremisesHead | AvsHead>[];
  currency: string;
}) {
  const t = useTranslations("business-case");
  const money = useBigMoney(currency);
  return rows.map(({ head, years, missing }) => (
    <Table.Tr key={head}>
      <Table.Th scope="row" fw={400}>
        {t(`heads.${head}.label`)}
        <Text fz="xs" c="dimmed" className="lf-no-print">
          {missing
            ? t("table.missing", { field: t(`fields.${missing}.label`) })
            : t(`heads.${head}.formula`)}
        </Text>
      </Table.Th>
      {years ? (
        years.map((amount, year) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its year.
          <Table.Td key={year} ta="end" className="lf-numeric">
            {money(amount)}
          </Table.Td>
        ))
      ) : (
        <Table.Td colSpan={5} ta="center">
          <NoData />
        </Table.Td>
      )}
    </Table.Tr>
  ));
}

function SumRow(props: {
  label: string;
  amounts: readonly number[];
  currency: string;
  strong?: boolean;
}) {
  const money = useBigMoney(props.currency);
  const fw = props.strong ? 700 : 600;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={fw}>
        {props.label}
      </Table.Th>
      {props.amounts.map((amount, year) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its year.
        <Table.Td key={year} ta="end" fw={fw} className="lf-numeric">
          {money(amount)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function GroupRow({ label }: { label: string }) {
  return (
    <Table.Tr bg="var(--lf-surface-raised)">
      <Table.Th scope="rowgroup" colSpan={6} fz="xs" c="dimmed">
        {label}
      </Table.Th>
    </Table.Tr>
  );
}

/** Every head and year, and how the sums come about. */
export function CaseTable({ result, currency }: CaseTableProps) {
  const t = useTranslations("business-case.table");
  const format = useFormatter();
  const { years } = result;
  const of = (read: (year: (typeof years)[number]) => number) => years.map(read);
  return (
    <ScrollRegion label={t("title")}>
      <Table miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("head")}</Table.Th>
            {years.map(({ year, movedRatio }) => (
              <Table.Th key={year} ta="end">
                {t("year", { year })}
                <Text fz="xs" c="dimmed" fw={400}>
                  {t("moved", { share: format.number(movedRatio, { style: "percent" }) })}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <GroupRow label={t("onPremises")} />
          <HeadRows rows={result.onPremises} currency={currency} />
          <SumRow label={t("stay")} amounts={of((year) => year.stay)} currency={currency} />
          <GroupRow label={t("avs")} />
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {t("hosts", { nodeType: result.nodeType })}
            </Table.Th>
            {years.map(({ year, hosts }) => (
              <Table.Td key={year} ta="end" className="lf-numeric">
                {format.number(hosts)}
              </Table.Td>
            ))}
          </Table.Tr>
          <HeadRows rows={result.avs} currency={currency} />
          <SumRow label={t("avsSum")} amounts={of((year) => year.avs)} currency={currency} />
          <GroupRow label={t("comparison")} />
          <SumRow
            label={t("remaining")}
            amounts={of((year) => year.remaining)}
            currency={currency}
          />
          <SumRow label={t("move")} amounts={of((year) => year.move)} currency={currency} />
          <SumRow
            label={t("savings")}
            amounts={of((year) => year.savings)}
            currency={currency}
            strong
          />
          <SumRow
            label={t("cumulative")}
            amounts={of((year) => year.cumulative)}
            currency={currency}
          />
          <SumRow
            label={t("discounted")}
            amounts={of((year) => year.discounted)}
            currency={currency}
          />
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
