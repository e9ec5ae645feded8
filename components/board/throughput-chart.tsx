"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { AreaChartCard } from "@/components/charts/chart-card";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { BITS_PER_BYTE } from "@/lib/units/rate";
import type { ClockView } from "@/lib/world/api-schema";
import type { ThroughputPoint } from "@/lib/world/board-schema";

interface ThroughputChartProps {
  points: readonly ThroughputPoint[];
  view: ClockView;
}

/** The rate of all meshes together over time. */
export function ThroughputChart({ points, view }: ThroughputChartProps) {
  const t = useTranslations("board.throughput");
  const format = useFormatter();
  const text = useSimTimeText(view);
  const data = useMemo(
    () =>
      points.map((point) => ({
        startSeconds: point.startSeconds,
        megabits: (point.rateBytesPerSecond * BITS_PER_BYTE) / 1e6,
      })),
    [points],
  );
  return (
    <AreaChartCard
      title={t("title")}
      description={t("description")}
      data={data}
      xKey="startSeconds"
      xLabel={t("from")}
      series={[{ key: "megabits", label: t("rate"), color: 1 }]}
      formatX={(seconds) => text.short(Number(seconds))}
      formatY={(value) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })}
      heightPx={190}
      live
    />
  );
}
