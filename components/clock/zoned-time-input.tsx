"use client";

import { DateTimePicker } from "@mantine/dates";
import "dayjs/locale/ko";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSimTimeText } from "./use-sim-time-text";
import { localTextOfSeconds, secondsOfLocalText, type ZonedEpoch } from "./zoned-time";

interface ZonedTimeInputProps {
  world: ZonedEpoch;
  label: string;
  description?: ReactNode;
  /** Seconds after the world's epoch. */
  value: number | null;
  onChange: (seconds: number | null) => void;
  minSeconds?: number;
  error?: ReactNode;
  clearable?: boolean;
  disabled?: boolean;
  required?: boolean;
}

/** A date and a time of day in the project's zone, as seconds of simulated time. */
export function ZonedTimeInput(props: ZonedTimeInputProps) {
  const { world, value, onChange, minSeconds, clearable = false } = props;
  const t = useTranslations("board.clock");
  const locale = useLocale();
  const text = useSimTimeText(world);
  const zone = t("inZone", { zone: world.timeZone, offset: text.zone(value ?? minSeconds ?? 0) });
  return (
    <DateTimePicker
      label={props.label}
      description={
        props.description ? (
          <>
            {props.description} {zone}
          </>
        ) : (
          zone
        )
      }
      locale={locale}
      valueFormat={(local) => {
        const seconds = secondsOfLocalText(world, local);
        return seconds === null ? local : text.short(seconds);
      }}
      value={value === null ? null : localTextOfSeconds(world, value)}
      onChange={(local) => onChange(local === null ? null : secondsOfLocalText(world, local))}
      minDate={
        minSeconds === undefined ? undefined : localTextOfSeconds(world, minSeconds).slice(0, 10)
      }
      defaultTimeValue="22:00"
      placeholder={t("chooseTime")}
      error={props.error}
      clearable={clearable}
      disabled={props.disabled}
      required={props.required}
      clearButtonProps={{ "aria-label": t("clearTime") }}
      submitButtonProps={{ "aria-label": t("useTime") }}
      popoverProps={{ withinPortal: true }}
    />
  );
}
