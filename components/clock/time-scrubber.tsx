"use client";

import { Button, Slider } from "@mantine/core";
import { useThrottledCallback } from "@mantine/hooks";
import { IconPlayerSkipBack } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type ScrubRange, scrubStep } from "./scrub-range";
import type { HeardClock } from "./simulated-now";
import classes from "./time-scrubber.module.css";
import { useSimTimeText } from "./use-sim-time-text";
import { useSimulatedNow } from "./use-simulated-now";

/** Five answers a second follow a finger well enough. */
const FOLLOW_MILLISECONDS = 200;
/** The track needs no finer now than it has pixels. */
const NOW_MILLISECONDS = 500;
/** Page Up and Page Down go a twentieth of the track. */
const LEAP_STEPS = 50;
/** A pointer that lets go this near to the present means the present. */
const POINTER_SNAP_STEPS = 8;
/** A key that goes one step away from the present means that step. */
const KEY_SNAP_STEPS = 0.75;

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
  const isPointer = useRef(false);
  // What comes late is what was wanted last: another key may have been pressed since.
  const wanted = useRef(at);
  const follow = useThrottledCallback(() => onChange(wanted.current), FOLLOW_MILLISECONDS);
  const settle = (next: number | null) => {
    wanted.current = next;
    onChange(next);
  };
  useEffect(() => {
    if (at === null) setDragged(null);
  }, [at]);
  const { startSeconds, endSeconds } = range;
  const step = scrubStep(range);
  const value = Math.min(Math.max(dragged ?? at ?? nowSeconds, startSeconds), endSeconds);
  // What is put on the present is the present, which then moves on by itself.
  const snapped = (next: number) => {
    const steps = isPointer.current ? POINTER_SNAP_STEPS : KEY_SNAP_STEPS;
    return Math.abs(next - nowSeconds) < step * steps ? null : next;
  };
  const leap = (event: KeyboardEvent) => {
    const direction = { PageUp: 1, PageDown: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const target = value + direction * LEAP_STEPS * step;
    settle(snapped(Math.min(Math.max(target, startSeconds), endSeconds)));
  };
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
            wanted.current = snapped(next);
            follow();
          }}
          onChangeEnd={(next) => {
            setDragged(null);
            settle(snapped(next));
            isPointer.current = false;
          }}
          onPointerDownCapture={() => {
            isPointer.current = true;
          }}
          onKeyDown={leap}
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
        // Not disabled: its own press turns it off, and the focus would be nowhere.
        aria-disabled={at === null || undefined}
        data-disabled={at === null || undefined}
        onClick={at === null ? undefined : () => settle(null)}
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
