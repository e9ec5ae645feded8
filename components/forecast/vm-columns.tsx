"use client";

import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { DataColumn } from "@/components/tables/columns";
import type { ForecastRow } from "@/lib/forecast/row-schema";
import type { ClockView } from "@/lib/world/api-schema";
import { useBlockedReason } from "./use-blocked-reason";
import { useRatioText } from "./use-ratio-text";

/** The columns of the list of VMs: what never completes has a reason in the place of times. */
export function useVmColumns(view: ClockView, withGroup: boolean): DataColumn<ForecastRow>[] {
  const t = useTranslations("forecast.vms");
  const ranges = useTranslations("forecast.ranges");
  const reason = useBlockedReason();
  const text = useSimTimeText(view);
  const ratio = useRatioText();
  return useMemo(() => {
    const dimmed = (words: string) => (
      <Text component="span" fz="inherit" c="dimmed">
        {words}
      </Text>
    );
    const quantile = (id: "p10" | "p50" | "p80" | "p90"): DataColumn<ForecastRow> => ({
      id,
      label: id.toUpperCase(),
      widthPx: 132,
      align: "end",
      sortable: true,
      hiddenAtFirst: id === "p10",
      cell: ({ blocked, [id]: seconds }) => {
        if (blocked !== null) return dimmed(t("never"));
        return seconds === null ? dimmed(ranges("notWithin")) : text.short(seconds);
      },
    });
    const group: DataColumn<ForecastRow> = {
      id: "groupName",
      label: t("group"),
      widthPx: 130,
      sortable: true,
      cell: (row) => row.groupName,
    };
    return [
      {
        id: "name",
        label: t("vm"),
        widthPx: 160,
        sortable: true,
        rowHeader: true,
        cell: (row) => row.name,
      },
      ...(withGroup ? [group] : []),
      quantile("p10"),
      quantile("p50"),
      quantile("p80"),
      quantile("p90"),
      {
        id: "completedRatio",
        label: t("completed"),
        widthPx: 110,
        align: "end",
        sortable: true,
        cell: (row) => ratio(row.completedRatio ?? 0),
      },
      {
        id: "reason",
        label: t("reason"),
        widthPx: 220,
        cell: ({ blocked }) => {
          if (blocked === null) return "";
          const sentence = reason(blocked);
          return <span title={sentence}>{sentence}</span>;
        },
      },
    ];
  }, [t, ranges, reason, text, ratio, withGroup]);
}
