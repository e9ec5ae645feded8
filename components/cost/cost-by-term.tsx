"use client";

import { Anchor, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useMoney } from "@/components/assessment/use-money";
import { BarChartCard } from "@/components/charts/chart-card";
import { Loaded } from "@/components/imports/loaded";
import { usePriceText } from "@/components/prices/use-price-text";
import { sectionHref } from "@/components/shell/sections";
import { LoadingState } from "@/components/ui/loading-state";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { SAVINGS_OPTIONS } from "@/lib/assessment/schema";
import { costsQuery } from "@/lib/client/cost-queries";
import { savingOfTerm } from "@/lib/cost/cost-by-term";
import type { CostTable, CostTableRow } from "@/lib/cost/cost-table-schema";
import type { MonthlyCost } from "@/lib/cost/schema";

function TermCell({ term, payAsYouGo }: { term: MonthlyCost; payAsYouGo: MonthlyCost }) {
  const t = useTranslations("cost");
  const tReasons = useTranslations("assessment.cost.reasons");
  const format = useFormatter();
  const money = useMoney(term.currency);
  const price = usePriceText();
  const nodes = term.heads.find(({ head }) => head === "nodes");
  const saving = savingOfTerm(term, payAsYouGo);
  if (term.hostsMonthly === null) {
    const reason = term.heads.find((head) => head.nodeType !== null && head.reason)?.reason;
    return (
      <Table.Td ta="end">
        <NoData />
        {reason ? (
          <Text fz="xs" c="dimmed">
            {tReasons(reason)}
          </Text>
        ) : null}
      </Table.Td>
    );
  }
  return (
    <Table.Td ta="end" className="lf-numeric">
      <Text fz="sm" fw={600}>
        {money(term.hostsMonthly)}
      </Text>
      {nodes?.unitPrice ? (
        <Text fz="xs" c="dimmed">
          {t("perHost", { amount: price(nodes.unitPrice, term.currency) })}
        </Text>
      ) : null}
      {term !== payAsYouGo && saving !== null ? (
        <Text fz="xs" c="dimmed">
          {t(saving >= 0 ? "saving" : "more", {
            share: format.number(Math.abs(saving), {
              style: "percent",
              maximumFractionDigits: 1,
            }),
          })}
        </Text>
      ) : null}
      {term.totalMonthly !== null && term.totalMonthly !== term.hostsMonthly ? (
        <Text fz="xs" c="dimmed">
          {t("vcf", { amount: money(term.totalMonthly) })}
        </Text>
      ) : null}
    </Table.Td>
  );
}

function CostRow({ row }: { row: CostTableRow }) {
  const t = useTranslations("cost");
  const format = useFormatter();
  const [payAsYouGo] = row.terms;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Group gap={6}>
          {row.nodeType}
          {row.recommended ? <StateBadge tone="info">{t("recommended")}</StateBadge> : null}
        </Group>
      </Table.Th>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(row.nodeNumber + row.baseNodes)}
      </Table.Td>
      {payAsYouGo
        ? row.terms.map((term) => (
            <TermCell key={term.savingsOption} term={term} payAsYouGo={payAsYouGo} />
          ))
        : null}
    </Table.Tr>
  );
}

/** The bills of all host types and terms as a table. */
export function CostTermTable({ table }: { table: CostTable }) {
  const t = useTranslations("cost");
  const tTerms = useTranslations("assessment.values.savingsOptions");
  return (
    <ScrollRegion label={t("title")}>
      <Table miw={780} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("nodeType")}</Table.Th>
            <Table.Th ta="end">{t("hosts")}</Table.Th>
            {SAVINGS_OPTIONS.map((option) => (
              <Table.Th key={option} ta="end">
                {tTerms(option)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row) => (
            <CostRow key={row.nodeType} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** The same as bars; a term whose price is not known has none. */
export function CostTermChart({ table, still = false }: { table: CostTable; still?: boolean }) {
  const t = useTranslations("cost");
  const tTerms = useTranslations("assessment.values.savingsOptions");
  const money = useMoney(table.currency);
  return (
    <BarChartCard
      title={t("chart")}
      description={t("chartHelp")}
      data={table.rows.map((row) => ({
        nodeType: row.nodeType,
        ...Object.fromEntries(row.terms.map((term) => [term.savingsOption, term.hostsMonthly])),
      }))}
      xKey="nodeType"
      xLabel={t("nodeType")}
      series={SAVINGS_OPTIONS.filter((option) =>
        table.rows.some((row) =>
          row.terms.some((term) => term.savingsOption === option && term.hostsMonthly !== null),
        ),
      ).map((option) => ({ key: option, label: tTerms(option) }))}
      formatY={money}
      live={still}
    />
  );
}

/** Currency, rate, discount and Cloud Foundation as the assessment's settings have them. */
export function CostTerms({ settings }: Pick<AssessmentRecord, "settings">) {
  const t = useTranslations("cost");
  const format = useFormatter();
  const price = usePriceText();
  const { currency, exchangeRatePerUsd, discountPercentage, vcfPricePerCoreMonth } = settings;
  const sentences = [
    t("sentence", {
      discount: discountPercentage > 0 ? "some" : "none",
      percent: format.number(discountPercentage / 100, { style: "percent" }),
    }),
    currency === "USD"
      ? t("currency", { currency })
      : exchangeRatePerUsd === null
        ? t("rateMissing", { currency })
        : t("rate", { currency, rate: format.number(exchangeRatePerUsd) }),
    !settings.isVcfByolEnabled
      ? t("vcfIncluded")
      : vcfPricePerCoreMonth === null
        ? t("vcfUnpriced")
        : t("vcfSentence", { price: price(vcfPricePerCoreMonth, currency) }),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {sentences.join(" ")}
    </Text>
  );
}

/** Cost of every host type and term side by side, with the way to prices and the business case. */
export function CostByTerm({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("cost");
  const { projectId, id, settings } = assessment;
  const query = useQuery(costsQuery(projectId, id));
  return (
    <Loaded projectId={projectId} query={query} skeleton={<LoadingState shape="table" rows={4} />}>
      {(table) => (
        <Stack gap="md">
          <CostTerms settings={settings} />
          <CostTermTable table={table} />
          <CostTermChart table={table} />
          <Group gap="lg" className="lf-no-print">
            <Anchor component={Link} href={sectionHref(projectId, "businessCase")} fz="sm">
              {t("toBusinessCase")}
            </Anchor>
            <Anchor component={Link} href={sectionHref(projectId, "prices")} fz="sm">
              {t("toPrices")}
            </Anchor>
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
