"use client";

import { SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { LineChartCard } from "@/components/charts/chart-card";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { LoadingState } from "@/components/ui/loading-state";
import { type BoardMoment, utilisationQuery } from "@/lib/client/board-queries";
import { USED_KINDS, type UsedKind } from "@/lib/migration/resource-usage";
import type { ClockView } from "@/lib/world/api-schema";
import type { BoardUtilisation } from "@/lib/world/board-utilisation-schema";
import { useRateText } from "./use-rate-text";
import { utilisationRows } from "./utilisation-rows";

interface UtilisationPanelProps {
  projectId: string;
  moment: BoardMoment;
  view: ClockView;
}

/** What is full: each link, appliance and source host over time. */
export function UtilisationPanel({ projectId, moment, view }: UtilisationPanelProps) {
  const query = useQuery(utilisationQuery(projectId, moment));
  if (query.data) return <Utilisation utilisation={query.data} view={view} />;
  return <LoadingOrError query={query} skeleton={<LoadingState shape="cards" rows={3} />} />;
}

function Utilisation({ utilisation, view }: { utilisation: BoardUtilisation; view: ClockView }) {
  const t = useTranslations("utilisation");
  const format = useFormatter();
  const text = useSimTimeText(view);
  const [kind, setKind] = useState<UsedKind>("link");
  const { resources, hostsLeftOut } = utilisation;
  const shown = useMemo(() => resources.filter((one) => one.kind === kind), [resources, kind]);
  const { data, series } = useMemo(() => utilisationRows(shown), [shown]);
  const percent = (value: number) =>
    t("percent", { value: format.number(value, { maximumFractionDigits: 0 }) });
  return (
    <Stack gap="md">
      <SegmentedControl
        value={kind}
        onChange={(next) => setKind(USED_KINDS.find((one) => one === next) ?? kind)}
        data={USED_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}.name`) }))}
        aria-label={t("kind")}
        w="fit-content"
      />
      <LineChartCard
        title={t(`kinds.${kind}.title`)}
        description={t(`kinds.${kind}.description`)}
        data={data}
        xKey="startSeconds"
        xLabel={t("from")}
        series={series}
        formatX={(seconds) => text.short(Number(seconds))}
        formatY={percent}
        live
      />
      {shown.length > 0 ? <UtilisationTable shown={shown} percent={percent} /> : null}
      {kind === "sourceHost" && hostsLeftOut > 0 ? (
        <Text fz="xs" c="dimmed">
          {t("hostsLeftOut", { count: hostsLeftOut })}
        </Text>
      ) : null}
    </Stack>
  );
}

interface UtilisationTableProps {
  shown: BoardUtilisation["resources"];
  percent: (value: number) => string;
}

function UtilisationTable({ shown, percent }: UtilisationTableProps) {
  const t = useTranslations("utilisation");
  const rate = useRateText();
  const share = (ratio: number | null) => (ratio === null ? t("noCapacity") : percent(100 * ratio));
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th ta="end">{t("mean")}</Table.Th>
            <Table.Th ta="end">{t("peak")}</Table.Th>
            <Table.Th ta="end">{t("peakRate")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ id, meanRatio, peakRatio, peakBytesPerSecond }) => (
            <Table.Tr key={id}>
              <Table.Td>{id}</Table.Td>
              <Table.Td ta="end">{share(meanRatio)}</Table.Td>
              <Table.Td ta="end">{share(peakRatio)}</Table.Td>
              <Table.Td ta="end">{rate(peakBytesPerSecond)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
