"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The name of a migration's phase, as HCX and its documents have it. */
export function usePhaseName(): (phase: string) => string {
  const t = useTranslations("phases");
  return useCallback(
    (phase) => {
      const key = [`names.${phase}`, `phases.${phase}`, `${phase}.name`, phase].find((candidate) =>
        t.has(candidate),
      );
      return key ? t(key) : phase;
    },
    [t],
  );
}
