"use client";

import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { changeSummaryQuery } from "@/lib/client/change-queries";
import { CHANGE_KINDS } from "@/lib/inventory/change-schema";

/** In a line what the import in use changed; nothing for a project's first. */
export function ChangesNote({ projectId, importId }: { projectId: string; importId: string }) {
  const t = useTranslations("changes");
  const { data } = useQuery(changeSummaryQuery(projectId, importId, null));
  if (!data?.against) return null;
  const isSame = CHANGE_KINDS.every((kind) => data.counts[kind] === 0);
  return (
    <Text fz="sm" component="div">
      {isSame ? t("overviewSame") : t("overview", data.counts)}
      {data.goneInGroups > 0 ? ` ${t("goneInGroups", { count: data.goneInGroups })}.` : null}{" "}
      <Anchor
        component={Link}
        fz="sm"
        href={`${sectionHref(projectId, "imports")}/${importId}#changes`}
      >
        {t("overviewLink")}
      </Anchor>
    </Text>
  );
}
