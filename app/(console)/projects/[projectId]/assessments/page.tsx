import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssessmentsView } from "@/components/assessment/assessments-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentsQuery } from "@/lib/client/assessment-queries";
import { listAssessments } from "@/lib/server/assessments";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface AssessmentsPageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("assessments") };
}

export default async function AssessmentsPage({ params }: AssessmentsPageProps) {
  await requireSession();
  const { projectId } = await params;
  const list = await unlessRefused(listAssessments(projectId));
  return (
    <Hydrated data={list ? [[assessmentsQuery(projectId).queryKey, list]] : []}>
      <AssessmentsView projectId={projectId} />
    </Hydrated>
  );
}
