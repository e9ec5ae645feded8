"use client";

import { Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslations } from "next-intl";
import { useMayWrite } from "@/components/imports/use-may-write";
import { QueryError } from "@/components/shell/query-error";
import { DialogActions } from "@/components/ui/dialog-actions";
import { notify } from "@/components/ui/notify";
import { type Acknowledgement, acknowledgeSchema } from "@/lib/assessment/acknowledgement-schema";
import { useAcknowledge } from "@/lib/client/acknowledgement-queries";

export interface AcknowledgeTarget {
  ruleId: string;
  /** Null for the check as a whole. */
  vmKeys: readonly string[] | null;
  /** What was said before; null for the first time. */
  current: Pick<Acknowledgement, "note" | "owner" | "dueOn"> | null;
}

interface AcknowledgeDialogProps {
  projectId: string;
  /** Null while the dialog is closed. */
  target: AcknowledgeTarget | null;
  onClose: () => void;
  onDone?: () => void;
}

function AcknowledgeForm(props: AcknowledgeDialogProps & { target: AcknowledgeTarget }) {
  const { projectId, target, onClose, onDone } = props;
  const t = useTranslations("acknowledgement.form");
  const save = useAcknowledge(projectId);
  const { mayWrite, reason } = useMayWrite();
  const form = useForm({
    initialValues: {
      note: target.current?.note ?? "",
      owner: target.current?.owner ?? "",
      dueOn: target.current?.dueOn ?? "",
    },
    validate: (values) => {
      const parsed = acknowledgeSchema
        .pick({ note: true, dueOn: true })
        .safeParse({ note: values.note, dueOn: values.dueOn === "" ? null : values.dueOn });
      const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0]));
      return {
        ...(wrong.has("note") ? { note: t("noteMissing") } : {}),
        ...(wrong.has("dueOn") ? { dueOn: t("dayWrong") } : {}),
      };
    },
  });
  const submit = (values: typeof form.values) =>
    save.mutate(
      {
        ruleId: target.ruleId,
        vmKeys: target.vmKeys === null ? null : [...target.vmKeys],
        note: values.note,
        owner: values.owner.trim() === "" ? null : values.owner,
        dueOn: values.dueOn === "" ? null : values.dueOn,
      },
      {
        onSuccess: () => {
          notify({ kind: "success", message: t("saved") });
          onDone?.();
          onClose();
        },
      },
    );
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        <Text fz="sm">
          {target.vmKeys === null ? t("whole") : t("vms", { count: target.vmKeys.length })}
        </Text>
        <Textarea
          label={t("note")}
          description={t("noteHelp")}
          required
          autosize
          minRows={3}
          maxLength={1_000}
          data-autofocus
          {...form.getInputProps("note")}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t("owner")} maxLength={120} {...form.getInputProps("owner")} />
          <TextInput label={t("dueOn")} type="date" {...form.getInputProps("dueOn")} />
        </SimpleGrid>
        {save.error ? <QueryError error={save.error} /> : null}
        {mayWrite ? null : (
          <Text fz="sm" c="dimmed">
            {reason}
          </Text>
        )}
        <DialogActions
          onCancel={onClose}
          submitLabel={target.current ? t("saveEdit") : t("save")}
          pending={save.isPending}
          disabled={!mayWrite}
        />
      </Stack>
    </form>
  );
}

/** Takes a note, an owner and a day for one finding, several, or a check as a whole. */
export function AcknowledgeDialog(props: AcknowledgeDialogProps) {
  const { target, onClose } = props;
  const t = useTranslations("acknowledgement.form");
  const tRules = useTranslations("readiness.rules");
  const tCommon = useTranslations("common.actions");
  return (
    <Modal
      opened={target !== null}
      onClose={onClose}
      title={target ? t("title", { check: tRules(`${target.ruleId}.title`) }) : null}
      closeButtonProps={{ "aria-label": tCommon("close") }}
      attributes={{ header: { role: "presentation" } }}
    >
      {target ? <AcknowledgeForm {...props} target={target} /> : null}
    </Modal>
  );
}
