import { Paper, Text, Title } from "@mantine/core";
import { IconPlaneArrival } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PreferenceSelects } from "@/components/shell/preference-selects";
import classes from "./account-frame.module.css";

interface AccountFrameProps {
  title: string;
  sentence: string;
  children: ReactNode;
}

/** The frame of the pages before the console: sign-in and first set-up. */
export function AccountFrame({ title, sentence, children }: AccountFrameProps) {
  const t = useTranslations("common");
  return (
    <div className={classes.page}>
      <div className={classes.preferences}>
        <PreferenceSelects />
      </div>
      <main id="main" className={classes.main}>
        <div className={classes.brand}>
          <IconPlaneArrival size={30} stroke={1.7} aria-hidden />
          <div>
            <div className={classes.product}>{t("product")}</div>
            <Text fz="sm" c="dimmed">
              {t("productSentence")}
            </Text>
          </div>
        </div>
        <Paper withBorder className={classes.card}>
          <Title order={1}>{title}</Title>
          <Text fz="sm" c="dimmed" mt={4} mb="lg">
            {sentence}
          </Text>
          {children}
        </Paper>
      </main>
    </div>
  );
}
