"use client";

import { useReducedMotion } from "@mantine/hooks";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { ChartCardProps } from "./chart-card";
import classes from "./chart-card.module.css";
import { type ChartSeries, seriesColor, seriesDash } from "./chart-data";
import { niceTicks, valueRange } from "./nice-ticks";

type PlotProps = ChartCardProps & { kind: "line" | "bar" | "area"; heightPx: number };

const axisStyle = { fontSize: 11, fill: "var(--mantine-color-dimmed)" };
const legendHeightPx = 24;

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <div className={classes.legend} aria-hidden>
      {series.map((one, index) => (
        <span key={one.key} className={classes.tooltipLine}>
          <span className={classes.swatch} style={{ background: seriesColor(one, index) }} />
          {one.label}
        </span>
      ))}
    </div>
  );
}

interface PlotTooltipProps {
  active?: boolean;
  label?: string | number;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
  plot: PlotProps;
}

function PlotTooltip({ active, label, payload = [], plot }: PlotTooltipProps) {
  if (!active || label === undefined) return null;
  const { formatX = String, formatY = String, series } = plot;
  return (
    <div className={classes.tooltip}>
      <strong>{formatX(label)}</strong>
      {series.map((one, index) => {
        const value = payload.find((entry) => entry.dataKey === one.key)?.value;
        return typeof value === "number" ? (
          <div key={one.key} className={classes.tooltipLine}>
            <span className={classes.swatch} style={{ background: seriesColor(one, index) }} />
            {one.label}: <span className="lf-numeric">{formatY(value)}</span>
          </div>
        ) : null;
      })}
    </div>
  );
}

function drawSeries(plot: PlotProps, animated: boolean) {
  return plot.series.map((one, index) => {
    const color = seriesColor(one, index);
    const shared = {
      dataKey: one.key,
      name: one.label,
      isAnimationActive: animated,
      ...(plot.stacked ? { stackId: "all" } : {}),
    };
    if (plot.kind === "bar")
      return <Bar key={one.key} {...shared} fill={color} maxBarSize={plot.horizontal ? 18 : 48} />;
    const stroke = {
      type: "linear" as const,
      stroke: color,
      strokeWidth: 2,
      dot: false,
      ...(seriesDash(index) ? { strokeDasharray: seriesDash(index) } : {}),
    };
    return plot.kind === "area" ? (
      <Area key={one.key} {...shared} {...stroke} fill={color} fillOpacity={0.22} />
    ) : (
      <Line key={one.key} {...shared} {...stroke} connectNulls={false} />
    );
  });
}

/** Ticks on a value axis, about. */
const TICKS = 6;

/** The value axis ends on round values; recharts alone counts in steps such as 65. */
function valueAxis({ data, series, stacked = false }: PlotProps) {
  const keys = series.map(({ key }) => key);
  const isWhole = data.every((row) =>
    keys.every((key) => typeof row[key] !== "number" || Number.isInteger(row[key])),
  );
  const ticks = niceTicks(valueRange(data, keys, stacked), TICKS, isWhole);
  return { ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1] };
}

function StandingAxes(plot: PlotProps) {
  const { xKey, xTicks, formatX, formatY } = plot;
  return (
    <>
      <XAxis
        dataKey={xKey}
        {...(xTicks ? { ticks: [...xTicks], interval: 0 } : {})}
        tick={axisStyle}
        tickLine={false}
        axisLine={{ stroke: "var(--lf-border-strong)" }}
        minTickGap={24}
        {...(formatX ? { tickFormatter: formatX } : {})}
      />
      <YAxis
        {...valueAxis(plot)}
        tick={axisStyle}
        tickLine={false}
        axisLine={false}
        width="auto"
        {...(formatY ? { tickFormatter: formatY } : {})}
      />
    </>
  );
}

/** Every category keeps its name: an axis of names may not leave any out. */
function LyingAxes(plot: PlotProps) {
  const { xKey, formatX, formatY } = plot;
  return (
    <>
      <XAxis
        type="number"
        {...valueAxis(plot)}
        tick={axisStyle}
        tickLine={false}
        axisLine={false}
        {...(formatY ? { tickFormatter: formatY } : {})}
      />
      <YAxis
        type="category"
        dataKey={xKey}
        tick={axisStyle}
        tickLine={false}
        axisLine={{ stroke: "var(--lf-border-strong)" }}
        interval={0}
        width="auto"
        {...(formatX ? { tickFormatter: formatX } : {})}
      />
    </>
  );
}

/** The drawing of a chart card; loaded on its own because of Recharts' weight. */
export function Plot(plot: PlotProps) {
  const reducedMotion = useReducedMotion();
  const { data, series, heightPx, marker, horizontal = false } = plot;
  const withLegend = series.length > 1;
  return (
    <>
      {withLegend ? <Legend series={series} /> : null}
      <ResponsiveContainer width="100%" height={heightPx - (withLegend ? legendHeightPx : 0)}>
        <ComposedChart
          data={[...data]}
          layout={horizontal ? "vertical" : "horizontal"}
          // What is below zero lies on the other side, not on top.
          stackOffset={plot.stacked ? "sign" : "none"}
          margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--lf-border)" vertical={horizontal} horizontal={!horizontal} />
          {horizontal ? <LyingAxes {...plot} /> : <StandingAxes {...plot} />}
          <Tooltip
            content={({ active, label, payload }) => (
              <PlotTooltip active={active} label={label} payload={payload} plot={plot} />
            )}
            isAnimationActive={false}
            cursor={{ stroke: "var(--lf-border-strong)", fill: "var(--lf-hover)" }}
          />
          {drawSeries(plot, !reducedMotion && !plot.live)}
          {marker ? (
            <ReferenceLine
              x={marker.x}
              stroke="var(--mantine-color-text)"
              strokeDasharray="3 3"
              label={{ value: marker.label, position: "insideTopRight", ...axisStyle }}
            />
          ) : null}
        </ComposedChart>
      </ResponsiveContainer>
    </>
  );
}
