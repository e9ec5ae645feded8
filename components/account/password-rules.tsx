import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/ui/status-dot";
import { passwordSchema } from "@/lib/account/schema";
import classes from "./account-frame.module.css";

/** What a password needs, and whether the one being typed has it. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
  const t = useTranslations("account.passwordRules");
  const met = passwordSchema.safeParse(password).success;
  return (
    <Text id={id} component="div" fz="xs" c="dimmed">
      {t("title")}
      <ul className={classes.rules}>
        <li className={classes.rule}>
          <StatusDot tone={met ? "success" : "neutral"} label={t(met ? "met" : "notMet")} />
          {t("length", {
            minimum: passwordSchema.minLength ?? 0,
            maximum: passwordSchema.maxLength ?? 0,
          })}
        </li>
      </ul>
      {t("passphrase")}
    </Text>
  );
}
