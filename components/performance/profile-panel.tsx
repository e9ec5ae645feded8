"use client";

import { Select, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { LoadingState } from "@/components/ui/loading-state";
import { performanceProfileQuery } from "@/lib/client/performance-queries";
import type { PerformanceOverview } from "@/lib/performance/api-schema";
import { ProfileCharts } from "./profile-charts";
import { ProfileControls } from "./profile-controls";
import { useProfileChoice } from "./use-profile-choice";

interface ProfilePanelProps {
  projectId: string;
  overview: PerformanceOverview;
}

/** When the estate, or a cluster of it, is busy. */
export function ProfilePanel({ projectId, overview }: ProfilePanelProps) {
  const t = useTranslations("performance.profile");
  const titleId = useId();
  const size = useSizeText();
  const choice = useProfileChoice();
  const cluster = overview.clusters.find((name) => name === choice.cluster);
  const answer = useQuery({
    ...performanceProfileQuery(projectId, {
      clock: choice.clock,
      ...(cluster === undefined ? {} : { cluster }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb="xs">
        {t("title")}
      </Title>
      {overview.source === null ? (
        <Text fz="sm" c="dimmed">
          {t("none")}
        </Text>
      ) : (
        <>
          <ProfileControls choice={choice} timeZone={overview.timeZone}>
            <Select
              size="xs"
              w={200}
              aria-label={t("cluster")}
              placeholder={t("estate")}
              value={cluster ?? null}
              onChange={(next) => choice.set({ cluster: next })}
              data={overview.clusters}
              clearable
              searchable={overview.clusters.length > 10}
            />
          </ProfileControls>
          {answer.data ? (
            <>
              <ProfileCharts profile={answer.data.profile} view={choice.view} />
              <Text fz="xs" c="dimmed" mt="xs">
                {t("basis", {
                  vms: answer.data.vmCount,
                  vcpus: answer.data.vcpus,
                  memory: size.mib(answer.data.memoryMib),
                })}{" "}
                {t("meanHelp", { minutes: overview.source.period.intervalMinutes })}
              </Text>
            </>
          ) : (
            <LoadingOrError query={answer} skeleton={<LoadingState shape="cards" rows={3} />} />
          )}
        </>
      )}
    </section>
  );
}
