"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWorldWords } from "@/components/world/use-world-words";
import type { BoardMessage } from "@/lib/world/board-schema";

/** Where the sentences of the world and of the migrations lie, in the order in which they are looked up. */
const PLACES = [
  (code: string) => `world.messages.${code}`,
  (code: string) => `failures.${code}.message`,
];

/** Turns a message's code and values into a sentence of the reader's language. */
export function useBoardSentence(): (message: BoardMessage) => string {
  const t = useTranslations();
  const words = useWorldWords();
  return useCallback(
    ({ code, values }) => {
      const place = PLACES.find((build) => t.has(build(code)));
      return place ? t(place(code), words(values)) : t("board.unknownMessage", { code });
    },
    [t, words],
  );
}

/** What to do about a failure, where the catalogue says so. */
export function useRemedySentence(): (message: BoardMessage) => string | null {
  const t = useTranslations("failures");
  return useCallback(
    ({ code, values }) => (t.has(`${code}.remedy`) ? t(`${code}.remedy`, values) : null),
    [t],
  );
}
