"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { BarChartCard } from "@/components/charts/chart-card";
import type { Influence } from "@/lib/forecast/schema";
import { SECONDS_PER_HOUR } from "@/lib/units/duration";

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
  const data = useMemo(() => {
    const hours = (seconds: number | null) =>
      seconds === null || p50 === null ? null : (seconds - p50) / SECONDS_PER_HOUR;
    return influences
      .filter(({ isSignificant }) => isSignificant)
      .map(({ input, lowFactorP50, highFactorP50, varianceShare }) => ({
        input: t("withShare", {
          input: inputs(`${input}.name`),
          share: format.number(varianceShare, { style: "percent", maximumFractionDigits: 0 }),
        }),
        low: hours(lowFactorP50),
        high: hours(highFactorP50),
      }));
  }, [influences, p50, t, inputs, format]);
  // The ends of small groups vary by minutes, for which a tenth of an hour is too coarse.
  const largest = Math.max(
    0,
    ...data.flatMap(({ low, high }) => [low ?? 0, high ?? 0].map(Math.abs)),
  );
  const maximumFractionDigits = largest < 1 ? 2 : 1;
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
        t("hours", {
          hours: format.number(value, { maximumFractionDigits, signDisplay: "exceptZero" }),
        })
      }
      heightPx={Math.max(120, 40 + 62 * data.length)}
      horizontal
    />
  );
}
