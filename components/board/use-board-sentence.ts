"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { BoardMessage } from "@/lib/world/board-schema";
import { boardSentence } from "@/lib/world/message-words";

/** Turns a message's code and values into a sentence of the reader's language. */
export function useBoardSentence(): (message: BoardMessage) => string {
  const t = useTranslations();
  return useCallback((message) => boardSentence(t, message), [t]);
}

/** What to do about a failure, where the catalogue says so. */
export function useRemedySentence(): (message: BoardMessage) => string | null {
  const t = useTranslations("failures");
  return useCallback(
    ({ code, values }) => (t.has(`${code}.remedy`) ? t(`${code}.remedy`, values) : null),
    [t],
  );
}
