"use client";

import { Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { ClockView } from "@/lib/world/api-schema";
import classes from "./forecast.module.css";
import { type RangeRow, rangeRows } from "./range-rows";
import { useRatioText } from "./use-ratio-text";

interface RangeTableProps {
  lines: readonly Pick<RangeRow, "key" | "label" | "spread">[];
  fromSeconds: number;
  view: ClockView;
  /** Some VMs complete in no run: what is said of completion is said of the others. */
  withoutBlocked: boolean;
}

/** The stretch from P10 to P90, darker up to P80, with a tick at P50. The figures stand beside it. */
function RangeBar({ row }: { row: RangeRow }) {
  const { p10Percent, p50Percent, p80Percent, p90Percent } = row;
  const start = p10Percent ?? 100;
  const until = (end: number | null) => ({
    insetInlineStart: `${start}%`,
    width: `${Math.max(0.5, (end ?? 100) - start)}%`,
  });
  return (
    <div className={classes.track} aria-hidden>
      {p10Percent === null ? null : (
        <>
          <span className={classes.wide} style={until(p90Percent)} />
          <span className={classes.narrow} style={until(p80Percent)} />
        </>
      )}
      {p50Percent === null ? null : (
        <span className={classes.median} style={{ insetInlineStart: `${p50Percent}%` }} />
      )}
    </div>
  );
}

/** When the whole and each group end, as clock times. */
export function RangeTable({ lines, fromSeconds, view, withoutBlocked }: RangeTableProps) {
  const t = useTranslations("forecast.ranges");
  const text = useSimTimeText(view);
  const ratio = useRatioText();
  const time = (seconds: number | null) =>
    seconds === null ? (
      <Text component="span" fz="sm" c="dimmed">
        {t("notWithin")}
      </Text>
    ) : (
      text.short(seconds)
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={classes.scroll} tabIndex={0} aria-label={t("title")}>
      <Table miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("what")}</Table.Th>
            <Table.Th className={classes.barColumn}>{t("range")}</Table.Th>
            <Table.Th>P50</Table.Th>
            <Table.Th>P80</Table.Th>
            <Table.Th>P90</Table.Th>
            <Table.Th ta="end">{withoutBlocked ? t("othersCompleted") : t("completed")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rangeRows(lines, fromSeconds).map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">{row.label}</Table.Th>
              <Table.Td className={classes.barColumn}>
                <RangeBar row={row} />
              </Table.Td>
              <Table.Td className="lf-numeric">{time(row.spread.p50)}</Table.Td>
              <Table.Td className="lf-numeric">{time(row.spread.p80)}</Table.Td>
              <Table.Td className="lf-numeric">{time(row.spread.p90)}</Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                {row.spread.completedRatio === null
                  ? t("noneCan")
                  : ratio(row.spread.completedRatio)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
