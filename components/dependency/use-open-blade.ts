"use client";

import { useCallback } from "react";
import { useSearchParamSetter } from "@/components/ui/use-search-param";

/** Opens the blade of a server or of a move group; the other one closes. */
export function useOpenBlade(): {
  openServer: (id: string) => void;
  openGroup: (id: string) => void;
} {
  const set = useSearchParamSetter();
  const openServer = useCallback((id: string) => set({ server: id, group: null }, "push"), [set]);
  const openGroup = useCallback((id: string) => set({ group: id, server: null }, "push"), [set]);
  return { openServer, openGroup };
}
