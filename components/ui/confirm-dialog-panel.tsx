"use client";

import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  confirmLabel: string;
  /** When given, the person types this text before the button works. For what cannot be undone. */
  typedText?: string;
  destructive?: boolean;
  pending?: boolean;
}

/** The dialog itself; pages take `ConfirmDialog`, which brings it when it is needed. */
export function ConfirmDialogPanel(props: ConfirmDialogProps) {
  const t = useTranslations("common.actions");
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("close") }}
      // The head of a dialog is no banner of the page.
      attributes={{ header: { role: "presentation" } }}
    >
      <ConfirmForm {...props} />
    </Modal>
  );
}

function ConfirmForm(props: ConfirmDialogProps) {
  const { onClose, onConfirm, children, confirmLabel, typedText } = props;
  const { destructive = false, pending = false } = props;
  const t = useTranslations("common");
  const [typed, setTyped] = useState("");
  const ready = typedText === undefined || typed.trim() === typedText;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Text component="div" fz="sm">
        {children}
      </Text>
      {typedText === undefined ? null : (
        <TextInput
          mt="md"
          label={t("confirm.typeToConfirm", { text: typedText })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("actions.back")}
        </Button>
        <Button
          type="submit"
          color={destructive ? "red.9" : undefined}
          disabled={!ready}
          loading={pending}
        >
          {confirmLabel}
        </Button>
      </Group>
    </form>
  );
}
