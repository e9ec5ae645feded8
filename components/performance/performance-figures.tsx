"use client";

import { SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useMoney } from "@/components/assessment/use-money";
import { useSizeText } from "@/components/inventory/use-size-text";
import { StatCard } from "@/components/ui/key-figure";
import { performanceProfileQuery } from "@/lib/client/performance-queries";
import type { LeaveBehind, PerformanceOverview } from "@/lib/performance/api-schema";
import { busiestHour } from "@/lib/performance/week-profile";
import { localMinute } from "@/lib/units/local-minute";
import { useProfileChoice } from "./use-profile-choice";
import { useWeekText } from "./use-week-text";

const DAY_MS = 86_400_000;

interface FigureProps {
  projectId: string;
  overview: PerformanceOverview;
}

function PeriodCard({ overview: { source } }: FigureProps) {
  const t = useTranslations("performance.figures");
  const format = useFormatter();
  if (source === null)
    return <StatCard label={t("period")} value={null} note={t("periodReported")} />;
  const { startAt, endAt, intervalMinutes } = source.period;
  const spanMs = Date.parse(`${endAt}Z`) - Date.parse(`${startAt}Z`) + intervalMinutes * 60_000;
  const days = Math.round((spanMs / DAY_MS) * 10) / 10;
  return (
    <StatCard
      label={t("period")}
      value={format.number(days)}
      unit={t("days", { days })}
      origin="reported"
      originDetail={source.fileName}
      note={t("periodNote", {
        start: localMinute(startAt),
        end: localMinute(endAt),
        minutes: intervalMinutes,
      })}
    />
  );
}

function ConfidenceCard({ overview: { confidence } }: FigureProps) {
  const t = useTranslations("performance.figures");
  const tAssessment = useTranslations("assessment");
  if (confidence === null) return <StatCard label={t("confidence")} value={null} />;
  const { period, history, timeRange } = confidence;
  return (
    <StatCard
      label={t("confidence")}
      value={tAssessment("stars", { stars: period.stars })}
      origin="derived"
      originDetail={t("confidenceDetail")}
      note={t("confidenceNote", {
        ratio: period.ratio,
        history: tAssessment(`values.timeRange.${timeRange}`),
        stars: history.stars,
      })}
    />
  );
}

/** The busiest hours of CPU and memory over all clusters. */
function PeakCards({ projectId }: FigureProps) {
  const t = useTranslations("performance.figures");
  const format = useFormatter();
  const size = useSizeText();
  const week = useWeekText();
  const { clock } = useProfileChoice();
  const { data } = useQuery(performanceProfileQuery(projectId, { clock }));
  const card = (label: string, series: "cpuRatio" | "memoryRatio", sizeText: string) => {
    const busiest = data ? busiestHour(data.profile[series]) : null;
    if (data === undefined || busiest === null) return <StatCard label={label} value={null} />;
    return (
      <StatCard
        label={label}
        value={format.number(busiest.peak, { style: "percent", maximumFractionDigits: 0 })}
        origin="derived"
        originDetail={t("profileDetail", { vms: data.vmCount, size: sizeText })}
        note={t("peakNote", { when: week.week(busiest.hour), mean: busiest.mean })}
      />
    );
  };
  return (
    <>
      {card(t("cpu"), "cpuRatio", t("vcpus", { count: data?.vcpus ?? 0 }))}
      {card(t("memory"), "memoryRatio", size.mib(data?.memoryMib ?? 0))}
    </>
  );
}

function SavingCard({ saving }: { saving: LeaveBehind }) {
  const t = useTranslations("performance.figures");
  const money = useMoney(saving.currency);
  const [all] = saving.choices;
  const least = saving.choices.at(-1);
  if (!all || !least) return null;
  const hosts = t("hostsSaved", { count: all.hosts - least.hosts });
  const known = all.monthly !== null && least.monthly !== null;
  return (
    <StatCard
      label={t("saving")}
      value={known ? money((all.monthly ?? 0) - (least.monthly ?? 0)) : null}
      unit={t("aMonth")}
      origin="derived"
      note={
        known
          ? t("savingNote", { hosts, vms: least.leftVms })
          : t("savingNoPrice", { hosts, nodeType: saving.nodeType })
      }
    />
  );
}

/** What was measured, how far it can be trusted, when it peaks, and what could stay behind. */
export function PerformanceFigures(props: FigureProps) {
  const { overview } = props;
  const t = useTranslations("performance.figures");
  const format = useFormatter();
  const { leaveBehind, unknownNames } = overview;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, xl: 6 }} spacing="sm">
      <PeriodCard {...props} />
      <StatCard
        label={t("measured")}
        value={format.number(overview.measuredVms)}
        origin="derived"
        originDetail={t("joinDetail", { reported: overview.reportedVms })}
        note={
          unknownNames > 0
            ? `${t("measuredNote", { count: overview.inScopeVms })}; ${t("unknownNames", { count: unknownNames })}`
            : t("measuredNote", { count: overview.inScopeVms })
        }
      />
      <ConfidenceCard {...props} />
      <PeakCards {...props} />
      {leaveBehind ? (
        <SavingCard saving={leaveBehind} />
      ) : (
        <StatCard label={t("saving")} value={null} />
      )}
    </SimpleGrid>
  );
}
