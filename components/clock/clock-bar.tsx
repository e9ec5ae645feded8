"use client";

import { Kbd } from "@mantine/core";
import { IconEye, IconHistory } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./clock-bar.module.css";
import { JumpMenu, type JumpTarget } from "./jump-menu";
import { PauseButton } from "./pause-button";
import type { ScrubRange } from "./scrub-range";
import { SimClockText } from "./sim-clock-text";
import { SpeedSelect } from "./speed-select";
import { TimeScrubber } from "./time-scrubber";
import type { ClockControl } from "./use-clock";
import { useClockKeys } from "./use-clock-keys";
import { useSimTimeText } from "./use-sim-time-text";

interface ClockBarProps {
  control: ClockControl;
  targets: readonly JumpTarget[];
  /** With a scrubber when given. */
  scrub?: {
    range: ScrubRange;
    at: number | null;
    onChange: (at: number | null) => void;
    marks?: readonly { atSeconds: number; label: string }[];
  };
}

function LookNotice({ control, at }: { control: ClockControl; at: number }) {
  const t = useTranslations("board.clock");
  const text = useSimTimeText(control.clock.view);
  const isAhead = at > control.clock.view.nowSeconds;
  const Icon = isAhead ? IconEye : IconHistory;
  return (
    <div className={classes.ahead} role="status">
      <Icon size={16} aria-hidden />
      <span>{t(isAhead ? "lookAhead" : "lookBack", { time: text.full(at) })}</span>
    </div>
  );
}

/** The clock of a page that runs: time, speed, jumps and a look at other instants. */
export function ClockBar({ control, targets, scrub }: ClockBarProps) {
  const t = useTranslations("board.clock");
  useClockKeys(control);
  const at = scrub?.at ?? null;
  const { view } = control.clock;
  return (
    <section
      className={`${classes.bar} lf-no-print`}
      aria-label={t("label")}
      data-ahead={at !== null}
      data-alone={scrub === undefined}
    >
      <div className={classes.controls}>
        <PauseButton control={control} size={36} />
        <div>
          <div className={classes.time}>
            <SimClockText clock={control.clock} />
          </div>
          <div className={classes.zone}>
            {t("simulatedTime", { zone: view.timeZone })} <Kbd size="xs">{t("spaceKey")}</Kbd>{" "}
            <Kbd size="xs">+</Kbd> <Kbd size="xs">-</Kbd>
          </div>
        </div>
        <SpeedSelect control={control} />
        <JumpMenu control={control} targets={targets} />
      </div>
      {scrub ? <TimeScrubber clock={control.clock} {...scrub} /> : null}
      {at === null ? null : <LookNotice control={control} at={at} />}
    </section>
  );
}
