"use client";

import { Button, Group, Modal, Stack, TagsInput, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { QueryError } from "@/components/shell/query-error";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { useCreateProject } from "@/lib/client/project-queries";
import { createProjectSchema } from "@/lib/project/schema";

function initialValues() {
  return {
    name: "",
    epochIso: new Date().toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    onPremisesNetworks: [] as string[],
  };
}

/** Asks what a project cannot do without; the rest has defaults that its settings change. */
export function CreateProjectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("project.form");
  const common = useTranslations("common.actions");
  const router = useRouter();
  const { form } = useSchemaForm(createProjectSchema, initialValues());
  const create = useCreateProject();
  const submit = form.onSubmit((values) =>
    create.mutate(values, { onSuccess: ({ id }) => router.push(`/projects/${id}/imports`) }),
  );
  return (
    <Modal opened onClose={onClose} title={t("createTitle")}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {create.isError ? <QueryError error={create.error} /> : null}
          <TextInput
            data-autofocus
            required
            label={t("name")}
            placeholder={t("namePlaceholder")}
            {...form.getInputProps("name")}
          />
          <TextInput
            required
            label={t("timeZone")}
            description={t("timeZoneHelp")}
            {...form.getInputProps("timeZone")}
          />
          <TagsInput
            label={t("networks")}
            description={t("networksHelp")}
            {...form.getInputProps("onPremisesNetworks")}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common("cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("createTitle")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
