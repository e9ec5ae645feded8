import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareView } from "@/components/comparison/compare-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentQuery, assessmentsQuery } from "@/lib/client/assessment-queries";
import { MOST_COMPARED } from "@/lib/comparison/schema";
import { getAssessment, listAssessments } from "@/lib/server/assessments";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../../imports/unless-refused";

interface ComparePageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ ids?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comparison");
  return { title: t("title") };
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  await requireSession();
  const { projectId } = await params;
  const { ids = "" } = await searchParams;
  const wanted = String(ids).split(",").filter(Boolean).slice(0, MOST_COMPARED);
  const [list, ...records] = await Promise.all([
    unlessRefused(listAssessments(projectId)),
    ...wanted.map((id) => unlessRefused(getAssessment(projectId, id))),
  ]);
  return (
    <Hydrated
      data={[
        ...(list ? [[assessmentsQuery(projectId).queryKey, list] as const] : []),
        ...records.flatMap((record) =>
          record ? [[assessmentQuery(projectId, record.id).queryKey, record] as const] : [],
        ),
      ]}
    >
      <CompareView projectId={projectId} />
    </Hydrated>
  );
}
