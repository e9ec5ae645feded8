import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssessmentView } from "@/components/assessment/assessment-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentQuery } from "@/lib/client/assessment-queries";
import { costsQuery } from "@/lib/client/cost-queries";
import { getAssessment } from "@/lib/server/assessments";
import { assessmentCosts } from "@/lib/server/costs";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../../imports/unless-refused";

interface AssessmentPageProps {
  params: Promise<{ projectId: string; assessmentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("assessments") };
}

export default async function AssessmentPage({ params }: AssessmentPageProps) {
  await requireSession();
  const { projectId, assessmentId } = await params;
  const assessment = await unlessRefused(getAssessment(projectId, assessmentId));
  if (!assessment) notFound();
  const costs = await unlessRefused(assessmentCosts(projectId, assessmentId));
  return (
    <Hydrated
      data={[
        [assessmentQuery(projectId, assessmentId).queryKey, assessment],
        ...(costs ? [[costsQuery(projectId, assessmentId).queryKey, costs] as const] : []),
      ]}
    >
      <AssessmentView projectId={projectId} assessmentId={assessmentId} />
    </Hydrated>
  );
}
