"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { BarChartCard, LineChartCard } from "@/components/charts/chart-card";
import type { BusinessCaseResult } from "@/lib/cost/business-case/schema";
import type { Sensitivity } from "@/lib/cost/business-case/sensitivity";
import { cumulativeByMonth } from "./cumulative-months";
import { useBigMoney } from "./use-big-money";
import { useFieldText } from "./use-field-text";

interface CaseChartsProps {
  result: BusinessCaseResult;
  sensitivity: readonly Sensitivity[];
  currency: string;
  /** One under the other and without movement, for paper. */
  stacked?: boolean;
}

function CashFlow({ result, currency, stacked = false }: CaseChartsProps) {
  const t = useTranslations("business-case.charts");
  const money = useBigMoney(currency);
  const data = result.years.map(({ year, stay, move }) => ({
    year: t("year", { year }),
    stay,
    move,
  }));
  return (
    <BarChartCard
      title={t("cashFlow")}
      description={t("cashFlowHelp")}
      data={data}
      xKey="year"
      xLabel={t("yearLabel")}
      series={[
        { key: "stay", label: t("stay"), color: 7 },
        { key: "move", label: t("move"), color: 1 },
      ]}
      formatY={(value) => money(value, true)}
      live={stacked}
    />
  );
}

function BreakEven({ result, currency, stacked = false }: CaseChartsProps) {
  const t = useTranslations("business-case.charts");
  const money = useBigMoney(currency);
  const data = useMemo(
    () => cumulativeByMonth(result.years.map(({ savings }) => savings)),
    [result.years],
  );
  const { breakEvenMonth } = result;
  return (
    <LineChartCard
      title={t("breakEven")}
      description={t("breakEvenHelp")}
      data={data}
      xKey="month"
      xLabel={t("monthLabel")}
      xTicks={result.years.map((_, year) => year * 12).concat(result.years.length * 12)}
      series={[{ key: "cumulative", label: t("cumulative"), color: 3 }]}
      formatX={(month) => t("month", { month: Number(month) })}
      formatY={(value) => money(value, true)}
      live={stacked}
      {...(breakEvenMonth ? { marker: { x: breakEvenMonth, label: t("paidBack") } } : {})}
    />
  );
}

function Tornado({ result, sensitivity, currency, stacked = false }: CaseChartsProps) {
  const t = useTranslations("business-case");
  const format = useFormatter();
  const money = useBigMoney(currency);
  const text = useFieldText(currency);
  const data = sensitivity.map(({ input, low, high }) => {
    const range =
      input === "migrationPace"
        ? ([low, high] as const).map(({ value }) =>
            format.number(value - 1, { style: "percent", signDisplay: "exceptZero" }),
          )
        : [text(input, low.value), text(input, high.value)];
    return {
      input: t("charts.tornadoRange", {
        name: input === "migrationPace" ? t("pace.title") : t(`fields.${input}.label`),
        low: range[0] ?? "",
        high: range[1] ?? "",
      }),
      low: low.npv - result.npv,
      high: high.npv - result.npv,
    };
  });
  return (
    <BarChartCard
      title={t("charts.tornado")}
      description={t("charts.tornadoHelp", { npv: money(result.npv) })}
      data={data}
      xKey="input"
      xLabel={t("charts.input")}
      series={[
        { key: "low", label: t("charts.low"), color: 4 },
        { key: "high", label: t("charts.high"), color: 2 },
      ]}
      formatY={(value) => money(value, true)}
      stacked
      horizontal
      heightPx={300}
      live={stacked}
    />
  );
}

/** Yearly cash flow, the way to break-even, and the five inputs that matter most. */
export function CaseCharts(props: CaseChartsProps) {
  return (
    <>
      <SimpleGrid cols={props.stacked ? 1 : { base: 1, lg: 2 }} spacing="md">
        <CashFlow {...props} />
        <BreakEven {...props} />
      </SimpleGrid>
      <Tornado {...props} />
    </>
  );
}
