"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { useSearchParamSetter } from "@/components/ui/use-search-param";

/** Which instant a page looks at: null is now, a number of seconds comes from `?at=` of its address. */
export function useMoment(): readonly [number | null, (at: number | null) => void] {
  const text = useSearchParams().get("at");
  const set = useSearchParamSetter();
  const setAt = useCallback(
    (next: number | null) => set({ at: next === null ? null : String(Math.round(next)) }),
    [set],
  );
  const seconds = text === null || text === "" ? Number.NaN : Number(text);
  return [Number.isFinite(seconds) && seconds >= 0 ? seconds : null, setAt] as const;
}
