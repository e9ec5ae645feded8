"use client";

import { Code, List, Stack, Text, Title } from "@mantine/core";
import { IconActivity } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded } from "@/components/imports/loaded";
import { sectionCommand } from "@/components/shell/section-command";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import { performanceOverviewQuery } from "@/lib/client/performance-queries";
import type { PerformanceOverview } from "@/lib/performance/api-schema";
import type { RulesQuery } from "@/lib/performance/rules-schema";
import { ActivityCards } from "./activity-signs";
import { LeaveBehindPanel } from "./leave-behind-panel";
import { PerformanceBlade } from "./performance-blade";
import { PerformanceFigures } from "./performance-figures";
import { PerformanceTable } from "./performance-table";
import { ProfilePanel } from "./profile-panel";
import { RulesPanel, usePercentileText } from "./rules-panel";
import { useRules } from "./use-rules";

/** Names as vCenter Server writes them; they are the same in every language. */
const METRIC_NAMES = [
  "cpu.usage.average",
  "mem.usage.average",
  "disk.usage.average",
  "disk.commandsAveraged.average",
  "net.usage.average",
].join(", ");

const code = (chunks: ReactNode) => <Code>{chunks}</Code>;

function NoPerformance({ projectId }: { projectId: string }) {
  const t = useTranslations("performance.empty");
  return (
    <EmptyState
      icon={<IconActivity size={30} />}
      title={t("title")}
      next={{ label: t("action"), href: sectionHref(projectId, "imports") }}
    >
      {t("sentence")}
      <List fz="sm" ta="start" my="xs" spacing={2}>
        <List.Item>{t.rich("time", { code })}</List.Item>
        <List.Item>{t.rich("vm", { code })}</List.Item>
        <List.Item>{t.rich("metric", { code, metrics: METRIC_NAMES })}</List.Item>
        <List.Item>{t.rich("value", { code })}</List.Item>
      </List>
      {t("reported")}
    </EmptyState>
  );
}

interface ContentProps {
  projectId: string;
  overview: PerformanceOverview;
  rules: RulesQuery;
}

function RightSizing(props: ContentProps) {
  const { overview } = props;
  const t = useTranslations("performance.list");
  const titleId = useId();
  const percentile = usePercentileText();
  const [activity] = useSearchParam("filter.activity");
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId}>
        {t("title")}
      </Title>
      <Text fz="xs" c="dimmed" mb="sm">
        {t("help", {
          percentile: percentile(overview.rules.percentile),
          comfort: overview.rules.comfort,
        })}
      </Text>
      <Stack gap="sm">
        <ActivityCards overview={overview} chosen={activity} />
        <RulesPanel rules={overview.rules} defaults={overview.defaults} />
        <PerformanceTable {...props} />
      </Stack>
    </section>
  );
}

/** Performance over a period: how far it can be trusted, when it peaks, and what it says of each VM. */
export function PerformanceView({ projectId }: { projectId: string }) {
  const t = useTranslations("performance");
  const rules = useRules();
  const overview = useQuery({
    ...performanceOverviewQuery(projectId, rules),
    placeholderData: keepPreviousData,
  });
  return (
    <DecidePage
      projectId={projectId}
      section="performance"
      description={t("description")}
      commands={[
        sectionCommand(projectId, "imports", t("commands.import")),
        sectionCommand(projectId, "inventory", t("commands.inventory")),
      ]}
    >
      <Loaded
        projectId={projectId}
        query={overview}
        missing={{ code: "noPerformance", state: <NoPerformance projectId={projectId} /> }}
        skeleton={
          <Stack gap="lg">
            <LoadingState shape="cards" rows={6} />
            <LoadingState shape="cards" rows={3} />
            <LoadingState shape="table" rows={10} />
          </Stack>
        }
      >
        {(data) => (
          <Stack gap="lg">
            <PerformanceFigures projectId={projectId} overview={data} />
            <ProfilePanel projectId={projectId} overview={data} />
            <LeaveBehindPanel projectId={projectId} overview={data} />
            <RightSizing projectId={projectId} overview={data} rules={rules} />
            <PerformanceBlade projectId={projectId} overview={data} rules={rules} />
          </Stack>
        )}
      </Loaded>
    </DecidePage>
  );
}
