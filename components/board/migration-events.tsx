"use client";

import { Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { StatusDot } from "@/components/ui/status-dot";
import type { ClockView } from "@/lib/world/api-schema";
import type { BoardEvent } from "@/lib/world/board-schema";
import { severityTone } from "./board-state";
import { useBoardSentence } from "./use-board-sentence";

/** What happened to one migration, newest first. */
export function MigrationEvents({
  events,
  view,
}: {
  events: readonly BoardEvent[];
  view: ClockView;
}) {
  const t = useTranslations("board");
  const text = useSimTimeText(view);
  const sentence = useBoardSentence();
  if (events.length === 0) return <Text c="dimmed">{t("noEventsSentence")}</Text>;
  return (
    <Stack gap={8}>
      {events.map((event) => (
        <Group key={event.id} gap={8} wrap="nowrap" align="flex-start">
          <StatusDot
            tone={severityTone[event.severity]}
            label={t(`severities.${event.severity}`)}
          />
          <div>
            <Text fz="sm">{sentence(event.message)}</Text>
            <Text fz="xs" c="dimmed" className="lf-numeric">
              {text.full(event.atSeconds)}
            </Text>
          </div>
        </Group>
      ))}
    </Stack>
  );
}
