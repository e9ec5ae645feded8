"use client";

import { useTranslations } from "next-intl";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { useDeleteProject } from "@/lib/client/project-queries";
import type { Project } from "@/lib/project/schema";

interface DeleteProjectDialogProps {
  /** Null while nothing is being deleted. */
  project: Pick<Project, "id" | "name"> | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Deletes a project once its name is typed. */
export function DeleteProjectDialog({ project, onClose, onDeleted }: DeleteProjectDialogProps) {
  const t = useTranslations("project.settings");
  const remove = useDeleteProject();
  const notifyError = useNotifyError();
  const name = project?.name ?? "";
  const confirm = () => {
    if (!project) return;
    remove.mutate(project.id, {
      onSuccess: () => {
        notify({ kind: "success", message: t("deleted", { name }) });
        onDeleted?.();
      },
      onError: notifyError,
      onSettled: onClose,
    });
  };
  return (
    <ConfirmDialog
      opened={project !== null}
      onClose={onClose}
      onConfirm={confirm}
      title={t("deleteTitle", { name })}
      confirmLabel={t("delete")}
      typedText={name}
      destructive
      pending={remove.isPending}
    >
      {t("deleteSentence")}
    </ConfirmDialog>
  );
}
