"use client";

import { Group, Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { StatusDot } from "@/components/ui/status-dot";
import type { WindowForecast } from "@/lib/forecast/schema";
import type { ClockView } from "@/lib/world/api-schema";
import { CHANCE_TONE, chanceOf } from "./chance";
import classes from "./forecast.module.css";
import { useRatioText } from "./use-ratio-text";

function ChanceText({ ratio }: { ratio: number }) {
  const t = useTranslations("forecast.chances");
  const percent = useRatioText();
  const chance = chanceOf(ratio);
  return (
    <Group gap={6} wrap="nowrap">
      <StatusDot tone={CHANCE_TONE[chance]} sizePx={16} />
      <span>
        {t(chance)}{" "}
        <Text component="span" fz="sm" c="dimmed" className="lf-numeric">
          {percent(ratio)}
        </Text>
      </span>
    </Group>
  );
}

/** The chance of each switchover window to be kept, in words and percent. */
export function WindowTable({
  windows,
  view,
}: {
  windows: readonly WindowForecast[];
  view: ClockView;
}) {
  const t = useTranslations("forecast.windows");
  const text = useSimTimeText(view);
  if (windows.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t("none")}
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={classes.scroll} tabIndex={0} aria-label={t("title")}>
      <Table miw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("group")}</Table.Th>
            <Table.Th>{t("window")}</Table.Th>
            <Table.Th>{t("kept")}</Table.Th>
            <Table.Th>{t("finished")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {windows.map((window) => (
            <Table.Tr key={`${window.groupId} ${window.startSeconds} ${window.endSeconds}`}>
              <Table.Th scope="row">{window.name}</Table.Th>
              <Table.Td className="lf-numeric">
                {text.range(window.startSeconds, window.endSeconds)}
              </Table.Td>
              <Table.Td>
                <ChanceText ratio={window.keptRatio} />
              </Table.Td>
              <Table.Td>
                <ChanceText ratio={window.finishedRatio} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
