"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { BarChartCard } from "@/components/charts/chart-card";
import type { Influence } from "@/lib/forecast/schema";
import { influenceRows } from "./influence-rows";

interface InfluenceChartProps {
  influences: readonly Influence[];
  /** Median end, against which the bars are drawn. */
  p50: number | null;
}

/** A tornado: how much earlier or later the median end is where an input is low, and where it is high. */
export function InfluenceChart({ influences, p50 }: InfluenceChartProps) {
  const t = useTranslations("forecast.influences");
  const inputs = useTranslations("forecast.inputs");
  const format = useFormatter();
  const { unit, rows } = useMemo(() => influenceRows(influences, p50), [influences, p50]);
  const data = useMemo(
    () =>
      rows.map(({ input, varianceShare, low, high }) => ({
        input: t("withShare", {
          input: inputs(`${input}.name`),
          share: format.number(varianceShare, { style: "percent", maximumFractionDigits: 0 }),
        }),
        low,
        high,
      })),
    [rows, t, inputs, format],
  );
  return (
    <BarChartCard
      title={t("title")}
      description={data.length === 0 ? t("noneClear") : t("description")}
      data={data}
      xKey="input"
      xLabel={t("input")}
      series={[
        { key: "low", label: t("low"), color: 1 },
        { key: "high", label: t("high"), color: 2 },
      ]}
      formatY={(value) =>
        t(unit, {
          [unit]: format.number(value, { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
        })
      }
      heightPx={Math.max(120, 40 + 62 * data.length)}
      horizontal
    />
  );
}
