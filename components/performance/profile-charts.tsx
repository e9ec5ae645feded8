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
  /** The VM whose profile it is; a sum of many where there is none. */
  vmName?: string;
}

/** CPU and memory, throughput, and operations of a profile, each with its table. */
export function ProfileCharts({ profile, view, vmName }: ProfileChartsProps) {
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
  const help = vmName === undefined ? ("Help" as const) : ("HelpVm" as const);
  const titleOf = (name: "share" | "throughput" | "iops") =>
    vmName === undefined ? t(name) : t("ofVm", { chart: t(name), vm: vmName });
  return (
    <SimpleGrid cols={vmName === undefined ? { base: 1, lg: 3 } : 1} spacing="md">
      <LineChartCard
        {...shared}
        title={titleOf("share")}
        description={t(`share${help}`)}
        series={[
          { key: "cpuRatio", label: t("cpu"), color: 1 },
          { key: "memoryRatio", label: t("memory"), color: 2 },
        ]}
        formatY={(ratio) => format.number(ratio, { style: "percent", maximumFractionDigits: 1 })}
      />
      <LineChartCard
        {...shared}
        title={titleOf("throughput")}
        description={t(`throughput${help}`)}
        series={[
          { key: "diskMibPerSecond", label: t("disk"), color: 3 },
          { key: "networkMibPerSecond", label: t("network"), color: 4 },
        ]}
        formatY={(value) => t("mibPerSecond", { value: rate(value) })}
      />
      <LineChartCard
        {...shared}
        title={titleOf("iops")}
        description={t(`iops${help}`)}
        series={[{ key: "diskIops", label: t("iopsSeries"), color: 5 }]}
        formatY={rate}
      />
    </SimpleGrid>
  );
}
