"use client";

import {
  Accordion,
  Alert,
  Button,
  Group,
  SimpleGrid,
  Stack,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { QueryError } from "@/components/shell/query-error";
import { type FieldProblem, useProblemSentence } from "@/components/ui/error-sentence";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { assessmentSettings } from "@/lib/assessment/schema";
import { ApiError } from "@/lib/client/api";
import { useCreateAssessment } from "@/lib/client/assessment-queries";
import { type AssessmentFormValues, formProblems, formWarnings } from "./assessment-form-values";
import { SETTING_FIELDS, SETTING_GROUPS, type SettingField } from "./setting-fields";
import { SettingInput } from "./setting-input";

interface AssessmentFormProps {
  projectId: string;
  onCreated: (assessment: AssessmentRecord) => void;
  onCancel: () => void;
}

/** Sentences of the settings' own problems, or of the general ones. */
function useSentence(): (problem: Omit<FieldProblem, "path">) => string {
  const t = useTranslations("assessment.problems");
  const general = useProblemSentence();
  return useCallback(
    (problem) => (t.has(problem.code) ? t(problem.code) : general(problem)),
    [t, general],
  );
}

const ADVANCED_PATHS = SETTING_GROUPS.flatMap((group) =>
  SETTING_FIELDS[group].filter((field) => field.advanced).map((field) => `settings.${field.path}`),
);

/** Name and settings of a new assessment; the same schema as the server's checks them. */
export function AssessmentForm({ projectId, onCreated, onCancel }: AssessmentFormProps) {
  const t = useTranslations("assessment-pages.form");
  const tActions = useTranslations("common.actions");
  const sentence = useSentence();
  const create = useCreateAssessment(projectId);
  const { mayWrite, reason } = useMayWrite();
  const toErrors = (problems: readonly FieldProblem[]) =>
    Object.fromEntries(problems.map((problem) => [problem.path, sentence(problem)]));
  const form = useForm<AssessmentFormValues>({
    initialValues: { name: t("firstName"), settings: assessmentSettings() },
    validate: (values) => toErrors(formProblems(values)),
    validateInputOnBlur: true,
  });
  const [section, setSection] = useState<string | null>(null);
  // A problem in the closed section would leave the button without a visible answer.
  const showProblems = (errors: Readonly<Record<string, unknown>>) => {
    if (ADVANCED_PATHS.some((path) => path in errors)) setSection("advanced");
  };
  const warnings = formWarnings(form.values);
  const submit = (values: AssessmentFormValues) =>
    create.mutate(values, {
      onSuccess: onCreated,
      onError: (error) => {
        if (!(error instanceof ApiError)) return;
        const errors = toErrors(error.problems);
        form.setErrors(errors);
        showProblems(errors);
      },
    });
  const inputs = (fields: readonly SettingField[]) => (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="md">
      {fields
        .filter((field) => field.when?.(form.values.settings) ?? true)
        .map((field) => {
          const code = warnings.get(`settings.${field.path}`);
          return (
            <SettingInput
              key={field.path}
              form={form}
              field={field}
              warning={code ? sentence({ code }) : null}
            />
          );
        })}
    </SimpleGrid>
  );
  return (
    <form onSubmit={form.onSubmit(submit, showProblems)} noValidate>
      <Stack gap="xl">
        {mayWrite ? null : <Alert color="yellow">{reason}</Alert>}
        <TextInput
          label={t("name")}
          description={t("nameHelp")}
          maxLength={80}
          required
          data-autofocus
          {...form.getInputProps("name")}
        />
        {SETTING_GROUPS.map((group) => (
          <section key={group}>
            <Title order={3} size="h3" mb="sm">
              {t(`groups.${group}`)}
            </Title>
            {inputs(SETTING_FIELDS[group].filter((field) => !field.advanced))}
          </section>
        ))}
        <Accordion variant="separated" order={3} value={section} onChange={setSection}>
          <Accordion.Item value="advanced">
            <Accordion.Control>{t("advanced")}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="xl" pt="sm">
                {SETTING_GROUPS.map((group) => (
                  <section key={group}>
                    <Title order={4} mb="sm">
                      {t(`groups.${group}`)}
                    </Title>
                    {inputs(SETTING_FIELDS[group].filter((field) => field.advanced))}
                  </section>
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
        {create.error ? <QueryError error={create.error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="sm" onClick={onCancel}>
            {tActions("cancel")}
          </Button>
          <Button type="submit" size="sm" loading={create.isPending} disabled={!mayWrite}>
            {t("run")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
