import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/ui/status-dot";
import { PASSWORD_LENGTH } from "@/lib/account/password-length";
import classes from "./account-frame.module.css";

/** What a password needs, and whether the one being typed has it. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
  const t = useTranslations("account.passwordRules");
  const { minimum, maximum } = PASSWORD_LENGTH;
  const met = password.length >= minimum && password.length <= maximum;
  return (
    <Text id={id} component="div" fz="xs" c="dimmed">
      {t("title")}
      <ul className={classes.rules}>
        <li className={classes.rule}>
          <StatusDot tone={met ? "success" : "neutral"} label={t(met ? "met" : "notMet")} />
          {t("length", PASSWORD_LENGTH)}
        </li>
      </ul>
      {t("passphrase")}
    </Text>
  );
}
