"use client";

import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { useDeleteImport } from "@/lib/client/imports-queries";
import { addSample, secondsLeft, type TransferSample } from "@/lib/client/transfer-rate";
import type { ImportRecord } from "@/lib/discovery/import-schema";
import type { ImportProgress } from "@/lib/discovery/schema";
import { IMPORT_STAGES, overallRatio } from "./import-progress";
import { ProgressCard } from "./progress-card";
import classes from "./progress-card.module.css";
import { useDurationText } from "./use-duration-text";
import { useMayWrite } from "./use-may-write";

/** Seconds until the end at the pace seen so far; null before there is a pace. */
function useSecondsLeft(ratio: number): number | null {
  const [samples, setSamples] = useState<TransferSample[]>([]);
  useEffect(() => {
    const sample = { atMilliseconds: performance.now(), bytesDone: ratio };
    setSamples((earlier) => addSample(earlier, sample));
  }, [ratio]);
  return secondsLeft(samples, 1);
}

type StageState = "done" | "now" | "later";
const stageTones: Record<StageState, Tone> = { done: "success", now: "progress", later: "neutral" };

function StageList({ current }: { current: ImportProgress["stage"] }) {
  const t = useTranslations("imports.stages");
  const now = IMPORT_STAGES.indexOf(current);
  return (
    <ol className={classes.stages}>
      {IMPORT_STAGES.map((stage, index) => {
        const state: StageState = index < now ? "done" : index === now ? "now" : "later";
        return (
          <li
            key={stage}
            className={classes.stage}
            data-state={state}
            aria-current={state === "now" ? "step" : undefined}
          >
            <StatusDot tone={stageTones[state]} />
            {t(stage)}
          </li>
        );
      })}
    </ol>
  );
}

const BEFORE_FIRST_PROGRESS: ImportProgress = {
  stage: "opening",
  sheet: null,
  rows: 0,
  bytesDone: 0,
  bytesTotal: 0,
};

/** An import that the server is reading; anyone of the project can watch it. */
export function ReadingCard({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports.progress");
  const duration = useDurationText();
  const size = useSizeText();
  const { mayWrite } = useMayWrite();
  const cancel = useDeleteImport(record.projectId);
  const notifyError = useNotifyError();
  const progress = record.progress ?? BEFORE_FIRST_PROGRESS;
  const ratio = overallRatio(progress);
  const left = useSecondsLeft(ratio);

  const facts: string[] = [];
  // While rows are stored the progress counts rows, which have a line of their own.
  if (progress.stage === "reading" && progress.bytesTotal > 0) {
    const done = size.bytes(progress.bytesDone);
    facts.push(t("bytes", { done, total: size.bytes(progress.bytesTotal) }));
  }
  if (progress.sheet) facts.push(t("sheet", { sheet: progress.sheet }));
  if (progress.rows > 0) facts.push(t("rows", { rows: progress.rows }));
  if (left !== null) facts.push(t("timeLeft", { time: duration(left) }));
  return (
    <ProgressCard
      title={record.status === "receiving" ? t("receiving") : t("reading")}
      fileNames={record.fileName}
      ratio={ratio}
      facts={facts}
      onCancel={mayWrite ? () => cancel.mutate(record.id, { onError: notifyError }) : null}
      cancelling={cancel.isPending}
    >
      <StageList current={progress.stage} />
      <Text fz="xs" c="dimmed">
        {t("mayLeave")}
      </Text>
    </ProgressCard>
  );
}
