"use client";

import {
  IconBan,
  IconCalendarTime,
  IconChecks,
  IconLayoutKanban,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { GROUP_FILTER } from "@/components/board/group-progress";
import { useCan } from "@/components/shell/caller-context";
import { sectionHref } from "@/components/shell/sections";
import type { Command } from "@/components/ui/command-bar";
import type { MobilityGroupDetail } from "@/lib/client/group-queries";

/** What a person can be asked about a group. */
export type GroupQuestion = "go" | "delete" | "cancel" | "reschedule";

interface GroupCommandsOptions {
  projectId: string;
  detail: MobilityGroupDetail;
  validating: boolean;
  onValidate: () => void;
  onAsk: (question: GroupQuestion) => void;
}

/** The commands of a group's page: those of a draft, or those of a group that was started. */
export function useGroupCommands(options: GroupCommandsOptions): Command[] {
  const { projectId, detail, validating, onValidate, onAsk } = options;
  const t = useTranslations("groups");
  const mayOperate = useCan("Contributor");
  const { groupId, state } = detail.summary;
  const guarded = { disabled: !mayOperate, disabledReason: t("needsContributor") };
  const icon = { size: 16, "aria-hidden": true } as const;
  const board: Command = {
    id: "board",
    label: t("openOnBoard"),
    icon: <IconLayoutKanban {...icon} />,
    href: `${sectionHref(projectId, "board")}?${GROUP_FILTER}=${encodeURIComponent(groupId)}`,
  };
  if (detail.group.startedAtSeconds === null) {
    return [
      {
        id: "go",
        label: t("go"),
        icon: <IconPlayerPlay {...icon} />,
        onClick: () => onAsk("go"),
        primary: true,
        ...guarded,
      },
      {
        id: "validate",
        label: t("validate"),
        icon: <IconChecks {...icon} />,
        onClick: onValidate,
        loading: validating,
        ...guarded,
      },
      {
        id: "edit",
        label: t("edit"),
        icon: <IconPencil {...icon} />,
        href: `${sectionHref(projectId, "groups")}/${encodeURIComponent(groupId)}/edit`,
        ...guarded,
      },
      {
        id: "delete",
        label: t("delete"),
        icon: <IconTrash {...icon} />,
        onClick: () => onAsk("delete"),
        destructive: true,
        ...guarded,
      },
      board,
    ];
  }
  const over = ["completed", "completedWithErrors", "cancelled"].includes(state);
  if (over) return [board];
  return [
    board,
    {
      id: "reschedule",
      label: t("reschedule"),
      icon: <IconCalendarTime {...icon} />,
      onClick: () => onAsk("reschedule"),
      ...guarded,
    },
    {
      id: "cancel",
      label: t("cancel"),
      icon: <IconBan {...icon} />,
      onClick: () => onAsk("cancel"),
      destructive: true,
      ...guarded,
    },
  ];
}
