import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountFrame } from "@/components/account/account-frame";
import { SetupForm } from "@/components/account/setup-form";
import { ownerExists } from "@/lib/server/members";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.setup");
  return { title: t("pageTitle") };
}

export default async function SetupPage() {
  if (await ownerExists()) redirect("/sign-in");
  const t = await getTranslations("account.setup");
  return (
    <AccountFrame title={t("title")} sentence={t("sentence")}>
      <SetupForm />
    </AccountFrame>
  );
}
