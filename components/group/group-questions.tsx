"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RescheduleDialog } from "@/components/board/board-dialogs";
import { sectionHref } from "@/components/shell/sections";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCommand } from "@/components/world/use-command";
import type { MobilityGroupDetail } from "@/lib/client/group-queries";
import type { ClockView } from "@/lib/world/api-schema";
import type { CommandRequest } from "@/lib/world/schema";
import { GoSummary } from "./go-summary";
import type { GroupQuestion } from "./use-group-commands";

interface GroupQuestionsProps {
  projectId: string;
  detail: MobilityGroupDetail;
  view: ClockView;
  asked: GroupQuestion | null;
  onClose: () => void;
}

/** Asks once more before a group starts, goes away or stops. */
export function GroupQuestions({ projectId, detail, view, asked, onClose }: GroupQuestionsProps) {
  const t = useTranslations("groups");
  const router = useRouter();
  const { run, pending } = useCommand(projectId);
  const { groupId, name } = detail.group.draft;
  const answer = async (request: CommandRequest, done: string, href?: string) => {
    const accepted = await run([request], done);
    onClose();
    if (accepted && href) router.push(href);
  };
  return (
    <>
      <ConfirmDialog
        opened={asked === "go"}
        onClose={onClose}
        onConfirm={() =>
          void answer(
            { kind: "mobilityGroup.start", payload: { groupId } },
            t("started", { name }),
            sectionHref(projectId, "board"),
          )
        }
        title={t("goTitle", { name })}
        confirmLabel={t("go")}
        pending={pending}
      >
        <GoSummary
          draft={detail.group.draft}
          types={detail.summary.types}
          window={detail.group.switchoverWindow}
          view={view}
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === "delete"}
        onClose={onClose}
        onConfirm={() =>
          void answer(
            { kind: "mobilityGroup.delete", payload: { groupId } },
            t("deleted", { name }),
            sectionHref(projectId, "groups"),
          )
        }
        title={t("deleteTitle", { name })}
        confirmLabel={t("delete")}
        destructive
        pending={pending}
      >
        {t("deleteExplained")}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === "cancel"}
        onClose={onClose}
        onConfirm={() =>
          void answer(
            { kind: "migration.cancel", payload: { groupId, vmKeys: null } },
            t("cancelled", { name }),
          )
        }
        title={t("cancelTitle", { name })}
        confirmLabel={t("cancel")}
        destructive
        pending={pending}
      >
        {t("cancelExplained")}
      </ConfirmDialog>
      <RescheduleDialog
        projectId={projectId}
        view={view}
        migrations={[]}
        groupIds={[groupId]}
        opened={asked === "reschedule"}
        onClose={onClose}
      />
    </>
  );
}
