"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { roleAllows } from "@/lib/account/schema";
import { meQuery } from "@/lib/client/account-queries";

/** Whether the signed-in person may change things, and the reason to show when not. */
export function useMayWrite(): { mayWrite: boolean; reason: string } {
  const t = useTranslations("imports.roles");
  const me = useQuery(meQuery());
  const mayWrite = me.data ? roleAllows(me.data.user.role, "Contributor") : false;
  return { mayWrite, reason: t("needsContributor") };
}
