"use client";

import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconHourglassLow } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useSizeText } from "@/components/inventory/use-size-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ClockView } from "@/lib/world/api-schema";
import { type MigrationDetail, TERMINAL_STATES } from "@/lib/world/board-schema";
import { ProgressCell } from "./progress-cell";
import { StateName } from "./state-name";
import { useBoardSentence, useRemedySentence } from "./use-board-sentence";
import { usePhaseName } from "./use-phase-name";
import { useRateText } from "./use-rate-text";

function DetailNotice({ detail }: { detail: MigrationDetail }) {
  const sentence = useBoardSentence();
  const remedy = useRemedySentence();
  const { message, waitingReason, state } = detail;
  if (message) {
    const isError = state === "error";
    return (
      <Alert
        color={isError ? "red" : "yellow"}
        icon={<IconAlertTriangle size={18} aria-hidden />}
        title={sentence(message)}
      >
        {remedy(message)}
      </Alert>
    );
  }
  if (!waitingReason) return null;
  return (
    <Alert color="azure" icon={<IconHourglassLow size={18} aria-hidden />}>
      <Text fz="sm">{sentence(waitingReason)}</Text>
    </Alert>
  );
}

/** What a migration is, where it stands, and why it waits or failed. */
export function MigrationEssentials({
  detail,
  view,
}: {
  detail: MigrationDetail;
  view: ClockView;
}) {
  const t = useTranslations("board.blade");
  const board = useTranslations("board");
  const format = useFormatter();
  const duration = useDurationText();
  const text = useSimTimeText(view);
  const size = useSizeText();
  const rate = useRateText();
  const phaseName = usePhaseName();
  const { switchoverWindow: window, downtimeSeconds, rateBytesPerSecond, etaSeconds } = detail;
  // What is over ended when its last phase, the outcome, began.
  const lastPhase = detail.phases.at(-1);
  const endedAt =
    TERMINAL_STATES.includes(detail.state) && lastPhase ? text.short(lastPhase.startSeconds) : null;
  return (
    <Stack gap="md">
      <DetailNotice detail={detail} />
      <ProgressCell ratio={detail.progressRatio} state={detail.state} />
      <DefinitionList
        items={[
          { term: board("columns.state"), value: <StateName state={detail.state} /> },
          {
            term: board("columns.phase"),
            value: detail.phase === null ? null : phaseName(detail.phase),
          },
          { term: board("columns.group"), value: detail.groupName },
          { term: board("columns.type"), value: board(`types.${detail.type}`) },
          {
            term: board("columns.transferred"),
            value: `${size.bytes(detail.bytesTransferred)}${
              detail.bytesTotal === null ? "" : ` / ${size.bytes(detail.bytesTotal)}`
            }`,
          },
          {
            term: board("columns.rate"),
            value: rateBytesPerSecond === null ? null : rate(rateBytesPerSecond),
          },
          {
            term: board("columns.eta"),
            value: etaSeconds === null ? endedAt : text.short(etaSeconds),
          },
          {
            term: t("window"),
            value: window ? text.range(window.startSeconds, window.endSeconds) : board("noWindow"),
          },
          {
            term: t("downtime"),
            value: downtimeSeconds === null ? null : duration(downtimeSeconds),
          },
          { term: t("attempts"), value: format.number(detail.attempt) },
        ]}
      />
    </Stack>
  );
}
