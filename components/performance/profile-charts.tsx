"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { LineChartCard } from "@/components/charts/chart-card";
import { type ProfileView, profilePoints, type WeekProfile } from "@/lib/performance/week-profile";
import { useWeekText } from "./use-week-text";

interface ProfileChartsProps {
  profile: WeekProfile;
  view: ProfileView;
  /** One VM's, not a sum. */
  ofVm?: boolean;
}

/** CPU and memory, throughput, and operations of a profile, each with its table. */
export function ProfileCharts({ profile, view, ofVm = false }: ProfileChartsProps) {
  const t = useTranslations("performance.profile");
  const format = useFormatter();
  const week = useWeekText();
  const points = useMemo(() => profilePoints(profile, view), [profile, view]);
  const rate = (value: number) =>
    format.number(value, { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
  const shared = {
    data: points,
    xKey: "at",
    xLabel: t(`views.${view}`),
    formatX: (at: string | number) => week[view](Number(at)),
    heightPx: 220,
  };
  const help = ofVm ? ("HelpVm" as const) : ("Help" as const);
  return (
    <SimpleGrid cols={ofVm ? 1 : { base: 1, lg: 3 }} spacing="md">
      <LineChartCard
        {...shared}
        title={t("share")}
        description={t(`share${help}`)}
        series={[
          { key: "cpuRatio", label: t("cpu"), color: 1 },
          { key: "memoryRatio", label: t("memory"), color: 2 },
        ]}
        formatY={(ratio) => format.number(ratio, { style: "percent", maximumFractionDigits: 1 })}
      />
      <LineChartCard
        {...shared}
        title={t("throughput")}
        description={t(`throughput${help}`)}
        series={[
          { key: "diskMibPerSecond", label: t("disk"), color: 3 },
          { key: "networkMibPerSecond", label: t("network"), color: 4 },
        ]}
        formatY={(value) => t("mibPerSecond", { value: rate(value) })}
      />
      <LineChartCard
        {...shared}
        title={t("iops")}
        description={t(`iops${help}`)}
        series={[{ key: "diskIops", label: t("iopsSeries"), color: 5 }]}
        formatY={rate}
      />
    </SimpleGrid>
  );
}
