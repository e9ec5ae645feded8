"use client";

import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import type { ImportRecord } from "@/lib/discovery/import-schema";

/** What an import brought; one of dependencies alone has no virtual machines to count. */
export function ImportContentText({ record }: { record: Pick<ImportRecord, "content"> }) {
  const t = useTranslations("imports.content");
  const format = useFormatter();
  if (record.content.length === 0) return <NoData />;
  return format.list(record.content.map((content) => t(content)));
}
