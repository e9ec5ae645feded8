"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FieldProblem } from "@/components/ui/error-sentence";

/** Turns a reason why a command is refused into a sentence of the reader's language. */
export function useWorldProblem(): (problem: Omit<FieldProblem, "path">) => string {
  const t = useTranslations();
  return useCallback(
    ({ code, values = {} }) => {
      const shown: Record<string, string | number> = {};
      for (const [name, value] of Object.entries(values)) {
        shown[name] = typeof value === "number" ? value : String(value);
      }
      const key = [`world.problems.${code}`, `errors.problems.${code}`].find((one) => t.has(one));
      return key ? t(key, shown) : t("errors.problems.generic");
    },
    [t],
  );
}
