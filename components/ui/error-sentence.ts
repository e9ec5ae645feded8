"use client";

import { useTranslations } from "next-intl";

/** Turns an error code into a sentence of the reader's language. */
export function useErrorSentence(): (code: string) => string {
  const t = useTranslations("common.errors");
  return (code) => (t.has(code) ? t(code) : t("unknown"));
}
