"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { FilterCard } from "@/components/ui/filter-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/tone";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { ACTIVITIES, type Activity } from "@/lib/performance/activity";
import type { PerformanceOverview } from "@/lib/performance/api-schema";

const TONES: Readonly<Record<Activity, Tone>> = {
  undersized: "danger",
  oversized: "warning",
  idle: "info",
  zombie: "info",
  rightSized: "success",
  notMeasured: "neutral",
};

export function ActivityBadge({ activity }: { activity: Activity }) {
  const t = useTranslations("performance.activities");
  return (
    <StateBadge tone={TONES[activity]} withDot>
      {t(activity)}
    </StateBadge>
  );
}

interface ActivityCardsProps {
  overview: PerformanceOverview;
  /** The verdict that the list is filtered by. */
  chosen: string | null;
}

/** VMs by verdict; a click filters the list by it. */
export function ActivityCards({ overview, chosen }: ActivityCardsProps) {
  const t = useTranslations("performance");
  const format = useFormatter();
  const set = useSearchParamSetter();
  const { activities, inScopeVms, rules } = overview;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, xl: 6 }} spacing="sm">
      {ACTIVITIES.map((activity) => {
        const count = activities[activity] ?? 0;
        const help = t(`activityHelp.${activity}`, rules);
        return (
          <FilterCard
            key={activity}
            label={<ActivityBadge activity={activity} />}
            value={format.number(count)}
            note={inScopeVms === 0 ? help : t("shareAndHelp", { ratio: count / inScopeVms, help })}
            pressed={chosen === activity}
            onClick={() => set({ "filter.activity": chosen === activity ? null : activity })}
          />
        );
      })}
    </SimpleGrid>
  );
}
