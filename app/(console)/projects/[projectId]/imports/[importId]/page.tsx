import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfidenceView } from "@/components/imports/confidence-view";
import { Hydrated } from "@/components/shell/hydrated";
import { importQuery } from "@/lib/client/imports-queries";
import { getImport } from "@/lib/server/imports";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../unless-refused";

interface ConfidencePageProps {
  params: Promise<{ projectId: string; importId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.confidence");
  return { title: t("title") };
}

export default async function ConfidencePage({ params }: ConfidencePageProps) {
  await requireSession();
  const { projectId, importId } = await params;
  const detail = await unlessRefused(getImport(projectId, importId));
  if (!detail) notFound();
  return (
    <Hydrated data={[[importQuery(projectId, importId).queryKey, detail]]}>
      <ConfidenceView projectId={projectId} importId={importId} />
    </Hydrated>
  );
}
