"use client";

import { Button, Checkbox, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { z } from "zod";
import { QueryError } from "@/components/shell/query-error";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { setupRequestSchema } from "@/lib/account/schema";
import { useSetup } from "@/lib/client/account-queries";
import { PasswordRules } from "./password-rules";

const setupFormSchema = setupRequestSchema
  .extend({ passwordAgain: z.string() })
  .refine((values) => values.password === values.passwordAgain, {
    path: ["passwordAgain"],
    error: "passwordsDiffer",
  });

const emptyValues = { name: "", email: "", password: "", passwordAgain: "", loadDemo: false };

/** The owner account of a fresh server. */
export function SetupForm() {
  const t = useTranslations("account");
  const rulesId = useId();
  const { form } = useSchemaForm(setupFormSchema, emptyValues);
  const setup = useSetup();
  const submit = form.onSubmit(({ passwordAgain: _, ...request }) =>
    setup.mutate(request, {
      onSuccess: ({ demoProjectId }) =>
        window.location.assign(demoProjectId ? `/projects/${demoProjectId}` : "/"),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {setup.isError ? <QueryError error={setup.error} /> : null}
        <TextInput
          label={t("fields.name")}
          autoComplete="name"
          required
          {...form.getInputProps("name")}
        />
        <TextInput
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          required
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("fields.password")}
          autoComplete="new-password"
          aria-describedby={rulesId}
          required
          {...form.getInputProps("password")}
        />
        <PasswordRules id={rulesId} password={form.values.password} />
        <PasswordInput
          label={t("fields.passwordAgain")}
          autoComplete="new-password"
          required
          {...form.getInputProps("passwordAgain")}
        />
        <Checkbox
          label={t("setup.loadDemo")}
          description={t("setup.loadDemoHelp")}
          {...form.getInputProps("loadDemo", { type: "checkbox" })}
        />
        <Button type="submit" size="sm" loading={setup.isPending || setup.isSuccess} fullWidth>
          {t("setup.submit")}
        </Button>
        <Text fz="xs" c="dimmed">
          {t("setup.localNote")}
        </Text>
      </Stack>
    </form>
  );
}
