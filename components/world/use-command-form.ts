"use client";

import { useCallback, useMemo, useState } from "react";
import { useErrorSentence } from "@/components/ui/error-sentence";
import { ApiError } from "@/lib/client/api";
import { useCheckCommand, useSendCommand } from "@/lib/client/world-queries";
import { type Problem, problemsOfZodError } from "@/lib/world/problem";
import { COMMAND_PAYLOADS, type CommandRequest, commandRequestSchema } from "@/lib/world/schema";
import type { CommandForm, FormValues } from "./field-spec";
import { fieldOfProblem, initialValues, payloadOf, valueAt, withValueAt } from "./form-values";
import type { ShownProblem } from "./problem-summary";
import type { FieldTexts } from "./use-field-text";
import { useWorldProblem } from "./use-world-problem";

type AnyProblem = Pick<Problem, "path" | "code"> & { values?: Record<string, unknown> | undefined };

export interface CommandFormState {
  values: FormValues;
  valueOf: (path: string) => unknown;
  change: (path: string, value: unknown) => void;
  /** Checks the field that was left by the payload's schema. */
  leave: (path: string) => void;
  errorOf: (path: string) => string | null;
  /** Everything that the last attempt to send ran into. */
  problems: readonly ShownProblem[];
  pending: boolean;
  /** Schema, then the server's dry run, then the command. True when it is in the log. */
  submit: () => Promise<boolean>;
}

interface Options {
  projectId: string;
  form: CommandForm;
  prefilled: FormValues | null;
  texts: FieldTexts;
}

/** The state of a set-up form; its rules are those of the payload's schema and of the server's check. */
export function useCommandForm({ projectId, form, prefilled, texts }: Options): CommandFormState {
  const { kind, fields } = form;
  const [values, setValues] = useState(() => initialValues(fields, prefilled));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<ShownProblem[]>([]);
  const check = useCheckCommand(projectId);
  const send = useSendCommand(projectId);
  const problemSentence = useWorldProblem();
  const errorSentence = useErrorSentence();

  const schemaProblems = useCallback(
    (current: FormValues): Problem[] => {
      const parsed = COMMAND_PAYLOADS[kind].safeParse(payloadOf(fields, current));
      return parsed.success ? [] : problemsOfZodError(parsed.error);
    },
    [kind, fields],
  );

  const show = useCallback(
    (found: readonly AnyProblem[]) => {
      const shown = found.map((problem): ShownProblem => {
        const field = fieldOfProblem(fields, problem.path);
        const label = field ? texts.field(field).label : null;
        return { field, label, sentence: problemSentence(problem) };
      });
      const byField: Record<string, string> = {};
      for (const { field, sentence } of shown) if (field) byField[field] ??= sentence;
      setErrors(byField);
      setProblems(shown);
    },
    [fields, texts, problemSentence],
  );

  const change = useCallback((path: string, value: unknown) => {
    setValues((old) => withValueAt(old, path, value));
    setErrors(({ [path]: _, ...others }) => others);
  }, []);

  const leave = useCallback(
    (path: string) => {
      const own = schemaProblems(values).find((one) => fieldOfProblem(fields, one.path) === path);
      if (own) setErrors((old) => ({ ...old, [path]: problemSentence(own) }));
    },
    [fields, values, schemaProblems, problemSentence],
  );

  const fail = useCallback(
    (error: unknown) => {
      if (error instanceof ApiError && error.problems.length > 0) return show(error.problems);
      const code = error instanceof ApiError ? error.code : "unknown";
      setErrors({});
      setProblems([{ field: null, label: null, sentence: errorSentence(code) }]);
    },
    [show, errorSentence],
  );

  const submit = useCallback(async () => {
    const own = schemaProblems(values);
    if (own.length > 0) {
      show(own);
      return false;
    }
    try {
      const request: CommandRequest = commandRequestSchema.parse({
        kind,
        payload: payloadOf(fields, values),
      });
      const found = await check.mutateAsync(request);
      if (found.length > 0) {
        show(found);
        return false;
      }
      await send.mutateAsync(request);
      show([]);
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }, [kind, fields, values, schemaProblems, check.mutateAsync, send.mutateAsync, show, fail]);

  return useMemo(
    () => ({
      values,
      valueOf: (path) => valueAt(values, path),
      change,
      leave,
      errorOf: (path) => errors[path] ?? null,
      problems,
      pending: check.isPending || send.isPending,
      submit,
    }),
    [values, errors, problems, change, leave, submit, check.isPending, send.isPending],
  );
}
