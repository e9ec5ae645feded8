"use client";

import { Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { sectionHref } from "@/components/shell/sections";
import { DialogActions } from "@/components/ui/dialog-actions";
import { NetworksInput } from "./networks-input";
import "dayjs/locale/ko";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { ApiError } from "@/lib/client/api";
import { useCreateProject } from "@/lib/client/project-queries";
import { createProjectSchema } from "@/lib/project/schema";
import { instantOfLocal, proposedStart } from "./start-time";

function newValues() {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    name: "",
    description: "",
    start: proposedStart(Date.now(), timeZone),
    epochIso: instantOfLocal(proposedStart(Date.now(), timeZone), timeZone) ?? "",
    timeZone,
    onPremisesNetworks: [] as string[],
  };
}

/** Browsers leave UTC out of their list, though every one of them knows it. */
function timeZones(current: string): string[] {
  return [...new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")])].sort();
}

function CreateProjectForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations("project");
  const common = useTranslations("common.actions");
  const router = useRouter();
  const locale = useLocale();
  const [values] = useState(newValues);
  const { form, showProblems } = useSchemaForm(createProjectSchema, values);
  const create = useCreateProject();
  const zones = useMemo(() => timeZones(values.timeZone), [values.timeZone]);
  const setStart = (start: string | null, timeZone: string) =>
    form.setValues({
      start: start ?? "",
      timeZone,
      epochIso: instantOfLocal(start, timeZone) ?? "",
    });
  const submit = form.onSubmit(({ start: _, ...request }) =>
    create.mutate(request, {
      onSuccess: ({ id }) => router.push(sectionHref(id, "imports")),
      onError: (error) => {
        if (error instanceof ApiError) showProblems(error.problems);
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {create.isError ? <QueryError error={create.error} /> : null}
        <TextInput
          data-autofocus
          required
          label={t("form.name")}
          placeholder={t("form.namePlaceholder")}
          {...form.getInputProps("name")}
        />
        <Textarea
          label={t("form.description")}
          autosize
          minRows={2}
          maxRows={5}
          {...form.getInputProps("description")}
        />
        <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
          <DateTimePicker
            required
            miw={200}
            label={t("form.epoch")}
            locale={locale}
            valueFormat="YYYY-MM-DD HH:mm"
            value={form.values.start || null}
            onChange={(start) => setStart(start, form.values.timeZone)}
            error={form.errors.epochIso}
            submitButtonProps={{ "aria-label": common("confirm") }}
          />
          <Select
            required
            searchable
            miw={200}
            allowDeselect={false}
            label={t("form.timeZone")}
            data={zones}
            limit={60}
            value={form.values.timeZone}
            onChange={(zone) => setStart(form.values.start, zone ?? form.values.timeZone)}
            error={form.errors.timeZone}
          />
        </Group>
        <NetworksInput {...form.getInputProps("onPremisesNetworks")} />
        <DialogActions
          onCancel={onClose}
          submitLabel={common("create")}
          pending={create.isPending || create.isSuccess}
        />
      </Stack>
    </form>
  );
}

interface CreateProjectDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks for what a project cannot do without, each with a default that a person would choose. */
export function CreateProjectDialog({ opened, onClose }: CreateProjectDialogProps) {
  const t = useTranslations("project.form");
  return (
    <Modal opened={opened} onClose={onClose} title={t("createTitle")} size="lg">
      <CreateProjectForm onClose={onClose} />
    </Modal>
  );
}
