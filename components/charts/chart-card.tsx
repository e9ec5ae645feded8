"use client";

import { Button, Group, Paper, Skeleton, Text, Title } from "@mantine/core";
import { IconChartLine, IconTable } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import classes from "./chart-card.module.css";
import type { ChartRow, ChartSeries } from "./chart-data";
import { ChartTable } from "./chart-table";

export interface ChartCardProps {
  title: string;
  /** What the chart shows, in a sentence; read aloud with the title. */
  description?: ReactNode;
  /** One object a place on the horizontal axis; null where a value is not known. */
  data: readonly ChartRow[];
  /** The field of the horizontal axis. */
  xKey: string;
  /** The heading of that field in the table. */
  xLabel?: string;
  series: readonly ChartSeries[];
  /** The places of the horizontal axis that are named; as many as fit when left out. */
  xTicks?: readonly number[];
  formatX?: (value: string | number) => string;
  formatY?: (value: number) => string;
  /** Puts series on top of each other. */
  stacked?: boolean;
  heightPx?: number;
  /** Bars that lie, with every name beside its bar: for categories. */
  horizontal?: boolean;
  /** A vertical line, for instance the present moment. */
  marker?: { x: string | number; label: string };
  /** Beside the toggle, for instance an export. */
  actions?: ReactNode;
  /** Drawn anew every second or so: without the growing of a first drawing. */
  live?: boolean;
}

const defaultHeightPx = 240;

// Recharts draws nothing on the server and weighs 113 KB: it comes when a chart is on the page.
const Plot = dynamic(() => import("./plot").then((module) => module.Plot), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

function hasValue(data: readonly ChartRow[], series: readonly ChartSeries[]): boolean {
  return data.some((row) => series.some((one) => typeof row[one.key] === "number"));
}

function ChartCard({ kind, ...props }: ChartCardProps & { kind: "line" | "bar" | "area" }) {
  const { title, description, data, series, actions, heightPx = defaultHeightPx } = props;
  const t = useTranslations("common.chart");
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const drawn = hasValue(data, series);
  return (
    <Paper component="section" withBorder className={classes.card} aria-labelledby={titleId}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.heading}>
          <Title order={2} size="h3" id={titleId}>
            {title}
          </Title>
          {description ? (
            <Text fz="xs" c="dimmed" component="div">
              {description}
            </Text>
          ) : null}
        </div>
        <Group gap="xs" className="lf-no-print">
          {actions}
          {drawn ? (
            <Button
              variant="subtle"
              leftSection={
                asTable ? (
                  <IconChartLine size={14} aria-hidden />
                ) : (
                  <IconTable size={14} aria-hidden />
                )
              }
              onClick={() => setAsTable(!asTable)}
            >
              {t(asTable ? "showChart" : "showTable")}
            </Button>
          ) : null}
        </Group>
      </Group>
      {drawn ? (
        asTable ? (
          <ChartTable {...props} />
        ) : (
          // The figures are in the table; the drawing itself is one picture with a name.
          <div role="img" aria-labelledby={titleId} style={{ height: heightPx }}>
            <Plot kind={kind} {...props} heightPx={heightPx} />
          </div>
        )
      ) : (
        <Text className={classes.none} c="dimmed" fz="sm" style={{ minHeight: heightPx / 2 }}>
          {t("noData")}
        </Text>
      )}
    </Paper>
  );
}

/** Values over time. */
export function LineChartCard(props: ChartCardProps) {
  return <ChartCard kind="line" {...props} />;
}

/** Values by category. */
export function BarChartCard(props: ChartCardProps) {
  return <ChartCard kind="bar" {...props} />;
}

/** Amounts over time, often stacked. */
export function AreaChartCard(props: ChartCardProps) {
  return <ChartCard kind="area" {...props} />;
}
