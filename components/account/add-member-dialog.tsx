"use client";

import { Modal, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { QueryError } from "@/components/shell/query-error";
import { DialogActions } from "@/components/ui/dialog-actions";
import { notify } from "@/components/ui/notify";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { createMemberSchema, type Role } from "@/lib/account/schema";
import { useCreateMember } from "@/lib/client/account-queries";
import { ApiError } from "@/lib/client/api";
import { NewPasswordInput } from "./new-password-input";
import { RoleSelect } from "./role-select";

const emptyValues = { name: "", email: "", password: "", role: "Reader" as Role };

function AddMemberForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { form, showProblems } = useSchemaForm(createMemberSchema, emptyValues);
  const create = useCreateMember();
  const submit = form.onSubmit((values) =>
    create.mutate(values, {
      onSuccess: () => {
        notify({ kind: "success", message: t("members.added", { name: values.name }) });
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
        <Text fz="sm">{t("members.addSentence")}</Text>
        {create.isError ? <QueryError error={create.error} /> : null}
        <TextInput
          label={t("account.fields.name")}
          autoComplete="off"
          required
          data-autofocus
          {...form.getInputProps("name")}
        />
        <TextInput
          type="email"
          label={t("account.fields.email")}
          autoComplete="off"
          required
          {...form.getInputProps("email")}
        />
        <NewPasswordInput
          label={t("members.initialPassword")}
          password={form.values.password}
          {...form.getInputProps("password")}
        />
        <RoleSelect
          label={t("members.role")}
          required
          value={form.values.role}
          onChange={(role) => form.setFieldValue("role", role)}
        />
        <DialogActions
          onCancel={onClose}
          submitLabel={t("common.actions.add")}
          pending={create.isPending}
        />
      </Stack>
    </form>
  );
}

/** A new account, made by an Owner. */
export function AddMemberDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("members");
  return (
    <Modal opened={opened} onClose={onClose} title={t("addTitle")}>
      <AddMemberForm onClose={onClose} />
    </Modal>
  );
}
