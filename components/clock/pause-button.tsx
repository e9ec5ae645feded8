"use client";

import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ClockControl } from "./use-clock";

interface PauseButtonProps {
  control: ClockControl;
  size?: ActionIconProps["size"];
  variant?: ActionIconProps["variant"];
  className?: string;
}

/** Stops or starts simulated time; nothing runs on while it stands. */
export function PauseButton({
  control,
  size = 30,
  variant = "filled",
  className,
}: PauseButtonProps) {
  const t = useTranslations("board.clock");
  const { paused } = control.clock.view;
  const label = paused ? t("resume") : t("pause");
  const usable = control.mayOperate;
  return (
    <Tooltip
      label={usable ? t("withKey", { action: label }) : control.reason}
      events={{ hover: true, focus: true, touch: true }}
    >
      <ActionIcon
        size={size}
        variant={variant}
        color="azure"
        className={className}
        aria-label={label}
        aria-disabled={!usable || undefined}
        data-disabled={!usable || undefined}
        onClick={usable ? control.togglePaused : undefined}
      >
        {paused ? (
          <IconPlayerPlayFilled size={15} aria-hidden />
        ) : (
          <IconPlayerPauseFilled size={15} aria-hidden />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
