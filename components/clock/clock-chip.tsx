"use client";

import { Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { HeaderSlot } from "@/components/shell/header-slot";
import { ClockAnnouncer } from "./clock-announcer";
import classes from "./clock-chip.module.css";
import { JumpMenu, type JumpTarget } from "./jump-menu";
import { PauseButton } from "./pause-button";
import { SimClockText } from "./sim-clock-text";
import { SpeedSelect } from "./speed-select";
import { type ClockControl, useClock } from "./use-clock";

function ChipPanel({
  control,
  targets,
}: {
  control: ClockControl;
  targets: readonly JumpTarget[];
}) {
  const t = useTranslations("board.clock");
  return (
    <Stack gap="sm">
      <div>
        <Text fz="xs" c="dimmed">
          {t("simulatedTime", { zone: control.clock.view.timeZone })}
        </Text>
        <Text fz="lg" fw={600}>
          <SimClockText clock={control.clock} />
        </Text>
      </div>
      {control.mayOperate ? null : (
        <Text fz="xs" c="dimmed">
          {control.reason}
        </Text>
      )}
      <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
        <PauseButton control={control} />
        <SpeedSelect control={control} />
        <JumpMenu control={control} targets={targets} />
      </div>
    </Stack>
  );
}

interface ClockChipProps {
  projectId: string;
  /** Instants that this page knows of. */
  targets?: readonly JumpTarget[];
}

const noTargets: readonly JumpTarget[] = [];

/** The simulated clock of the open project, in the header of each of its pages. */
export function ClockChip({ projectId, targets = noTargets }: ClockChipProps) {
  const t = useTranslations("board.clock");
  const format = useFormatter();
  const control = useClock(projectId);
  if (!control) return null;
  const { paused, speed } = control.clock.view;
  return (
    <HeaderSlot>
      <div className={classes.chip}>
        <PauseButton control={control} size={24} variant="transparent" className={classes.pause} />
        <Popover position="bottom-end" width={340} trapFocus returnFocus withArrow>
          <Popover.Target>
            <UnstyledButton className={classes.open} aria-label={t("open")}>
              <span className={classes.time}>
                <SimClockText clock={control.clock} format="short" />
              </span>
              <span className={classes.speed}>
                {paused ? t("paused") : t("times", { speed: format.number(speed) })}
              </span>
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <ChipPanel control={control} targets={targets} />
          </Popover.Dropdown>
        </Popover>
      </div>
      <ClockAnnouncer view={control.clock.view} />
    </HeaderSlot>
  );
}
