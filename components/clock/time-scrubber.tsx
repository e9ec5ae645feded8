"use client";

import { Button, Slider } from "@mantine/core";
import { useThrottledCallback } from "@mantine/hooks";
import { IconPlayerSkipBack } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type ScrubRange, scrubStep } from "./scrub-range";
import type { HeardClock } from "./simulated-now";
import classes from "./time-scrubber.module.css";
import { useSimTimeText } from "./use-sim-time-text";
import { useSimulatedNow } from "./use-simulated-now";

/** Five answers a second follow a finger well enough. */
const FOLLOW_MILLISECONDS = 200;
/** The track needs no finer now than it has pixels. */
const NOW_MILLISECONDS = 500;

interface TimeScrubberProps {
  clock: HeardClock;
  range: ScrubRange;
  /** What is looked at; null is now. */
  at: number | null;
  onChange: (at: number | null) => void;
  /** Switchover windows and the like. */
  marks?: readonly { atSeconds: number; label: string }[];
}

/** Looks back or ahead without moving the clock: what is shown is read off the same timeline. */
export function TimeScrubber({ clock, range, at, onChange, marks = [] }: TimeScrubberProps) {
  const t = useTranslations("board.clock");
  const text = useSimTimeText(clock.view);
  const nowSeconds = useSimulatedNow(clock, NOW_MILLISECONDS);
  const [dragged, setDragged] = useState<number | null>(null);
  const follow = useThrottledCallback((next: number | null) => onChange(next), FOLLOW_MILLISECONDS);
  useEffect(() => {
    if (at === null) setDragged(null);
  }, [at]);
  const { startSeconds, endSeconds } = range;
  const step = scrubStep(range);
  const value = Math.min(Math.max(dragged ?? at ?? nowSeconds, startSeconds), endSeconds);
  // Letting go on the present means the present, which then moves on by itself.
  const snapped = (next: number) => (Math.abs(next - nowSeconds) < step * 8 ? null : next);
  const valueText = (seconds: number) => {
    if (snapped(seconds) === null) return t("scrubNow", { time: text.short(seconds) });
    return t(seconds > nowSeconds ? "scrubAhead" : "scrubBack", { time: text.short(seconds) });
  };
  const shownMarks = [
    { value: Math.min(Math.max(nowSeconds, startSeconds), endSeconds), label: t("now") },
    ...marks
      .filter((mark) => mark.atSeconds > startSeconds && mark.atSeconds < endSeconds)
      .map((mark) => ({ value: mark.atSeconds, label: "" })),
  ];
  return (
    <div className={classes.root}>
      <div className={classes.track}>
        <Slider
          min={startSeconds}
          max={endSeconds}
          step={step}
          value={value}
          onChange={(next) => {
            setDragged(next);
            follow(snapped(next));
          }}
          onChangeEnd={(next) => {
            setDragged(null);
            onChange(snapped(next));
          }}
          label={valueText}
          thumbLabel={t("scrubber")}
          thumbValueText={valueText}
          marks={shownMarks}
          startPointValue={nowSeconds}
          size={6}
          thumbSize={16}
          classNames={{ markLabel: classes.markLabel, bar: classes.bar }}
          attributes={{ bar: { "data-future": value > nowSeconds } }}
        />
      </div>
      <Button
        variant="default"
        leftSection={<IconPlayerSkipBack size={14} aria-hidden />}
        disabled={at === null}
        onClick={() => onChange(null)}
      >
        {t("backToNow")}
      </Button>
      <div className={classes.ends}>
        <span className="lf-numeric">{text.short(startSeconds)}</span>
        <span className="lf-numeric">{text.short(endSeconds)}</span>
      </div>
    </div>
  );
}
