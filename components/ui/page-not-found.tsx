import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";

/** In the place of a page that is not there. */
export function PageNotFound() {
  const t = useTranslations("common.errorPage");
  return (
    <EmptyState
      icon={<IconMapOff size={28} />}
      title={t("notFoundTitle")}
      order={1}
      action={
        <Button component="a" href="/" size="sm">
          {t("backToProjects")}
        </Button>
      }
    >
      {t("notFoundSentence")}
    </EmptyState>
  );
}
