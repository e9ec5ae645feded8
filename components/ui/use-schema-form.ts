"use client";

import { type UseFormReturnType, useForm } from "@mantine/form";
import { useCallback } from "react";
import type { z } from "zod";
import { type FieldProblem, useProblemSentence } from "./error-sentence";
import { problemsOf } from "./schema-problems";

export interface SchemaForm<TValues extends Record<string, unknown>> {
  form: UseFormReturnType<TValues>;
  /** Shows the server's problems at their fields; returns those that belong to no field. */
  showProblems: (problems: readonly FieldProblem[]) => FieldProblem[];
}

/**
 * A form checked by the same schema as the route that it is sent to. Fields are checked when left
 * and when the form is sent; problems are sentences of the reader's language.
 * Nothing is checked while there is no schema yet. A problem inside a list (`networks.3`) is shown at the list's field.
 */
export function useSchemaForm<TValues extends Record<string, unknown>>(
  schema: z.ZodType | null,
  initialValues: TValues,
): SchemaForm<TValues> {
  const sentence = useProblemSentence();
  const toErrors = useCallback(
    (problems: readonly FieldProblem[]) => {
      const errors: Record<string, string> = {};
      for (const problem of problems) {
        const field = problem.path.split(".")[0] ?? problem.path;
        errors[field] ??= sentence(problem);
      }
      return errors;
    },
    [sentence],
  );
  const form = useForm<TValues>({
    initialValues,
    validateInputOnBlur: true,
    validate: (values) => (schema ? toErrors(problemsOf(schema, values)) : {}),
  });
  const showProblems = useCallback(
    (problems: readonly FieldProblem[]) => {
      const belongs = (problem: FieldProblem) =>
        (problem.path.split(".")[0] ?? "") in initialValues;
      form.setErrors(toErrors(problems.filter(belongs)));
      return problems.filter((problem) => !belongs(problem));
    },
    [form.setErrors, initialValues, toErrors],
  );
  return { form, showProblems };
}
