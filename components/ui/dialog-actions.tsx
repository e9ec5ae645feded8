"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";

interface DialogActionsProps {
  onCancel: () => void;
  submitLabel: string;
  pending?: boolean;
  disabled?: boolean;
  destructive?: boolean;
}

/** The end of a dialog's form: back out, or send it. */
export function DialogActions(props: DialogActionsProps) {
  const { onCancel, submitLabel, pending = false, disabled = false, destructive = false } = props;
  const t = useTranslations("common.actions");
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {t("cancel")}
      </Button>
      <Button
        type="submit"
        color={destructive ? "red.9" : undefined}
        disabled={disabled}
        loading={pending}
      >
        {submitLabel}
      </Button>
    </Group>
  );
}
