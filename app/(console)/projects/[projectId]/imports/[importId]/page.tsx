import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfidenceView } from "@/components/imports/confidence-view";

interface ConfidencePageProps {
  params: Promise<{ projectId: string; importId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.confidence");
  return { title: t("title") };
}

export default async function ConfidencePage({ params }: ConfidencePageProps) {
  return <ConfidenceView {...(await params)} />;
}
