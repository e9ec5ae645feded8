"use client";

import { Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useCaller } from "@/components/shell/caller-context";
import { QueryError } from "@/components/shell/query-error";
import { DialogActions } from "@/components/ui/dialog-actions";
import { notify } from "@/components/ui/notify";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { changePasswordSchema } from "@/lib/account/schema";
import { useChangePassword } from "@/lib/client/account-queries";
import { ApiError } from "@/lib/client/api";
import { NewPasswordInput } from "./new-password-input";

const formSchema = changePasswordSchema
  .extend({ passwordAgain: z.string() })
  .refine((values) => values.newPassword === values.passwordAgain, {
    path: ["passwordAgain"],
    error: "passwordsDiffer",
  });

const emptyValues = { currentPassword: "", newPassword: "", passwordAgain: "" };

/** Wrong fields are shown where they are; anything else over the form. */
const isOfFields = (error: unknown) => error instanceof ApiError && error.problems.length > 0;

function ChangePasswordForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations("account");
  const caller = useCaller();
  const { form, showProblems } = useSchemaForm(formSchema, emptyValues);
  const change = useChangePassword();
  const submit = form.onSubmit(({ passwordAgain: _, ...body }) =>
    change.mutate(body, {
      onSuccess: () => {
        notify({ kind: "success", message: t("changePassword.done") });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) showProblems(error.problems);
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text fz="sm">{t("changePassword.sentence")}</Text>
        {change.isError && !isOfFields(change.error) ? <QueryError error={change.error} /> : null}
        {/* Tells password managers whose password this is. */}
        <input type="hidden" autoComplete="username" value={caller.email} />
        <PasswordInput
          label={t("changePassword.current")}
          autoComplete="current-password"
          required
          data-autofocus
          {...form.getInputProps("currentPassword")}
        />
        <NewPasswordInput
          label={t("changePassword.new")}
          password={form.values.newPassword}
          {...form.getInputProps("newPassword")}
        />
        <PasswordInput
          label={t("changePassword.newAgain")}
          autoComplete="new-password"
          required
          {...form.getInputProps("passwordAgain")}
        />
        <DialogActions
          onCancel={onClose}
          submitLabel={t("changePassword.submit")}
          pending={change.isPending}
        />
      </Stack>
    </form>
  );
}

/** A person's own password, from the account menu. */
export function ChangePasswordDialog(props: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("account.changePassword");
  return (
    <Modal {...props} title={t("title")}>
      <ChangePasswordForm onClose={props.onClose} />
    </Modal>
  );
}
