"use client";

import { Modal, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/ui/dialog-actions";

interface NameDialogProps {
  opened: boolean;
  title: string;
  /** What happens, where the title does not say it all. */
  sentence?: string;
  /** The name to begin with. */
  initialName?: string;
  confirmLabel: string;
  pending: boolean;
  onClose: () => void;
  onConfirm: (name: string) => void;
}

/** `moveGroupSchema` takes names of at most this length. */
const LONGEST_NAME = 80;

function NameForm(props: NameDialogProps) {
  const { sentence, initialName = "", confirmLabel, pending, onClose, onConfirm } = props;
  const t = useTranslations("dependencies.groups");
  const [name, setName] = useState(initialName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") onConfirm(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {sentence ? <Text fz="sm">{sentence}</Text> : null}
        <TextInput
          label={t("name")}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <DialogActions
          onCancel={onClose}
          submitLabel={confirmLabel}
          pending={pending}
          disabled={name.trim() === ""}
        />
      </Stack>
    </form>
  );
}

/** Asks for the name of a move group. */
export function NameDialog(props: NameDialogProps) {
  const tActions = useTranslations("common.actions");
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": tActions("close") }}
      attributes={{ header: { role: "presentation" } }}
    >
      <NameForm {...props} />
    </Modal>
  );
}
