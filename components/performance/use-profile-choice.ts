"use client";

import { useSearchParams } from "next/navigation";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { PROFILE_VIEWS, type ProfileView } from "@/lib/performance/week-profile";

export interface ProfileChoice {
  cluster: string | null;
  view: ProfileView;
  clock: "export" | "project";
  set: (change: Partial<Record<"cluster" | "view" | "clock", string | null>>) => void;
}

/** Which profile is drawn, and how, kept in the address. */
export function useProfileChoice(): ProfileChoice {
  const parameters = useSearchParams();
  const set = useSearchParamSetter();
  const view = parameters.get("view");
  return {
    cluster: parameters.get("profile"),
    view: PROFILE_VIEWS.find((name) => name === view) ?? "hour",
    clock: parameters.get("clock") === "project" ? "project" : "export",
    set: ({ cluster, view: nextView, clock }) =>
      set({
        ...(cluster === undefined ? {} : { profile: cluster }),
        ...(nextView === undefined ? {} : { view: nextView === "hour" ? null : nextView }),
        ...(clock === undefined ? {} : { clock: clock === "export" ? null : clock }),
      }),
  };
}
