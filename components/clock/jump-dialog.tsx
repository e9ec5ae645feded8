"use client";

import { Modal, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/ui/dialog-actions";
import { simulatedSecondsAt } from "./simulated-now";
import type { ClockControl } from "./use-clock";
import { useDurationText } from "./use-duration-text";
import { ZonedTimeInput } from "./zoned-time-input";

interface JumpDialogProps {
  control: ClockControl;
  opened: boolean;
  onClose: () => void;
}

/** Asks for a date and time and sends the clock there. */
export function JumpDialog(props: JumpDialogProps) {
  const t = useTranslations("board.clock");
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("jumpToTime")}>
      <JumpForm {...props} />
    </Modal>
  );
}

function JumpForm({ control, onClose }: JumpDialogProps) {
  const t = useTranslations();
  const duration = useDurationText();
  // Simulated time goes on behind the dialog; what is offered stays what it was when it opened.
  const [nowSeconds] = useState(() => simulatedSecondsAt(control.clock, Date.now()));
  const [seconds, setSeconds] = useState<number | null>(Math.ceil(nowSeconds / 3_600) * 3_600);
  const inPast = seconds !== null && seconds < nowSeconds;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seconds === null || inPast) return;
    control.change({ action: "jumpTo", atSeconds: seconds });
    onClose();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text fz="sm">{t("board.clock.jumpExplained")}</Text>
        <ZonedTimeInput
          world={control.clock.view}
          label={t("board.clock.jumpTarget")}
          value={seconds}
          onChange={setSeconds}
          minSeconds={nowSeconds}
          error={inPast ? t("board.clock.inPast") : undefined}
        />
        {seconds !== null && !inPast ? (
          <Text fz="xs" c="dimmed">
            {t("board.clock.skips", { duration: duration(seconds - nowSeconds) })}
          </Text>
        ) : null}
        <DialogActions
          onCancel={onClose}
          submitLabel={t("board.clock.jump")}
          disabled={seconds === null || inPast}
        />
      </Stack>
    </form>
  );
}
