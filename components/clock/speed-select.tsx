"use client";

import { NativeSelect } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { type ClockControl, speedChoices } from "./use-clock";

/** How many simulated seconds pass in one of ours. It is on every page of a project, so it weighs nothing. */
export function SpeedSelect({ control }: { control: ClockControl }) {
  const t = useTranslations("board.clock");
  const format = useFormatter();
  const { speed } = control.clock.view;
  return (
    <NativeSelect
      size="xs"
      w={104}
      aria-label={t("speed")}
      title={control.mayOperate ? t("speedHelp") : control.reason}
      disabled={!control.mayOperate}
      data={speedChoices(speed).map((choice) => ({
        value: String(choice),
        label: t("times", { speed: format.number(choice) }),
      }))}
      value={String(speed)}
      onChange={(event) =>
        control.change({ action: "setSpeed", speed: Number(event.currentTarget.value) })
      }
    />
  );
}
