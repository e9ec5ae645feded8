"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

type History = "push" | "replace";

/**
 * Changes search parameters without a request to the server: Next keeps `useSearchParams` in step
 * with the browser's own history. A null value removes the parameter.
 */
export function useSearchParamSetter(): (
  changes: Readonly<Record<string, string | null>>,
  history?: History,
) => void {
  const pathname = usePathname();
  return useCallback(
    (changes, history = "replace") => {
      // The address, not the hook's value: two changes in one turn must not undo each other.
      const parameters = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") parameters.delete(name);
        else parameters.set(name, value);
      }
      const text = parameters.toString();
      const address = text === "" ? pathname : `${pathname}?${text}`;
      if (history === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [pathname],
  );
}

/** One search parameter as state that a link can carry. */
export function useSearchParam(
  name: string,
): readonly [string | null, (value: string | null, history?: History) => void] {
  const value = useSearchParams().get(name);
  const set = useSearchParamSetter();
  const setOne = useCallback(
    (next: string | null, history?: History) => set({ [name]: next }, history),
    [name, set],
  );
  return [value, setOne] as const;
}
