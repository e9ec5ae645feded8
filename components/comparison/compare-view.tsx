"use client";

import { MultiSelect, SimpleGrid, Stack, Title } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useBigMoney } from "@/components/business-case/use-big-money";
import { BarChartCard } from "@/components/charts/chart-card";
import { DecidePage } from "@/components/imports/decide-page";
import { useDateText } from "@/components/imports/use-date-text";
import { QueryError } from "@/components/shell/query-error";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { assessmentQuery, assessmentsQuery } from "@/lib/client/assessment-queries";
import { MOST_COMPARED } from "@/lib/comparison/schema";
import { CompareTable } from "./compare-table";
import { VmChangesOf } from "./vm-changes";

const bestOf = (record: AssessmentRecord) =>
  record.options.find(({ sizing }) => sizing.nodeType === record.recommended?.nodeType) ?? null;

function CompareCharts({ records }: { records: readonly AssessmentRecord[] }) {
  const t = useTranslations("comparison.charts");
  const currency = records[0]?.settings.currency ?? "USD";
  const money = useBigMoney(currency);
  const oneCurrency = records.every(({ settings }) => settings.currency === currency);
  const rows = records.map((record) => ({
    name: record.name,
    hosts: bestOf(record)?.sizing.nodeNumber ?? null,
    monthly: bestOf(record)?.cost.hostsMonthly ?? null,
  }));
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <BarChartCard
        title={t("hosts")}
        data={rows}
        xKey="name"
        xLabel={t("assessment")}
        series={[{ key: "hosts", label: t("hosts"), color: 1 }]}
        horizontal
        heightPx={60 + records.length * 36}
      />
      {oneCurrency ? (
        <BarChartCard
          title={t("monthly")}
          data={rows}
          xKey="name"
          xLabel={t("assessment")}
          series={[{ key: "monthly", label: t("monthly"), color: 3 }]}
          formatY={money}
          horizontal
          heightPx={60 + records.length * 36}
        />
      ) : null}
    </SimpleGrid>
  );
}

function Comparison({
  projectId,
  records,
}: {
  projectId: string;
  records: readonly AssessmentRecord[];
}) {
  const t = useTranslations("comparison");
  const [first, ...others] = records;
  return (
    <Stack gap="xl">
      <CompareTable projectId={projectId} records={records} />
      <CompareCharts records={records} />
      <section>
        <Title order={2} size="h3" mb="sm">
          {t("changes.title")}
        </Title>
        <SimpleGrid cols={{ base: 1, lg: others.length > 1 ? 2 : 1 }} spacing="xl">
          {first
            ? others.map((other) => <VmChangesOf key={other.id} from={first} to={other} />)
            : null}
        </SimpleGrid>
      </section>
    </Stack>
  );
}

/** Two to four assessments side by side; `?ids=` in the address names them, the first is the base. */
export function CompareView({ projectId }: { projectId: string }) {
  const t = useTranslations("comparison");
  const date = useDateText(projectId);
  const [idsText, setIds] = useSearchParam("ids");
  const list = useQuery(assessmentsQuery(projectId));
  const ids = (idsText ?? "").split(",").filter(Boolean).slice(0, MOST_COMPARED);
  const queries = useQueries({ queries: ids.map((id) => assessmentQuery(projectId, id)) });
  const records = queries.flatMap(({ data }) => data ?? []);
  const error = queries.find((query) => query.isError)?.error;
  const loading = queries.some((query) => query.isPending);
  return (
    <DecidePage
      projectId={projectId}
      section="assessments"
      title={t("title")}
      description={t("description")}
    >
      <Stack gap="lg">
        <MultiSelect
          className="lf-no-print"
          label={t("choose")}
          description={t("chooseHelp", { most: MOST_COMPARED })}
          data={(list.data ?? []).map((one) => ({
            value: one.id,
            label: t("named", { name: one.name, date: date(one.createdAt) }),
          }))}
          value={ids}
          maxValues={MOST_COMPARED}
          searchable
          clearable
          onChange={(next) => setIds(next.length > 0 ? next.join(",") : null)}
        />
        {error ? <QueryError error={error} /> : null}
        {ids.length < 2 ? (
          <EmptyState
            icon={<IconScale size={30} />}
            title={t("empty.title")}
            next={
              (list.data?.length ?? 0) < 2
                ? { label: t("empty.action"), href: sectionHref(projectId, "assessments") }
                : undefined
            }
          >
            {t((list.data?.length ?? 0) < 2 ? "empty.tooFew" : "empty.sentence")}
          </EmptyState>
        ) : loading ? (
          <LoadingState shape="table" rows={12} />
        ) : records.length > 1 ? (
          <Comparison projectId={projectId} records={records} />
        ) : null}
      </Stack>
    </DecidePage>
  );
}
