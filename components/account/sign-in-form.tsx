"use client";

import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useAccountForm } from "./use-account-form";

const emptyValues = { email: "", password: "" };

/** E-mail address and password; leads to where the person was going. */
export function SignInForm({ returnPath }: { returnPath: string }) {
  const t = useTranslations("account");
  const load = useCallback(async () => {
    const { signIn, signInSchema } = await import("@/lib/client/session");
    const send = async (values: typeof emptyValues) => {
      await signIn(values);
      // A whole load: the server builds the console with the new session.
      window.location.assign(returnPath);
    };
    return { schema: signInSchema, send };
  }, [returnPath]);
  const { form, events, pending, error } = useAccountForm(load, emptyValues);
  return (
    <form {...events} noValidate>
      <Stack gap="md">
        {error ? <QueryError error={error} /> : null}
        <TextInput
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          required
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("fields.password")}
          autoComplete="current-password"
          required
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="sm" loading={pending} fullWidth>
          {t("signIn.submit")}
        </Button>
        <Text fz="xs" c="dimmed">
          {t("signIn.forgotten")}
        </Text>
      </Stack>
    </form>
  );
}
