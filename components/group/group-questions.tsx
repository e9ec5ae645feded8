"use client";

import { Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { RescheduleDialog } from "@/components/board/reschedule-dialog";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { sectionHref } from "@/components/shell/sections";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCommand } from "@/components/world/use-command";
import type { MobilityGroupDetail } from "@/lib/client/group-queries";
import type { ClockView } from "@/lib/world/api-schema";
import type { CommandRequest } from "@/lib/world/schema";
import type { GroupQuestion } from "./use-group-commands";

interface GroupQuestionsProps {
  projectId: string;
  detail: MobilityGroupDetail;
  view: ClockView;
  asked: GroupQuestion | null;
  onClose: () => void;
}

function GoSummary({ detail, view }: Pick<GroupQuestionsProps, "detail" | "view">) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const text = useSimTimeText(view);
  const { draft, switchoverWindow: window } = detail.group;
  const counts = new Map<string, number>();
  for (const { type } of draft.migrations) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = [...counts].map(([type, count]) =>
    t("typeCount", { type: t(`types.${type}`), count }),
  );
  return (
    <Stack gap="xs">
      <Text fz="sm">
        {t("goSummary", {
          count: format.number(draft.migrations.length),
          types: types.join(", "),
          mesh: draft.serviceMeshName,
        })}
      </Text>
      <Text fz="sm">
        {draft.transferStartSeconds === null
          ? t("goTransferNow")
          : t("goTransferAt", { time: text.full(draft.transferStartSeconds) })}{" "}
        {window
          ? t("goWindow", { range: text.range(window.startSeconds, window.endSeconds) })
          : t("goNoWindow")}
      </Text>
      {view.paused ? <Text fz="sm">{t("goPaused")}</Text> : null}
    </Stack>
  );
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
        <GoSummary detail={detail} view={view} />
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
