"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** Turns an error code into a sentence of the reader's language. */
export function useErrorSentence(): (code: string) => string {
  const t = useTranslations("errors.codes");
  return useCallback((code) => (t.has(code) ? t(code) : t("unknown")), [t]);
}

export interface FieldProblem {
  path: string;
  code: string;
  values?: Readonly<Record<string, unknown>> | undefined;
}

/** Turns one wrong field's code into a sentence of the reader's language. */
export function useProblemSentence(): (problem: Omit<FieldProblem, "path">) => string {
  const t = useTranslations("errors.problems");
  return useCallback(
    ({ code, values = {} }) => {
      if (!t.has(code)) return t("generic");
      const shown: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(values)) {
        shown[name] = typeof value === "number" ? value : String(value);
      }
      return t(code, shown);
    },
    [t],
  );
}
