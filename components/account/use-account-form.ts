"use client";

import type { UseFormReturnType } from "@mantine/form";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { problemsOf } from "@/components/ui/schema-problems";
import { useSchemaForm } from "@/components/ui/use-schema-form";

/** What a form needs once somebody fills it in. */
interface FormParts<TValues> {
  schema: z.ZodType;
  /** Sends the values; throws `ApiError`. */
  send: (values: TValues) => Promise<void>;
}

interface AccountForm<TValues extends Record<string, unknown>> {
  form: UseFormReturnType<TValues>;
  /** Of the form element: when it is sent, and when somebody begins with it. */
  events: { onSubmit: (event: FormEvent) => void; onFocus: () => void };
  pending: boolean;
  error: unknown;
}

/**
 * A form of the pages before the console. What checks and sends it is most of what such a page would weigh, so it
 * comes while the first field is being filled in.
 * @param load a function that stays the same
 */
export function useAccountForm<TValues extends Record<string, unknown>>(
  load: () => Promise<FormParts<TValues>>,
  initialValues: TValues,
): AccountForm<TValues> {
  const [schema, setSchema] = useState<z.ZodType | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { form, showProblems } = useSchemaForm(schema, initialValues);
  const submit = async () => {
    setPending(true);
    setError(null);
    try {
      const parts = await load();
      const values = form.getValues();
      const problems = problemsOf(parts.schema, values);
      showProblems(problems);
      if (problems.length === 0) return await parts.send(values);
    } catch (failure) {
      setError(failure);
    }
    // After a success the browser is on its way to another page.
    setPending(false);
  };
  return {
    form,
    events: {
      onSubmit: (event) => {
        event.preventDefault();
        if (!pending) void submit();
      },
      // A failed load is told when the form is sent.
      onFocus: () =>
        void load().then(
          (parts) => setSchema(parts.schema),
          () => undefined,
        ),
    },
    pending,
    error,
  };
}
