import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useId } from "react";
import { PasswordRules } from "./password-rules";

interface NewPasswordInputProps extends PasswordInputProps {
  label: string;
  /** What has been typed so far. */
  password: string;
}

/** Where a password is chosen, with what it needs. */
export function NewPasswordInput({ password, ...input }: NewPasswordInputProps) {
  const rulesId = useId();
  return (
    <>
      <PasswordInput autoComplete="new-password" aria-describedby={rulesId} required {...input} />
      <PasswordRules id={rulesId} password={password} />
    </>
  );
}
