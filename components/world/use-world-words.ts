"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type MessageValues, wordsOf } from "@/lib/world/message-words";

export type { MessageValues };

/** Puts the reader's words in the place of closed words, so that sentences can state them. */
export function useWorldWords(): (values: Readonly<Record<string, unknown>>) => MessageValues {
  const t = useTranslations();
  return useCallback((values) => wordsOf(t, values), [t]);
}
