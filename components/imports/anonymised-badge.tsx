"use client";

import { Tooltip } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/state-badge";

/** Marks an import whose names and addresses are made up. */
export function AnonymisedBadge() {
  const t = useTranslations("changes");
  return (
    <Tooltip label={t("anonymisedHelp")} multiline maw={320}>
      <span>
        <StateBadge tone="info">{t("anonymised")}</StateBadge>
      </span>
    </Tooltip>
  );
}
