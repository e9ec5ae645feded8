import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportsView } from "@/components/imports/imports-view";
import { requireSession } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("imports") };
}

export default async function ImportsPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  return <ImportsView projectId={projectId} />;
}
