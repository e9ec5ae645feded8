import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvsView } from "@/components/avs/avs-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("avs") };
}

export default async function AvsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <AvsView projectId={projectId} />;
}
