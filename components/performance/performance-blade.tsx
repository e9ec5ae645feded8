"use client";

import { Alert, Group, Stack, Table, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { InventoryLink } from "@/components/inventory/inventory-link";
import { useSizeText } from "@/components/inventory/use-size-text";
import { PowerSign } from "@/components/inventory/vm-signs";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { Blade } from "@/components/ui/blade";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { performanceVmQuery } from "@/lib/client/performance-queries";
import type { PerformanceDetail, PerformanceOverview } from "@/lib/performance/api-schema";
import type { RulesQuery } from "@/lib/performance/rules-schema";
import { PERFORMANCE_METRICS } from "@/lib/performance/schema";
import { localMinute } from "@/lib/units/local-minute";
import { ActivityBadge } from "./activity-signs";
import { ProfileCharts } from "./profile-charts";
import { ProfileControls } from "./profile-controls";
import { useProfileChoice } from "./use-profile-choice";

const STATISTICS = ["mean", "p50", "p90", "p95", "p99", "max"] as const;

function useVmQuery(projectId: string, vmKey: string, rules: RulesQuery) {
  const { clock } = useProfileChoice();
  return useQuery({
    ...performanceVmQuery(projectId, vmKey, { ...rules, clock }),
    placeholderData: keepPreviousData,
  });
}

/** Today's size beside the recommended one, and what was measured for it. */
function useEssentials(detail: PerformanceDetail): Definition[] {
  const t = useTranslations("performance.blade");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const size = useSizeText();
  const { row, peaks, rules, networkPercent, startAt, endAt, stars } = detail;
  const both = (allocated: string | null, recommended: string | null) =>
    allocated === null || recommended === null
      ? allocated
      : t("allocated", { allocated, recommended });
  const number = (value: number | null) => (value === null ? null : format.number(value));
  const mib = (value: number | null) => (value === null ? null : size.mib(value));
  const peak = (now: number | null, then: number | null) => {
    if (now === null) return null;
    return then === null
      ? t("peak", { now: now / 100 })
      : t("peakBoth", { now: now / 100, resized: then / 100 });
  };
  return [
    { term: t("cpus"), value: both(number(row.cpus), number(row.recommendedCpus)) },
    { term: t("memory"), value: both(mib(row.memoryMib), mib(row.recommendedMemoryMib)) },
    { term: t("cpuPeak"), value: peak(peaks.cpuPercent, peaks.cpuPercentAtRecommended) },
    { term: t("memoryPeak"), value: peak(peaks.memoryPercent, peaks.memoryPercentAtRecommended) },
    {
      term: t("networkShare"),
      value:
        networkPercent === null
          ? null
          : t("networkOf", {
              ratio: format.number(networkPercent / 100, {
                style: "percent",
                maximumFractionDigits: 2,
              }),
              lineMbps: rules.lineMbps,
            }),
    },
    {
      term: t("period"),
      value:
        startAt === null || endAt === null
          ? null
          : t("periodValue", { start: localMinute(startAt), end: localMinute(endAt) }),
    },
    {
      term: t("coverage"),
      value:
        row.coverageRatio === null || stars === null
          ? null
          : t("coverageValue", {
              count: detail.sampleCount,
              ratio: row.coverageRatio,
              stars: tAssessment("stars", { stars }),
            }),
    },
  ];
}

function PercentileTable({ metrics }: { metrics: PerformanceDetail["metrics"] }) {
  const t = useTranslations("performance.blade");
  const format = useFormatter();
  return (
    <section>
      <Title order={3} mb={6}>
        {t("percentiles")}
      </Title>
      <ScrollRegion label={t("percentiles")}>
        <Table miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("metric")}</Table.Th>
              {STATISTICS.map((name) => (
                <Table.Th key={name} ta="end">
                  {name === "mean" || name === "max" ? t(name) : name.toUpperCase()}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PERFORMANCE_METRICS.map((metric) => {
              const summary = metrics[metric];
              return summary ? (
                <Table.Tr key={metric}>
                  <Table.Th scope="row" fw={400}>
                    {t(`metrics.${metric}`)}
                  </Table.Th>
                  {STATISTICS.map((name) => (
                    <Table.Td key={name} ta="end" className="lf-numeric">
                      {format.number(summary[name], { maximumFractionDigits: 1 })}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ) : null;
            })}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <Text fz="xs" c="dimmed" mt={4}>
        {t("accuracy")}
      </Text>
    </section>
  );
}

function Detail({ detail, timeZone }: { detail: PerformanceDetail; timeZone: string }) {
  const t = useTranslations("performance.blade");
  const tHelp = useTranslations("performance.activityHelp");
  const essentials = useEssentials(detail);
  const choice = useProfileChoice();
  const { row, rules, peaks, profile, metrics } = detail;
  const { cpuPercentAtRecommended: cpu, memoryPercentAtRecommended: memory } = peaks;
  return (
    <Stack gap="lg">
      <div>
        <Group gap="md" mb={4}>
          <ActivityBadge activity={row.activity} />
          <PowerSign state={row.powerState} />
        </Group>
        <Text fz="sm" c="dimmed">
          {row.activity === "notMeasured" && row.powerState === "poweredOff"
            ? t("off")
            : tHelp(row.activity, rules)}
        </Text>
      </div>
      <DefinitionList items={essentials} />
      {Math.max(cpu ?? 0, memory ?? 0) > 100 ? (
        <Alert color="yellow">{t("peakTooHigh")}</Alert>
      ) : null}
      {Object.keys(metrics).length > 0 ? (
        <PercentileTable metrics={metrics} />
      ) : (
        <Text fz="sm" c="dimmed">
          {t(row.activity === "notMeasured" ? "nothing" : "reported")}
        </Text>
      )}
      {profile ? (
        <section>
          <Title order={3} mb={6}>
            {t("profile")}
          </Title>
          <ProfileControls choice={choice} timeZone={timeZone} />
          <ProfileCharts profile={profile} view={choice.view} vmName={row.name} />
        </section>
      ) : null}
    </Stack>
  );
}

interface PerformanceBladeProps {
  projectId: string;
  overview: PerformanceOverview;
  rules: RulesQuery;
}

function Content(props: PerformanceBladeProps & { vmKey: string }) {
  const { projectId, vmKey, overview, rules } = props;
  const detail = useVmQuery(projectId, vmKey, rules);
  if (detail.data && detail.data.row.key === vmKey) {
    return <Detail detail={detail.data} timeZone={overview.timeZone} />;
  }
  return <LoadingOrError query={detail} skeleton={<LoadingState rows={10} />} />;
}

function VmTitle({ projectId, vmKey, rules }: PerformanceBladeProps & { vmKey: string }) {
  const t = useTranslations("performance.blade");
  const detail = useVmQuery(projectId, vmKey, rules);
  return <>{detail.data?.row.key === vmKey ? detail.data.row.name : t("title")}</>;
}

/** Percentiles, weekly profile and right size of one VM; `?vm=<key>` opens it. */
export function PerformanceBlade(props: PerformanceBladeProps) {
  return (
    <Blade
      param="vm"
      size={760}
      title={(vmKey) => <VmTitle {...props} vmKey={vmKey} />}
      footer={(vmKey) => <InventoryLink projectId={props.projectId} vmKey={vmKey} />}
    >
      {(vmKey) => <Content {...props} vmKey={vmKey} />}
    </Blade>
  );
}
