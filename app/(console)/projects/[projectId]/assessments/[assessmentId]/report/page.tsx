import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportView } from "@/components/report/report-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentQuery } from "@/lib/client/assessment-queries";
import { businessCaseQuery, costsQuery } from "@/lib/client/cost-queries";
import { importQuery } from "@/lib/client/imports-queries";
import { projectQuery } from "@/lib/client/project-queries";
import { getAssessment } from "@/lib/server/assessments";
import { readBusinessCase } from "@/lib/server/business-case";
import { assessmentCosts } from "@/lib/server/costs";
import { getImport } from "@/lib/server/imports";
import { getProject } from "@/lib/server/projects";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../../../imports/unless-refused";

interface ReportPageProps {
  params: Promise<{ projectId: string; assessmentId: string }>;
}

/** Browsers propose the title as the name of the PDF. */
export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { projectId, assessmentId } = await params;
  await requireSession();
  const assessment = await unlessRefused(getAssessment(projectId, assessmentId));
  return { title: assessment?.name ?? "" };
}

export default async function ReportPage({ params }: ReportPageProps) {
  await requireSession();
  const { projectId, assessmentId } = await params;
  const assessment = await unlessRefused(getAssessment(projectId, assessmentId));
  if (!assessment) notFound();
  const [project, costs, businessCase, source] = await Promise.all([
    getProject(projectId),
    unlessRefused(assessmentCosts(projectId, assessmentId)),
    readBusinessCase(projectId, assessmentId),
    unlessRefused(getImport(projectId, assessment.importId)),
  ]);
  return (
    <Hydrated
      data={[
        [projectQuery(projectId).queryKey, project],
        [assessmentQuery(projectId, assessmentId).queryKey, assessment],
        [businessCaseQuery(projectId, assessmentId).queryKey, businessCase],
        ...(costs ? [[costsQuery(projectId, assessmentId).queryKey, costs] as const] : []),
        ...(source
          ? [[importQuery(projectId, assessment.importId).queryKey, source] as const]
          : []),
      ]}
    >
      <ReportView projectId={projectId} assessmentId={assessmentId} />
    </Hydrated>
  );
}
