import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadinessView } from "@/components/readiness/readiness-view";
import { Hydrated } from "@/components/shell/hydrated";
import { acknowledgementSummaryQuery } from "@/lib/client/acknowledgement-queries";
import { assessmentQuery, assessmentsQuery } from "@/lib/client/assessment-queries";
import { acknowledgementSummary } from "@/lib/server/acknowledgements";
import { getAssessment, listAssessments } from "@/lib/server/assessments";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface ReadinessPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ assessment?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("readiness") };
}

/** The assessment that the page speaks of, as `ReadinessView` chooses it, and the state of its findings. */
async function loadAssessment(projectId: string, id: string) {
  const [assessment, findings] = await Promise.all([
    getAssessment(projectId, id),
    acknowledgementSummary(projectId, id),
  ]);
  return [
    [assessmentQuery(projectId, id).queryKey, assessment],
    [acknowledgementSummaryQuery(projectId, id).queryKey, findings],
  ] as const;
}

export default async function ReadinessPage({ params, searchParams }: ReadinessPageProps) {
  await requireSession();
  const [{ projectId }, { assessment: wanted }] = await Promise.all([params, searchParams]);
  const list = await unlessRefused(listAssessments(projectId));
  const id = [wanted].flat()[0] ?? list?.[0]?.id;
  const loaded = id === undefined ? null : await unlessRefused(loadAssessment(projectId, id));
  return (
    <Hydrated
      data={[
        ...(list ? [[assessmentsQuery(projectId).queryKey, list] as const] : []),
        ...(loaded ?? []),
      ]}
    >
      <ReadinessView projectId={projectId} />
    </Hydrated>
  );
}
