"use client";

import { Button, Group, Stack, Tooltip } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useCan } from "@/components/shell/caller-context";
import { notify } from "@/components/ui/notify";
import type { CommandForm as CommandFormSpec, FormContext, FormValues } from "./field-spec";
import { FormField } from "./form-field";
import { ProblemSummary } from "./problem-summary";
import { useCommandForm } from "./use-command-form";
import { messageKey, useFieldText } from "./use-field-text";

interface CommandFormProps {
  projectId: string;
  form: CommandFormSpec;
  context: FormContext;
  prefilled: FormValues | null;
  onDone?: () => void;
  onCancel?: () => void;
}

/** A set-up step's form: checked by the payload's schema, then by the world, then sent. */
export function CommandForm(props: CommandFormProps) {
  const { projectId, form, context, prefilled, onDone, onCancel } = props;
  const t = useTranslations("setup-pages");
  const common = useTranslations("common.actions");
  const texts = useFieldText(form.kind);
  const mayOperate = useCan("Contributor");
  const state = useCommandForm({ projectId, form, prefilled, texts });
  const name = messageKey(form.kind);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!mayOperate || state.pending) return;
    if (!(await state.submit())) return;
    notify({ kind: "success", message: t(`steps.${name}.sent`) });
    onDone?.();
  };
  const send = (
    <Button type="submit" size="sm" loading={state.pending} disabled={!mayOperate}>
      {t(`steps.${name}.submit`)}
    </Button>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t(`steps.${name}.title`)}>
      <Stack gap="md" maw={620}>
        <ProblemSummary problems={state.problems} />
        {form.fields.map((spec) =>
          spec.when === undefined || spec.when(state.values) ? (
            <FormField
              key={spec.path}
              spec={spec}
              context={context}
              values={state.values}
              value={state.valueOf(spec.path)}
              onChange={(value) => state.change(spec.path, value)}
              onBlur={() => state.leave(spec.path)}
              error={state.errorOf(spec.path)}
              texts={texts}
              readOnly={!mayOperate}
            />
          ) : null,
        )}
        <Group gap="sm" mt="xs">
          {mayOperate ? (
            send
          ) : (
            <Tooltip label={t("needsContributor")}>
              <span>{send}</span>
            </Tooltip>
          )}
          {onCancel ? (
            <Button variant="default" size="sm" onClick={onCancel}>
              {common("cancel")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
