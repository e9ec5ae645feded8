"use client";

import { Button, Checkbox, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { QueryError } from "@/components/shell/query-error";
import { NewPasswordInput } from "./new-password-input";
import { useAccountForm } from "./use-account-form";

const emptyValues = { name: "", email: "", password: "", passwordAgain: "", loadDemo: false };

async function load() {
  const { setUp, setupFormSchema } = await import("@/lib/client/session");
  const send = async ({ passwordAgain: _, ...request }: typeof emptyValues) => {
    const { demoProjectId } = await setUp(request);
    window.location.assign(demoProjectId ? `/projects/${demoProjectId}` : "/");
  };
  return { schema: setupFormSchema, send };
}

/** The owner account of a fresh server. */
export function SetupForm() {
  const t = useTranslations("account");
  const { form, events, pending, error } = useAccountForm(load, emptyValues);
  return (
    <form {...events} noValidate>
      <Stack gap="md">
        {error ? <QueryError error={error} /> : null}
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
        <NewPasswordInput
          label={t("fields.password")}
          password={form.values.password}
          {...form.getInputProps("password")}
        />
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
        <Button type="submit" size="sm" loading={pending} fullWidth>
          {t("setup.submit")}
        </Button>
        <Text fz="xs" c="dimmed">
          {t("setup.localNote")}
        </Text>
      </Stack>
    </form>
  );
}
