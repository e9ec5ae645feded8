"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

export type MessageValues = Record<string, string | number>;

/** Values that hold a closed word of the product and not a name that somebody gave. */
const WORD_KEYS = ["id", "kind", "service", "state", "subject", "type", "use"] as const;

/** Closed words are single identifiers; anything else is somebody's name. */
const IDENTIFIER = /^\w+$/;

/** Puts the reader's words in the place of closed words, so that sentences can state them. */
export function useWorldWords(): (values: Readonly<Record<string, unknown>>) => MessageValues {
  const t = useTranslations();
  return useCallback(
    (values) => {
      const shown: MessageValues = {};
      for (const [name, value] of Object.entries(values)) {
        shown[name] = typeof value === "number" ? value : String(value);
      }
      for (const key of WORD_KEYS) {
        const value = shown[key];
        if (typeof value !== "string" || !IDENTIFIER.test(value)) continue;
        const place = [`world.words.${value}`, `setup-pages.states.${value}`].find((one) =>
          t.has(one),
        );
        if (place) shown[key] = t(place);
      }
      return shown;
    },
    [t],
  );
}
