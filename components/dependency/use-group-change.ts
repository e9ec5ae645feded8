"use client";

import { useTranslations } from "next-intl";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { useProblemSentence } from "@/components/ui/error-sentence";
import { notify } from "@/components/ui/notify";
import { ApiError } from "@/lib/client/api";
import { useChangeMoveGroups } from "@/lib/client/dependency-queries";
import type { MoveGroup, MoveGroupChange } from "@/lib/dependency/move-group-schema";

/** Only what the server keeps: rows of a list carry more. */
function bare(group: MoveGroupChange["put"][number]): MoveGroupChange["put"][number] {
  const { id, name, tags, note, locked, vmKeys, revision } = group;
  return { id, name, tags, note, locked, vmKeys, revision };
}

/** Sends changes of move groups, says what happened, and offers the way back. */
export function useGroupChange(projectId: string) {
  const tActions = useTranslations("common.actions");
  const problemSentence = useProblemSentence();
  const notifyError = useNotifyError();
  const mutation = useChangeMoveGroups(projectId);

  const tell = (error: unknown) => {
    const [problem] = error instanceof ApiError ? error.problems : [];
    if (problem === undefined) notifyError(error);
    else notify({ kind: "error", message: problemSentence(problem) });
  };
  const send = async (
    before: readonly MoveGroup[],
    change: MoveGroupChange,
    message: string,
  ): Promise<boolean> => {
    try {
      const sent = { ...change, put: change.put.map(bare) };
      const { groups, undo } = await mutation.mutateAsync({ before, change: sent });
      notify({
        kind: "success",
        message,
        undo: {
          label: tActions("undo"),
          onUndo: () => {
            const back = { ...undo, put: undo.put.map(bare) };
            mutation.mutate({ before: groups, change: back }, { onError: tell });
          },
        },
      });
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  return { send, pending: mutation.isPending };
}
