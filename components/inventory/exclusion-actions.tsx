"use client";

import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { IconCircleMinus, IconCirclePlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { notify } from "@/components/ui/notify";
import { ReasonButton } from "@/components/ui/reason-button";
import { useExcludeVms, type VmListQuery } from "@/lib/client/inventory-queries";
import { DECIDED_VMS_MAX } from "@/lib/inventory/list-schema";

/** The server keeps a note of at most this length (`exclusionRequestSchema`). */
const LONGEST_NOTE = 500;

interface ExclusionActionsProps {
  projectId: string;
  /** The VMs, or the filter that all of them match. */
  which: { vmKeys: string[] } | { filter: VmListQuery };
  count: number;
  /** What the button says, where it only excludes: everything listed is in scope. */
  excludeLabel?: string;
  onDone?: () => void;
}

interface NoteFormProps {
  excluded: boolean;
  count: number;
  pending: boolean;
  onCancel: () => void;
  onConfirm: (note: string) => void;
}

function NoteForm({ excluded, count, pending, onCancel, onConfirm }: NoteFormProps) {
  const t = useTranslations("inventory.exclusion");
  const tActions = useTranslations("common.actions");
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(note);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text fz="sm">{t(excluded ? "excludeSentence" : "includeSentence", { count })}</Text>
        <Textarea
          label={t("note")}
          description={t("noteHelp")}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {tActions("cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {t(excluded ? "exclude" : "include")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Takes VMs out of the scope, or into it whatever the rules say; the notice offers the way back. */
export function ExclusionActions(props: ExclusionActionsProps) {
  const { projectId, which, count, excludeLabel, onDone } = props;
  const t = useTranslations("inventory.exclusion");
  const tActions = useTranslations("common.actions");
  const notifyError = useNotifyError();
  const { mayWrite, reason } = useMayWrite();
  const change = useExcludeVms(projectId);
  const [asking, setAsking] = useState<boolean | null>(null);

  // Awaited, not by callbacks: what is excluded may leave the list, and these buttons with it.
  const confirm = async (excluded: boolean, note: string) => {
    try {
      const { changed, before } = await change.mutateAsync({ ...which, excluded, note });
      setAsking(null);
      onDone?.();
      notify({
        kind: "success",
        message: t(excluded ? "excludedNotice" : "includedNotice", { count: changed }),
        ...(changed > DECIDED_VMS_MAX
          ? {}
          : {
              undo: {
                label: tActions("undo"),
                onUndo: () => void change.mutateAsync({ decisions: before }).catch(notifyError),
              },
            }),
      });
    } catch (error) {
      notifyError(error);
    }
  };
  const isFilter = "filter" in which;
  const button = (excluded: boolean) => {
    const Icon = excluded ? IconCircleMinus : IconCirclePlus;
    return (
      <ReasonButton
        variant="default"
        leftSection={<Icon size={14} aria-hidden />}
        reason={mayWrite ? null : reason}
        onClick={() => setAsking(excluded)}
      >
        {excludeLabel ??
          (isFilter
            ? t(excluded ? "excludeMatching" : "includeMatching", { count })
            : t(excluded ? "exclude" : "include"))}
      </ReasonButton>
    );
  };
  return (
    <>
      {button(true)}
      {excludeLabel === undefined ? button(false) : null}
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        closeButtonProps={{ "aria-label": tActions("close") }}
        attributes={{ header: { role: "presentation" } }}
        title={t(asking ? "excludeTitle" : "includeTitle", { count })}
      >
        <NoteForm
          excluded={asking ?? true}
          count={count}
          pending={change.isPending}
          onCancel={() => setAsking(null)}
          onConfirm={(note) => void confirm(asking ?? true, note)}
        />
      </Modal>
    </>
  );
}
