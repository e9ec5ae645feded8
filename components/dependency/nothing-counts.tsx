import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** A list of an export all of whose connections go over ports that do not count. */
export function NothingCounts() {
  const t = useTranslations("dependencies.nothingCounts");
  return (
    <EmptyState icon={<IconPlugConnectedX size={28} />} title={t("title")}>
      {t("sentence")}
    </EmptyState>
  );
}
