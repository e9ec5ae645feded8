"use client";

import { useTranslations } from "next-intl";
import { useCan } from "@/components/shell/caller-context";

/** Whether the signed-in person may change things, and the reason to show when not. */
export function useMayWrite(): { mayWrite: boolean; reason: string } {
  const t = useTranslations("imports.roles");
  return { mayWrite: useCan("Contributor"), reason: t("needsContributor") };
}
