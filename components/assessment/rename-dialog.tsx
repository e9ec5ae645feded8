"use client";

import { Modal, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { QueryError } from "@/components/shell/query-error";
import { DialogActions } from "@/components/ui/dialog-actions";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { type AssessmentRecord, renameAssessmentSchema } from "@/lib/assessment/record-schema";
import { useRenameAssessment } from "@/lib/client/assessment-queries";

interface RenameDialogProps {
  assessment: AssessmentRecord;
  opened: boolean;
  onClose: () => void;
}

/** Gives an assessment another name; its figures stay as they were computed. */
export function RenameDialog({ assessment, opened, onClose }: RenameDialogProps) {
  const t = useTranslations("assessment-pages.rename");
  const tForm = useTranslations("assessment-pages.form");
  const tActions = useTranslations("common.actions");
  const rename = useRenameAssessment(assessment.projectId, assessment.id);
  const { form } = useSchemaForm(renameAssessmentSchema, { name: assessment.name });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is new whenever it opens
  useEffect(() => {
    if (opened) form.setValues({ name: assessment.name });
  }, [opened, assessment.name]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("title")}
      closeButtonProps={{ "aria-label": tActions("close") }}
      attributes={{ header: { role: "presentation" } }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ name }) => rename.mutate(name, { onSuccess: onClose }))}
      >
        <Stack gap="md">
          <TextInput
            label={tForm("name")}
            maxLength={80}
            required
            data-autofocus
            {...form.getInputProps("name")}
          />
          {rename.error ? <QueryError error={rename.error} /> : null}
          <DialogActions onCancel={onClose} submitLabel={t("confirm")} pending={rename.isPending} />
        </Stack>
      </form>
    </Modal>
  );
}
