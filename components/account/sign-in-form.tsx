"use client";

import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { QueryError } from "@/components/shell/query-error";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { signInSchema } from "@/lib/account/schema";
import { useSignIn } from "@/lib/client/account-queries";

const emptyValues = { email: "", password: "" };

/** E-mail address and password; leads to where the person was going. */
export function SignInForm({ returnPath }: { returnPath: string }) {
  const t = useTranslations("account");
  const { form } = useSchemaForm(signInSchema, emptyValues);
  const signIn = useSignIn();
  const submit = form.onSubmit((values) =>
    // A whole load: the server builds the console with the new session.
    signIn.mutate(values, { onSuccess: () => window.location.assign(returnPath) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {signIn.isError ? <QueryError error={signIn.error} /> : null}
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
        <Button type="submit" size="sm" loading={signIn.isPending || signIn.isSuccess} fullWidth>
          {t("signIn.submit")}
        </Button>
        <Text fz="xs" c="dimmed">
          {t("signIn.forgotten")}
        </Text>
      </Stack>
    </form>
  );
}
