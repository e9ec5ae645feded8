"use client";

import { useCallback, useState } from "react";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { useErrorSentence } from "@/components/ui/error-sentence";
import { ApiError } from "@/lib/client/api";
import { useCheckCommand, useSendCommand } from "@/lib/client/world-queries";
import { mobilityGroupDraftSchema } from "@/lib/hcx/mobility-group-schema";
import { problemsOfZodError } from "@/lib/world/problem";
import { draftOf, type GroupForm } from "./group-draft";
import { useStoredForm } from "./use-stored-form";

export interface GroupFormState {
  form: GroupForm;
  change: (changes: Partial<GroupForm>) => void;
  /** The form is as it was before a reload of the tab, and not as it was saved. */
  restored: boolean;
  startOver: () => void;
  /** What the last validation found; null before one and while one runs. */
  problems: readonly FieldProblem[] | null;
  /** Why the server could not be asked at all. */
  failure: string | null;
  pending: boolean;
  validate: () => Promise<void>;
  /** Saves the draft; true when it is in the log. */
  save: () => Promise<boolean>;
}

/** A group in the making: checked by its schema, then by the world, then appended to the log. */
export function useGroupForm(
  projectId: string,
  initial: GroupForm,
  kind: "mobilityGroup.create" | "mobilityGroup.edit",
): GroupFormState {
  const isNew = kind === "mobilityGroup.create";
  const stored = useStoredForm(
    `landfall-group-${isNew ? `new-${projectId}` : initial.groupId}`,
    initial,
    // Begun from another move group it is another form.
    isNew ? initial.vms.map(({ vmKey }) => vmKey).join("\n") : JSON.stringify(draftOf(initial)),
  );
  const { form, change: changeForm, forget } = stored;
  const [problems, setProblems] = useState<readonly FieldProblem[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const check = useCheckCommand(projectId);
  const send = useSendCommand(projectId);
  const errorSentence = useErrorSentence();

  const change = useCallback(
    (changes: Partial<GroupForm>) => {
      changeForm(changes);
      setProblems(null);
    },
    [changeForm],
  );
  const startOver = () => {
    stored.startOver();
    setProblems(null);
    setFailure(null);
  };

  const fail = useCallback(
    (error: unknown) => {
      if (error instanceof ApiError && error.problems.length > 0) setProblems(error.problems);
      else setFailure(errorSentence(error instanceof ApiError ? error.code : "unknown"));
    },
    [errorSentence],
  );

  const validate = useCallback(async () => {
    setFailure(null);
    const parsed = mobilityGroupDraftSchema.safeParse(draftOf(form));
    if (!parsed.success) {
      setProblems(problemsOfZodError(parsed.error));
      return;
    }
    try {
      setProblems(await check.mutateAsync({ kind, payload: parsed.data }));
    } catch (error) {
      fail(error);
    }
  }, [form, kind, check.mutateAsync, fail]);

  const save = useCallback(async () => {
    setFailure(null);
    const parsed = mobilityGroupDraftSchema.safeParse(draftOf(form));
    if (!parsed.success) {
      setProblems(problemsOfZodError(parsed.error));
      return false;
    }
    try {
      await send.mutateAsync({ kind, payload: parsed.data });
      forget();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }, [form, kind, send.mutateAsync, fail, forget]);

  return {
    form,
    change,
    restored: stored.restored,
    startOver,
    problems,
    failure,
    pending: send.isPending,
    validate,
    save,
  };
}
