"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The name of a migration's phase, as HCX and its documents have it. */
export function usePhaseName(): (phase: string) => string {
  const t = useTranslations("phases.names");
  return useCallback((phase) => (t.has(phase) ? t(phase) : phase), [t]);
}
