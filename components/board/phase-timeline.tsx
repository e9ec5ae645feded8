"use client";

import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { ClockView } from "@/lib/world/api-schema";
import { foldPhases, type PhaseInterval } from "./fold-phases";
import classes from "./phase-timeline.module.css";
import { usePhaseName } from "./use-phase-name";

const endTones: Partial<Record<string, Tone>> = {
  failed: "danger",
  cancelled: "neutral",
  windowMissed: "warning",
  completed: "success",
};

function toneOf({ phase, endSeconds }: PhaseInterval): Tone {
  return endTones[phase] ?? (endSeconds === null ? "progress" : "success");
}

interface PhaseTimelineProps {
  phases: readonly PhaseInterval[];
  atSeconds: number;
  view: ClockView;
}

/** Each phase with its start, end and length; attempts after the first are named. */
export function PhaseTimeline({ phases, atSeconds, view }: PhaseTimelineProps) {
  const t = useTranslations("board.blade");
  const phaseName = usePhaseName();
  const duration = useDurationText();
  const text = useSimTimeText(view);
  if (phases.length === 0) return <Text c="dimmed">{t("noPhases")}</Text>;
  const folded = foldPhases(phases);
  return (
    <ol className={classes.list}>
      {folded.map((interval, index) => {
        const { attempt, phase, startSeconds, endSeconds } = interval;
        const isNewAttempt = attempt > 1 && folded[index - 1]?.attempt !== attempt;
        const isEnd = phase in endTones;
        return (
          <Fragment key={`${attempt} ${phase} ${startSeconds}`}>
            {isNewAttempt ? (
              <li>
                <Text fz="xs" fw={600} pb={6}>
                  {t("attempt", { number: attempt })}
                </Text>
              </li>
            ) : null}
            <li className={classes.item}>
              <span className={classes.mark}>
                <StatusDot tone={toneOf(interval)} />
              </span>
              <span className={classes.name}>
                {phaseName(phase)}
                {interval.deltaSyncs > 0 ? (
                  <Text component="span" fz="xs" c="dimmed">
                    {" "}
                    {t("deltaSyncs", { count: interval.deltaSyncs })}
                  </Text>
                ) : null}
              </span>
              <span className={classes.duration}>
                {isEnd ? null : duration((endSeconds ?? atSeconds) - startSeconds)}
              </span>
              <span className={classes.times}>
                {isEnd || endSeconds === null
                  ? t(isEnd ? "at" : "since", { time: text.short(startSeconds) })
                  : text.range(startSeconds, endSeconds)}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
