"use client";

import { Anchor } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { GROUP_FILTER } from "@/components/board/group-progress";
import { sectionHref } from "@/components/shell/sections";
import type { GroupSummary } from "@/lib/world/board-schema";

interface GroupRowLinkProps {
  projectId: string;
  group: Pick<GroupSummary, "groupId" | "name" | "startedAtSeconds">;
  mayOperate: boolean;
}

/** What is usually done next with a group: a draft is edited, a started one is watched. */
export function GroupRowLink({ projectId, group, mayOperate }: GroupRowLinkProps) {
  const t = useTranslations("groups");
  const id = encodeURIComponent(group.groupId);
  const isDraft = group.startedAtSeconds === null;
  if (isDraft && !mayOperate) return null;
  const href = isDraft
    ? `${sectionHref(projectId, "groups")}/${id}/edit`
    : `${sectionHref(projectId, "board")}?${GROUP_FILTER}=${id}`;
  const label = isDraft ? t("edit") : t("watch");
  return (
    <Anchor component={Link} href={href} fz="sm" aria-label={`${label}: ${group.name}`}>
      {label}
    </Anchor>
  );
}
