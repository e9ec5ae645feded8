import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadinessView } from "@/components/readiness/readiness-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentsQuery } from "@/lib/client/assessment-queries";
import { listAssessments } from "@/lib/server/assessments";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface ReadinessPageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("readiness") };
}

export default async function ReadinessPage({ params }: ReadinessPageProps) {
  await requireSession();
  const { projectId } = await params;
  const list = await unlessRefused(listAssessments(projectId));
  return (
    <Hydrated data={list ? [[assessmentsQuery(projectId).queryKey, list]] : []}>
      <ReadinessView projectId={projectId} />
    </Hydrated>
  );
}
