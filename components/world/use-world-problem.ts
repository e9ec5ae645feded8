"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { useWorldWords } from "./use-world-words";

/** Turns a reason why a command is refused into a sentence of the reader's language. */
export function useWorldProblem(): (problem: Omit<FieldProblem, "path">) => string {
  const t = useTranslations();
  const words = useWorldWords();
  return useCallback(
    ({ code, values = {} }) => {
      const key = [`world.problems.${code}`, `errors.problems.${code}`].find((one) => t.has(one));
      return key ? t(key, words(values)) : t("errors.problems.generic");
    },
    [t, words],
  );
}
