import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountFrame } from "@/components/account/account-frame";
import { SignInForm } from "@/components/account/sign-in-form";
import { returnPathOf } from "@/lib/account/return-path";
import { ownerExists } from "@/lib/server/members";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("pageTitle") };
}

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (!(await ownerExists())) redirect("/setup");
  const { next } = await searchParams;
  const t = await getTranslations("account.signIn");
  return (
    <AccountFrame title={t("title")} sentence={t("sentence")}>
      <SignInForm returnPath={returnPathOf(next)} />
    </AccountFrame>
  );
}
