"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** A provisioning state: the product's own word, and what it means where that is another. */
export function useStateName(): (state: string) => string {
  const t = useTranslations("setup-pages.states");
  return useCallback((state) => (t.has(state) ? t(state) : state), [t]);
}
