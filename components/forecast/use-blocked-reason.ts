"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useBoardSentence } from "@/components/board/use-board-sentence";
import type { Blocked } from "@/lib/forecast/schema";

/** Why a VM completes in no run, as a sentence. */
export function useBlockedReason(): (blocked: Blocked) => string {
  const t = useTranslations("forecast.vms");
  const sentence = useBoardSentence();
  return useCallback(
    ({ outcome, code }) => (code === null ? t(outcome) : sentence({ code, values: {} })),
    [t, sentence],
  );
}
