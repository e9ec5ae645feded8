import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HcxView } from "@/components/hcx/hcx-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("hcx") };
}

export default async function HcxPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <HcxView projectId={projectId} />;
}
