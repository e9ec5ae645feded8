"use client";

import { Button, Menu, Text } from "@mantine/core";
import { IconCalendarTime, IconChevronDown, IconPlayerTrackNext } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { simulatedSecondsAt } from "./simulated-now";
import type { ClockControl } from "./use-clock";
import { useDurationText } from "./use-duration-text";
import { useSimTimeText } from "./use-sim-time-text";

const JumpDialog = onDemand(async () => (await import("./jump-dialog")).JumpDialog);

/** An instant worth going to, with its name. */
export interface JumpTarget {
  id: string;
  label: string;
  atSeconds: number;
}

interface JumpMenuProps {
  control: ClockControl;
  targets: readonly JumpTarget[];
}

/** Sends the clock forward: to the next event, a switchover window, or a date and time. */
export function JumpMenu({ control, targets }: JumpMenuProps) {
  const t = useTranslations("board.clock");
  const [dialogOpened, setDialogOpened] = useState(false);
  const [nowSeconds, setNowSeconds] = useState(0);
  const text = useSimTimeText(control.clock.view);
  const duration = useDurationText();
  const ahead = targets.filter((target) => target.atSeconds > nowSeconds);
  return (
    <>
      <Menu
        position="bottom-start"
        width={330}
        onOpen={() => setNowSeconds(simulatedSecondsAt(control.clock, Date.now()))}
      >
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPlayerTrackNext size={14} aria-hidden />}
            rightSection={<IconChevronDown size={12} aria-hidden />}
            disabled={!control.mayOperate}
            title={control.mayOperate ? undefined : control.reason}
          >
            {t("jump")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("jumpHelp")}</Menu.Label>
          {ahead.map((target) => (
            <Menu.Item
              key={target.id}
              onClick={() => control.change({ action: "jumpTo", atSeconds: target.atSeconds })}
            >
              {target.label}
              <Text fz="xs" c="dimmed" className="lf-numeric">
                {t("jumpTime", {
                  time: text.short(target.atSeconds),
                  duration: duration(target.atSeconds - nowSeconds),
                })}
              </Text>
            </Menu.Item>
          ))}
          {ahead.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item
            leftSection={<IconCalendarTime size={14} aria-hidden />}
            onClick={() => setDialogOpened(true)}
          >
            {t("jumpToTime")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <JumpDialog control={control} opened={dialogOpened} onClose={() => setDialogOpened(false)} />
    </>
  );
}
