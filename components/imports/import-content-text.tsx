"use client";

import { Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import type { ImportRecord } from "@/lib/discovery/import-schema";

interface ImportContentTextProps {
  record: Pick<ImportRecord, "content" | "inUse">;
}

/** What an import brought, and what of it is in use once a later import has taken the place of the rest. */
export function ImportContentText({ record: { content, inUse } }: ImportContentTextProps) {
  const t = useTranslations("imports.content");
  const format = useFormatter();
  if (content.length === 0) return <NoData />;
  const listOf = (kinds: readonly (typeof content)[number][]) =>
    format.list(kinds.map((kind) => t(kind)));
  return (
    <>
      {listOf(content)}
      {inUse.length > 0 && inUse.length < content.length ? (
        <Text fz="xs" c="dimmed">
          {t("inUse", { content: listOf(inUse) })}
        </Text>
      ) : null}
    </>
  );
}
