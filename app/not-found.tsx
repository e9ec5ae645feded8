import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFoundPage() {
  const t = await getTranslations("common.errorPage");
  return (
    <main id="main">
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
    </main>
  );
}
